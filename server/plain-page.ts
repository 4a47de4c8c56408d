import 'server-only';
import { escapeHtml } from '@/lib/escape-html';
import type { Locale } from '@/lib/locale';
import { plainMessages } from './messages';

/**
 * What every page that is made without rendering needs: the reader's language, and the nonce that makes the policy allow its
 * style.
 */
export type PlainReader = { readonly locale: Locale; readonly nonce: string };

/** Repeats the style of app/globals.css in a few lines, light and dark, because such a page must load no file. */
const style = `
:root{color-scheme:light dark;--bg:light-dark(oklch(0.985 0.003 240),oklch(0.18 0.015 250));--surface:light-dark(oklch(1 0 0),oklch(0.22 0.017 250));--fg:light-dark(oklch(0.24 0.02 250),oklch(0.95 0.005 245));--edge:oklch(0.6 0.02 250);--primary:light-dark(oklch(0.43 0.105 245),oklch(0.78 0.095 235));--on-primary:light-dark(oklch(0.99 0 0),oklch(0.2 0.04 245));--focus:light-dark(oklch(0.52 0.14 250),oklch(0.82 0.1 235))}
body{margin:0;background:var(--bg);color:var(--fg);font:1rem/1.75 system-ui,'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif;overflow-wrap:anywhere}
main{box-sizing:border-box;max-width:36rem;margin:0 auto;padding:2rem 1rem}
h1{margin:1.5rem 0 1rem;font-size:1.5rem;line-height:1.4}
a{display:inline-block;min-height:1.5rem;color:var(--primary);text-underline-offset:3px}
input,button{box-sizing:border-box;min-height:2.75rem;border-radius:6px;font:inherit}
input{width:100%;max-width:22rem;padding:.5rem .75rem;border:1px solid var(--edge);background:var(--surface);color:inherit}
button{padding:.5rem 1rem;border:0;background:var(--primary);color:var(--on-primary);font-weight:600;cursor:pointer}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
`.trim();

type Contents = { readonly title: string; readonly body: readonly string[] };

/** Makes what a page without rendering has in its head and in its body. */
function plainParts({ locale, nonce }: PlainReader, { title, body }: Contents) {
  const t = plainMessages(locale);
  return {
    title: `<title>${escapeHtml(`${title} · ${t.portal}`)}</title>`,
    style: `<style nonce="${nonce}">${style}</style>`,
    main: `<main>
<p>${escapeHtml(t.portal)}</p>
<h1>${escapeHtml(title)}</h1>
${body.join('\n')}
</main>`,
  };
}

/**
 * Makes a page without rendering, in the reader's language: for cases where no page can be rendered, or where rendering would
 * cost too much. It needs no script and no file.
 * @param contents - the body is markup, in which all texts from the request are escaped
 */
export function plainHtml(reader: PlainReader, contents: Contents): string {
  const { title, style, main } = plainParts(reader, contents);
  return `<!doctype html>
<html lang="${reader.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${title}
${style}
</head>
<body>
${main}
</body>
</html>
`;
}

/**
 * Adds such a page to one that only a script fills, for browsers without a script; all others ignore it.
 * @param html - a whole page, whose body is empty until its script runs
 * @param contents - the body is markup, in which all texts from the request are escaped
 */
export function withPlainPage(html: string, reader: PlainReader, contents: Contents): string {
  const { title, style, main } = plainParts(reader, contents);
  return html
    .replace('</head>', () => `${title}<noscript>${style}</noscript></head>`)
    .replace('<body>', () => `<body><noscript>${main}</noscript>`);
}

/** Answers with a page that is made without rendering; no cache keeps it. */
export function plainPage(
  reader: PlainReader,
  contents: Contents,
  answer: { status: number; headers?: Readonly<Record<string, string>> },
): Response {
  return new Response(plainHtml(reader, contents), {
    status: answer.status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': reader.locale,
      'cache-control': 'private, no-store',
      ...answer.headers,
    },
  });
}
