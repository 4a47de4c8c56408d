import { NextResponse, type NextRequest } from 'next/server';
import { anonymousCookie } from '@/lib/anonymous-cookie';
import { defaultLocale, localePath, splitLocale } from '@/lib/locale';
import { withoutEmpty } from '@/lib/input/without-empty';
import { networkIn } from '@/lib/network';
import { paths } from '@/lib/paths';
import { refuseAddress, refuseMethod } from '@/server/api/answer';
import { busyPage } from '@/server/busy-page';
import { fromEarlierBuild } from '@/server/earlier-build';
import { oddMethodHeader } from '@/server/odd-requests';
import { takeFormPlace } from '@/server/password-forms';
import { passwordSlots } from '@/server/password-slots';
import type { PlainReader } from '@/server/plain-page';
import { refusalPage } from '@/server/refusal-page';
import { sentHeader } from '@/server/sent-texts';

/**
 * Handles languages, security headers, the anonymous cookie, forms of an earlier build, addresses with empty filters, and
 * requests that the framework would fail on. It limits how fast forms of passwords are accepted. It never authorises: every page,
 * action and route handler checks authority at the gate.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  // Machines send no cookie and get none, and their answers carry their own language and policy.
  if (/^\/api\/v1(\/|$)/.test(pathname)) {
    if (!isKnown(request, machineMethods)) return refuseMethod(request, offered);
    return isReadable(pathname + search) ? NextResponse.next() : refuseAddress(request);
  }
  const { locale, path, explicit } = splitLocale(pathname);
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const isPage = !path.startsWith('/api/');
  const reader = { locale, nonce };
  if (isPage && !isKnown(request, pageMethods)) {
    const isFile = request.headers.get(oddMethodHeader) === 'file';
    return guarded(refusalPage(isFile ? 'fileMethod' : 'method', reader), path, policy);
  }
  if (isForeign(request)) return guarded(refusalPage('foreign', reader), path, policy);
  // Next fails on such a path when it is only rewritten.
  if (!isReadable(pathname + search)) {
    return NextResponse.redirect(new URL(localePath(locale, '/nowhere'), request.nextUrl), 303);
  }
  if (explicit && locale === defaultLocale) {
    return NextResponse.redirect(here(request, path, search), 308);
  }
  const effective = isPage && request.method !== 'POST' ? withoutEmpty(path, search) : search;
  if (effective !== search) return NextResponse.redirect(here(request, pathname, effective));

  if (isPlainPassword(request, path)) {
    const answer = await turnAway(request, { address: pathname + search, ...reader });
    if (answer) return guarded(answer, path, policy);
  }
  const headers = new Headers(request.headers);
  headers.set('x-suanquan-locale', locale);
  headers.set('x-suanquan-path', `${path}${search}`);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  headers.delete(sentHeader);
  // In development an action is compiled when it is first needed, and is only known after that.
  const built = process.env.NODE_ENV === 'production';
  const sent = built ? await fromEarlierBuild(request) : undefined;
  if (sent !== undefined) {
    headers.set(sentHeader, sent);
    // Next looks for an action only in a form, so with this type it shows the page.
    headers.set('content-type', 'text/plain');
  }

  const secure = (process.env.AUTH_URL ?? '').startsWith('https://');
  const name = anonymousCookie(secure);
  const fresh = request.cookies.has(name) ? undefined : crypto.randomUUID() + crypto.randomUUID();
  // The page must see the cookie in this request already, so that its forms carry a valid token.
  if (fresh) headers.append('cookie', `${name}=${fresh}`);

  const target = new URL(`/${locale}${path === '/' ? '' : path}${search}`, request.nextUrl);
  const response = isPage
    ? NextResponse.rewrite(target, { request: { headers } })
    : NextResponse.next({ request: { headers } });
  guarded(response, path, policy);
  if (fresh) {
    response.cookies.set(name, fresh, { httpOnly: true, sameSite: 'lax', path: '/', secure });
  }
  return response;
}

/** Returns another address of this portal. Resolved like a link, a path that begins with two slashes would name another host. */
function here(request: NextRequest, path: string, search: string): URL {
  const url = new URL(request.url);
  url.pathname = path;
  url.search = search;
  return url;
}

