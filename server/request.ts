import 'server-only';
import { headers } from 'next/headers';
import { defaultLocale, isLocale, localePath, type Locale } from '@/lib/locale';
import { networkIn } from '@/lib/network';
import { paths } from '@/lib/paths';

/** proxy.ts sets it for every page and action. */
export const localeHeader = 'x-suanquan-locale';
export const pathHeader = 'x-suanquan-path';

/** Returns the language of the page that sent this request. */
export async function requestLocale(): Promise<Locale> {
  const value = (await headers()).get(localeHeader);
  return isLocale(value) ? value : defaultLocale;
}

/** Returns the address of the page, without its language, with its query. */
export async function requestPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? '/';
}

/** Returns the address for signing in and then coming back to this page. */
export async function signInPath(locale: Locale): Promise<string> {
  return localePath(locale, paths.signIn({ next: await requestPath() }));
}

/** Returns the sender's network, by which attempts are counted. */
export const senderNetwork = (): Promise<string> =>
  orOutside(async () => networkIn(await headers()), 'portal');

/**
 * Returns the browser's own description for the list of signed-in devices; it is long, because some browsers have their name at
 * its end.
 */
export async function senderDevice(): Promise<string> {
  return ((await headers()).get('user-agent') ?? '').slice(0, 400);
}

/** Returns what `read` gives in a request, and `fallback` in the worker and while the demonstration is loaded. */
async function orOutside<T>(read: () => Promise<T>, fallback: T): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && error.message.includes('outside a request scope'))
      return fallback;
    throw error;
  }
}

/** Returns the language of the page, or the given one where there is no page. */
export const requestLocaleOr = (fallback: Locale): Promise<Locale> =>
  orOutside(requestLocale, fallback);
