import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { barColour, headFiles, themeOf } from './head';
import { shellMessages } from './messages';

const folder = join(process.cwd(), 'public');
const bytes = (address: string) => readFileSync(join(folder, address));

const manifest = z
  .object({
    name: z.string(),
    short_name: z.string(),
    lang: z.string(),
    theme_color: z.string(),
    background_color: z.string(),
    icons: z.array(
      z.object({ src: z.string(), sizes: z.string(), purpose: z.string().optional() }),
    ),
  })
  .parse(JSON.parse(bytes(headFiles.manifest).toString('utf8')));

/** Returns the sizes of the images in a file, as `sizes` writes them. */
function sizesOf(address: string): string {
  const file = bytes(address);
  if (address.endsWith('.svg')) return 'any';
  if (address.endsWith('.ico')) {
    const count = file.readUInt16LE(4);
    const edges = Array.from({ length: count }, (_, index) => file.readUInt8(6 + 16 * index));
    return edges.map((edge) => `${edge}x${edge}`).join(' ');
  }
  return `${file.readUInt32BE(16)}x${file.readUInt32BE(20)}`;
}

/** Returns a colour of app/globals.css as browsers show it, for the light or the dark page. */
function token(name: string, theme: 'light' | 'dark'): string {
  const css = readFileSync(join(process.cwd(), 'app/globals.css'), 'utf8');
  const pair = new RegExp(`--${name}: light-dark\\(oklch\\((.+?)\\), oklch\\((.+?)\\)\\);`).exec(
    css,
  );
  const [lightness = 0, chroma = 0, hue = 0] = (pair?.[theme === 'light' ? 1 : 2] ?? '')
    .split(' ')
    .map(Number);
  const [a, b] = [Math.cos, Math.sin].map((turn) => chroma * turn((hue * Math.PI) / 180));
  const lms = [
    [0.3963377774, 0.2158037573],
    [-0.1055613458, -0.0638541728],
    [-0.0894841775, -1.291485548],
  ].map(([x = 0, y = 0]) => (lightness + x * (a ?? 0) + y * (b ?? 0)) ** 3);
  const [l = 0, m = 0, s = 0] = lms;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const parts = linear.map((value) => {
    const bounded = Math.min(1, Math.max(0, value));
    const shown = bounded <= 0.0031308 ? 12.92 * bounded : 1.055 * bounded ** (1 / 2.4) - 0.055;
    return Math.round(shown * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}

describe('the files that every page names', () => {
  it('are there, each picture with the size that is said of it', () => {
    for (const { src, sizes } of manifest.icons) expect(sizesOf(src), src).toBe(sizes);
    const { apple, icon } = headFiles.icons;
    expect(sizesOf(apple.url)).toBe(apple.sizes);
    for (const { url } of icon) expect(existsSync(join(folder, url)), url).toBe(true);
    expect(sizesOf('/favicon.ico')).toBe('16x16 32x32 48x48');
  });

  it('are all that public/ holds, and no other icon comes from app/', () => {
    const named = [
      headFiles.manifest,
      headFiles.icons.apple.url,
      ...headFiles.icons.icon.map(({ url }) => url),
      ...manifest.icons.map(({ src }) => src),
    ];
    const held = readdirSync(folder, { recursive: true }).map((path) => `/${String(path)}`);
    expect([...new Set(named)].sort()).toEqual(held.sort());
    const own = readdirSync('app').filter((name) => /icon|manifest/.test(name));
    expect(own).toEqual([]);
  });

  it('have the name and the colours of the portal', () => {
    const { brand, tagline } = shellMessages('zh-CN');
    expect(manifest).toMatchObject({
      name: `${brand} · ${tagline}`,
      short_name: brand,
      lang: 'zh-CN',
      theme_color: token('surface', 'light'),
      background_color: token('bg', 'light'),
    });
    expect(bytes('/icon.svg').toString('utf8')).toContain(token('primary', 'light'));
  });
});

describe("the colour of the browser's bar", () => {
  it('follows the theme that the reader chose, and else the system', () => {
    const [light, dark] = [token('surface', 'light'), token('surface', 'dark')];
    expect(barColour(themeOf('light'))).toBe(light);
    expect(barColour(themeOf('dark'))).toBe(dark);
    expect(barColour(themeOf('system'))).toEqual([
      { media: '(prefers-color-scheme: light)', color: light },
      { media: '(prefers-color-scheme: dark)', color: dark },
    ]);
  });
});
