import 'server-only';
import type { IncomingHttpHeaders } from 'node:http';
import { errorMessages } from '@/lib/error-messages';
import { escapeHtml } from '@/lib/escape-html';
import { splitLocale } from '@/lib/locale';
import { failedMessages } from './messages';
import { plainHtml } from './plain-page';

/**
 * References of errors, by the nonce of the request that failed. It is global, because Next builds the parts that use it
 * separately.
 */
const shared = globalThis as { suanquanFaults?: Map<string, string> };
const faults = () => (shared.suanquanFaults ??= new Map<string, string>());

const nonceOf = (headers: IncomingHttpHeaders): string => String(headers['x-nonce'] ?? '');

/** Keeps the reference of an error in the log, for the page that reports the error. */
export function noteFault(headers: IncomingHttpHeaders, reference: string): void {
  if (nonceOf(headers)) faults().set(nonceOf(headers), reference);
}

/** Drops the reference of a request that is answered. */
export function forgetFault(headers: IncomingHttpHeaders): void {
  faults().delete(nonceOf(headers));
}

/** The request as it arrived, because the framework changes its address. */
export type ReceivedRequest = { url: string; isForm: boolean; nonce: string };

/** Makes the page that reports an error. The outcome of a form is unknown then; its key makes it safe to send it again. */
export function failedPage({ url, isForm, nonce }: ReceivedRequest): string {
  const { locale } = splitLocale(url.split('?')[0] ?? '/');
  const t = { ...errorMessages(locale), ...failedMessages(locale) };
  const reference = faults().get(nonce);
  const again = `<p><a href="${escapeHtml(url)}">${escapeHtml(t.retry)}</a></p>`;
  return plainHtml(
    { locale, nonce },
    {
      title: t.errorTitle,
      body: [
        `<p>${escapeHtml(isForm ? t.formBody : t.errorBody)}</p>`,
        ...(reference ? [`<p>${escapeHtml(`${t.reference} ${reference}`)}</p>`] : []),
        ...(isForm ? [] : [again]),
      ],
    },
  );
}
