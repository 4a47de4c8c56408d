import 'server-only';
import { escapeHtml } from '@/lib/escape-html';
import { localePath, splitLocale } from '@/lib/locale';
import { notFoundMessages } from '@/lib/not-found-messages';
import type { ReceivedRequest } from './failed-page';
import { withPlainPage } from './plain-page';

/** Marks the framework's page without contents. */
const shell = '<html id="__next_error__">';

/** Adds to the framework's page for an address that does not exist what a browser without a script shows. */
export function absentPage(html: string, { url, nonce }: ReceivedRequest): string {
  if (!html.includes(shell)) return html;
  const { locale } = splitLocale(url.split('?')[0] ?? '/');
  const t = notFoundMessages(locale);
  const home = `<p><a href="${localePath(locale, '/')}">${escapeHtml(t.home)}</a></p>`;
  return withPlainPage(
    html.replace(shell, `<html id="__next_error__" lang="${locale}">`),
    { locale, nonce },
    { title: t.title, body: [`<p>${escapeHtml(t.body)}</p>`, home] },
  );
}
