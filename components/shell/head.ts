import type { Metadata, Viewport } from 'next';

/**
 * The files of public/ for the head of every page. The two icons are the same drawing: browsers use the SVG where they can, and
 * otherwise the ICO. They also fetch the ICO for pages that are made without rendering and name no icon.
 */
export const headFiles = {
  manifest: '/site.webmanifest',
  icons: {
    icon: [
      { url: '/favicon.ico', sizes: '32x32', type: 'image/x-icon' },
      { url: '/icon.svg', type: 'image/svg+xml' },
    ],
    apple: { url: '/apple-touch-icon.png', sizes: '180x180' },
  },
} satisfies Metadata;

/** Repeats `--surface` of app/globals.css, the background of the page's header, because not every browser reads oklch() here. */
const surface = { light: '#ffffff', dark: '#151b22' } as const;

type Theme = keyof typeof surface;

/** Returns the theme that a cookie's value names, or nothing where the page follows the system. */
export const themeOf = (value: string | undefined): Theme | undefined =>
  value === 'light' || value === 'dark' ? value : undefined;

/** Returns the colour for the browser's own bar: that of the theme the user chose, or of the system's theme. */
export const barColour = (theme: Theme | undefined): NonNullable<Viewport['themeColor']> =>
  theme
    ? surface[theme]
    : [
        { media: '(prefers-color-scheme: light)', color: surface.light },
        { media: '(prefers-color-scheme: dark)', color: surface.dark },
      ];
