import 'server-only';
import { headers } from 'next/headers';
import { defaultLocale, isLocale, localePath, type Locale } from '@/lib/locale';
import { networkIn } from '@/lib/network';
import { paths } from '@/lib/paths';

/** Set by proxy.ts for every page and action. */
export const localeHeader = 'x-suanquan-locale';
export const pathHeader = 'x-suanquan-path';

/** The language of the page that sent this request. */
export async function requestLocale(): Promise<Locale> {
  const value = (await headers()).get(localeHeader);
  return isLocale(value) ? value : defaultLocale;
}

/** The address of the page, without its language, with its query. */
export async function requestPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? '/';
}

/** Where one signs in to come back to this page. */
export async function signInPath(locale: Locale): Promise<string> {
  return localePath(locale, paths.signIn({ next: await requestPath() }));
}

/** Gives the sender's network, which attempts are counted by. */
export const senderNetwork = (): Promise<string> =>
  orOutside(async () => networkIn(await headers()), 'portal');

/** Returns the browser's own description for the list of signed-in devices; some name themselves only after much else. */
export async function senderDevice(): Promise<string> {
  return ((await headers()).get('user-agent') ?? '').slice(0, 400);
}

/** What `read` gives in a request, and `fallback` in the worker and in the demonstration's making. */
async function orOutside<T>(read: () => Promise<T>, fallback: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && error.message.includes('outside a request scope'))
      return fallback;
    throw error;
  }
}

/** The language of the page, or a given one where there is no page. */
export const requestLocaleOr = (fallback: Locale): Promise<Locale> =>
  orOutside(requestLocale, fallback);
