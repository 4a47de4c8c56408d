import { NextResponse, type NextRequest } from 'next/server';
import { anonymousCookie } from '@/lib/anonymous-cookie';
import { defaultLocale, localePath, splitLocale, type Locale } from '@/lib/locale';
import { networkIn } from '@/lib/network';
import { busyPage } from '@/lib/server/busy-page';
import { takeFormPlace } from '@/lib/server/password-forms';
import { passwordSlots } from '@/lib/server/password-slots';

/**
 * Languages, security headers and the anonymous cookie. It never authorises: every page, action
 * and route handler asks the gate itself. It turns forms of passwords away that come too fast.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  // Machines bring no cookie and get none, and their answers name their own language and policy.
  if (/^\/api\/v1(\/|$)/.test(pathname)) {
    if (isReadable(pathname + search)) return NextResponse.next();
    return NextResponse.rewrite(new URL('/api/v1/nowhere', request.nextUrl));
  }
  const { locale, path, explicit } = splitLocale(pathname);
  // Next itself breaks on such a path when it is only rewritten.
  if (!isReadable(pathname + search)) {
    return NextResponse.redirect(new URL(localePath(locale, '/nowhere'), request.nextUrl), 303);
  }
  if (explicit && locale === defaultLocale) {
    return NextResponse.redirect(new URL(`${path}${search}`, request.nextUrl), 308);
  }

  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  if (isPlainPassword(request, path)) {
    const answer = await turnAway(request, { address: pathname + search, locale, nonce });
    answer?.headers.set('Content-Security-Policy', policy);
    if (answer) return answer;
  }
  const headers = new Headers(request.headers);
  headers.set('x-suanquan-locale', locale);
  headers.set('x-suanquan-path', `${path}${search}`);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);

  const secure = (process.env.AUTH_URL ?? '').startsWith('https://');
  const name = anonymousCookie(secure);
  const fresh = request.cookies.has(name) ? undefined : crypto.randomUUID() + crypto.randomUUID();
  // The page itself must see the cookie already, so that its forms carry a token that will hold.
  if (fresh) headers.append('cookie', `${name}=${fresh}`);

  const isApi = path.startsWith('/api/');
  const target = new URL(`/${locale}${path === '/' ? '' : path}${search}`, request.nextUrl);
  const response = isApi
    ? NextResponse.next({ request: { headers } })
    : NextResponse.rewrite(target, { request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  if (fresh) {
    response.cookies.set(name, fresh, { httpOnly: true, sameSite: 'lax', path: '/', secure });
  }
  return response;
}

/** A form of passwords from a browser without a script: its answer is a whole page, which has to be drawn. */
const isPlainPassword = (request: NextRequest, path: string): boolean =>
  request.method === 'POST' &&
  (path === '/sign-in' || path === '/sign-up') &&
  !request.headers.has('next-action');

/** What the form of a browser is shorter than; it says how long it is. */
const longestForm = 20_000;

/**
 * Turns a form of passwords away that is none, or for which there is no room; the action asks again before it
 * hashes. The form is read to its end first, so that nobody holds a place by sending slowly.
 * @returns the answer, or nothing where the form may go on
 */
async function turnAway(
  request: NextRequest,
  page: { address: string; locale: Locale; nonce: string },
): Promise<Response | undefined> {
  const length = Number(request.headers.get('content-length') ?? Infinity);
  if (!(length <= longestForm)) return new Response(null, { status: 413 });
  const body = await request.arrayBuffer();
  const network = networkIn(request.headers);
  const room = passwordSlots().hasRoom(network) && (await takeFormPlace(page.nonce, network));
  return room
    ? undefined
    : busyPage({ body, type: request.headers.get('content-type') ?? '' }, page);
}

/** Not so an address with a broken escape, or with a NUL that no column can hold: nothing is there. */
function isReadable(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes('\0');
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Widths of bars and the like stand in style attributes; no script can come from there.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const config = {
  // Files on their way in pass by: whatever comes through here is held in memory whole.
  matcher: ['/((?!_next/static|_next/image|favicon.ico|icon.svg|api/documents$).*)'],
};
