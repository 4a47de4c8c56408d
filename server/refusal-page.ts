import 'server-only';
import { escapeHtml } from '@/lib/escape-html';
import { localePath } from '@/lib/locale';
import { refusalMessages } from './messages';
import { plainPage, type PlainReader } from './plain-page';

/** The reasons for refusing a request before any page is made, each with its status. */
const kinds = {
  foreign: { status: 403, title: 'foreign', body: 'foreignBody' },
  method: { status: 405, title: 'method', body: 'methodBody', allow: 'GET, HEAD, POST' },
  fileMethod: { status: 405, title: 'method', body: 'methodBody', allow: 'GET, HEAD' },
} as const;

/** Makes a page with one sentence that nothing was done, and a link to the first page. */
export function refusalPage(kind: keyof typeof kinds, reader: PlainReader): Response {
  const t = refusalMessages(reader.locale);
  const found = kinds[kind];
  const home = `<a href="${localePath(reader.locale, '/')}">${escapeHtml(t.home)}</a>`;
  return plainPage(
    reader,
    { title: t[found.title], body: [`<p>${escapeHtml(t[found.body])}</p>`, `<p>${home}</p>`] },
    { status: found.status, headers: 'allow' in found ? { allow: found.allow } : {} },
  );
}