/**
 * Sets the policy on an answer. Where the address itself is a secret, it is also sent as a referrer to no page, not even the
 * portal's own, and no cache keeps it; a form must still say which site it comes from.
 */
function guarded(answer: Response, path: string, policy: string): Response {
  answer.headers.set('Content-Security-Policy', policy);
  if (path.startsWith(paths.resetPassword(''))) {
    answer.headers.set('Referrer-Policy', 'strict-origin');
    answer.headers.set('Cache-Control', 'private, no-store');
  }
  return answer;
}

/** Matches the pages where signed-out users send passwords or have them reset. */
const passwordPages = /^\/(sign-in|sign-up|forgot-password|reset-password\/[^/]+)$/;

/**
 * Returns whether a request is a form of passwords from a browser without a script, whose answer is a whole page that has to be
 * rendered.
 */
const isPlainPassword = (request: NextRequest, path: string): boolean =>
  request.method === 'POST' && passwordPages.test(path) && !request.headers.has('next-action');

/** The longest form of passwords in bytes; a browser's is shorter and declares its length. */
const longestForm = 20_000;

/**
 * Rejects an invalid form of passwords, and one for which there is no room; the action checks again before it hashes. The form is
 * read to its end first, so that a slow sender holds no place.
 * @returns the answer, or nothing where the form may continue
 */
async function turnAway(
  request: NextRequest,
  page: PlainReader & { address: string },
): Promise<Response | undefined> {
  const length = Number(request.headers.get('content-length') ?? Infinity);
  if (!(length <= longestForm)) return new Response(null, { status: 413 });
  // This reads a copy, because the form is read again to look for an action of an earlier build.
  const body = await request.clone().arrayBuffer();
  const network = networkIn(request.headers);
  const room = passwordSlots().hasRoom(network) && (await takeFormPlace(page.nonce, network));
  return room
    ? undefined
    : busyPage({ body, type: request.headers.get('content-type') ?? '' }, page);
}

const pageMethods = ['GET', 'HEAD', 'POST'];
const offered = 'GET, HEAD, POST, OPTIONS';
/** Methods that reach the route handlers for machines, which themselves refuse a method they lack and list the others. */
const machineMethods = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

const isKnown = ({ method, headers }: NextRequest, methods: readonly string[]): boolean =>
  methods.includes(method) && !headers.has(oddMethodHeader);

/** Returns whether an address can be read: it has no broken escape and no NUL, which no column can hold. */
function isReadable(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes('\0');
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/**
 * Returns whether a page of another site has sent the form or action. The framework would refuse it too, but as an error of the
 * portal; it compares the same headers.
 */
function isForeign({ method, headers }: NextRequest): boolean {
  const origin = headers.get('origin');
  if (origin === null || method === 'GET' || method === 'HEAD' || method === 'OPTIONS')
    return false;
  if (!URL.canParse(origin)) return true;
  const sender = new URL(origin).host;
  const forwarded = headers.get('x-forwarded-host')?.split(',')[0]?.trim();
  return sender !== forwarded && sender !== headers.get('host');
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Widths of bars and the like are in style attributes, which cannot run a script.
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
  // Uploads do not pass through here, because everything that does is held in memory as a whole. Nor do public/ and the addresses
  // for programs alone, which have no language and no page.
  matcher: [
    '/((?!_next/static/|_next/image|favicon\\.ico$|icon\\.svg$|apple-touch-icon\\.png$|icon-(?:192|512|maskable-512)\\.png$|site\\.webmanifest$|robots\\.txt$|sitemap\\.xml$|\\.well-known/security\\.txt$|api/documents$).*)',
  ],
};
