import 'server-only';
import { escapeHtml } from '@/lib/escape-html';
import { localePath, type Locale } from '@/lib/locale';
import { refusalMessages } from './messages';

/** Why a request is refused before any page is made, and the status that says so to machines. */
const kinds = {
  foreign: { status: 403, title: 'foreign', body: 'foreignBody' },
  method: { status: 405, title: 'method', body: 'methodBody' },
} as const;

/** Methods of pages and forms. */
const pageMethods = 'GET, HEAD, POST';

/** A page of one sentence in the reader's language, which needs no script and no style. */
export function refusalPage(kind: keyof typeof kinds, locale: Locale, policy: string): Response {
  const t = refusalMessages(locale);
  const { status, title, body } = kinds[kind];
  const html = [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(`${t[title]} · ${t.portal}`)}</title></head><body><main>`,
    `<h1>${escapeHtml(t[title])}</h1><p>${escapeHtml(t[body])}</p>`,
    `<p><a href="${localePath(locale, '/')}">${escapeHtml(t.home)}</a></p></main></body></html>`,
  ].join('');
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
      'content-security-policy': policy,
      ...(kind === 'method' && { allow: pageMethods }),
    },
  });
}
