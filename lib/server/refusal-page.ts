import 'server-only';
import { escapeHtml } from '@/lib/escape-html';
import { localePath } from '@/lib/locale';
import { refusalMessages } from './messages';
import { plainPage, type PlainReader } from './plain-page';

/** Why a request is refused before any page is made, and the status that says so to machines. */
const kinds = {
  foreign: { status: 403, title: 'foreign', body: 'foreignBody' },
  method: { status: 405, title: 'method', body: 'methodBody' },
} as const;

/** Methods of pages and forms. */
const pageMethods = 'GET, HEAD, POST';

/** Says in one sentence that nothing was done, and leads to the first page. */
export function refusalPage(kind: keyof typeof kinds, reader: PlainReader): Response {
  const t = refusalMessages(reader.locale);
  const { status, title, body } = kinds[kind];
  const home = `<a href="${localePath(reader.locale, '/')}">${escapeHtml(t.home)}</a>`;
  return plainPage(
    reader,
    { title: t[title], body: [`<p>${escapeHtml(t[body])}</p>`, `<p>${home}</p>`] },
    { status, headers: kind === 'method' ? { allow: pageMethods } : {} },
  );
}
