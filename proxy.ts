import { NextResponse, type NextRequest } from 'next/server';
import { anonymousCookie } from '@/lib/anonymous-cookie';
import { defaultLocale, localePath, splitLocale } from '@/lib/locale';
import { withoutEmpty } from '@/lib/input/asked-address';
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
 * Sees to languages, security headers, the anonymous cookie, forms of an earlier build, addresses without empty filters,
 * and a refusal for what the framework would break on. It never authorises: every page, action and route handler asks the gate
 * itself. It turns forms of passwords away that come too fast.
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  // Machines bring no cookie and get none, and their answers name their own language and policy.
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
  // Next itself breaks on such a path when it is only rewritten.
  if (!isReadable(pathname + search)) {
    return NextResponse.redirect(new URL(localePath(locale, '/nowhere'), request.nextUrl), 303);
  }
  if (explicit && locale === defaultLocale) {
    return NextResponse.redirect(here(request, path, search), 308);
  }
  const asked = isPage && request.method !== 'POST' ? withoutEmpty(path, search) : search;
  if (asked !== search) return NextResponse.redirect(here(request, pathname, asked));

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
  // In development an action is compiled when it is first needed, and known from then on.
  const built = process.env.NODE_ENV === 'production';
  const sent = built ? await fromEarlierBuild(request) : undefined;
  if (sent !== undefined) {
    headers.set(sentHeader, sent);
    // Next looks for an action in a form only: this way it shows the page.
    headers.set('content-type', 'text/plain');
  }

  const secure = (process.env.AUTH_URL ?? '').startsWith('https://');
  const name = anonymousCookie(secure);
  const fresh = request.cookies.has(name) ? undefined : crypto.randomUUID() + crypto.randomUUID();
  // The page itself must see the cookie already, so that its forms carry a token that will hold.
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

/** Gives another address of this portal. Resolved like a link, a path of two slashes would name another host. */
function here(request: NextRequest, path: string, search: string): URL {
  const url = new URL(request.url);
  url.pathname = path;
  url.search = search;
  return url;
}

/**
 * Puts the policy on an answer. Where the address itself is a secret, it is also told to no other page, the portal's own
 * included, and kept out of every store; a form must still say from which site it comes.
 */
function guarded(answer: Response, path: string, policy: string): Response {
  answer.headers.set('Content-Security-Policy', policy);
  if (path.startsWith(paths.resetPassword(''))) {
    answer.headers.set('Referrer-Policy', 'strict-origin');
    answer.headers.set('Cache-Control', 'private, no-store');
  }
  return answer;
}

/** Matches the pages where strangers send passwords, or ask to have theirs reset. */
const passwordPages = /^\/(sign-in|sign-up|forgot-password|reset-password\/[^/]+)$/;

/** Tells a form of passwords from a browser without a script: its answer is a whole page, which has to be drawn. */
const isPlainPassword = (request: NextRequest, path: string): boolean =>
  request.method === 'POST' && passwordPages.test(path) && !request.headers.has('next-action');

/** Longest form of passwords in bytes; a browser's is shorter, and says how long it is. */
const longestForm = 20_000;

/**
 * Turns a form of passwords away that is none, or for which there is no room; the action asks again before it
 * hashes. The form is read to its end first, so that nobody holds a place by sending slowly.
 * @returns the answer, or nothing where the form may go on
 */
async function turnAway(
  request: NextRequest,
  page: PlainReader & { address: string },
): Promise<Response | undefined> {
  const length = Number(request.headers.get('content-length') ?? Infinity);
  if (!(length <= longestForm)) return new Response(null, { status: 413 });
  // A copy: the form is looked at once more, for an action of an earlier build.
  const body = await request.clone().arrayBuffer();
  const network = networkIn(request.headers);
  const room = passwordSlots().hasRoom(network) && (await takeFormPlace(page.nonce, network));
  return room
    ? undefined
    : busyPage({ body, type: request.headers.get('content-type') ?? '' }, page);
}

const pageMethods = ['GET', 'HEAD', 'POST'];
const offered = 'GET, HEAD, POST, OPTIONS';
/** An address refuses those that it does not have itself, and names the others. */
const machineMethods = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

const isKnown = ({ method, headers }: NextRequest, methods: readonly string[]): boolean =>
  methods.includes(method) && !headers.has(oddMethodHeader);

/** Tells an address that can be read from one with a broken escape, or with a NUL that no column can hold. */
function isReadable(address: string): boolean {
  try {
    return !decodeURIComponent(address).includes('\0');
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/**
 * Tells a form or action that a page of another site has sent. The framework would refuse it as well, but
 * as a fault of ours; it compares the same headers.
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
  // Files on their way in pass by: whatever comes through here is held in memory whole. So do public/ and what is written for
  // programs alone: these have no language and no page.
  matcher: [
    '/((?!_next/static/|_next/image|favicon\\.ico$|icon\\.svg$|apple-touch-icon\\.png$|icon-(?:192|512|maskable-512)\\.png$|site\\.webmanifest$|robots\\.txt$|sitemap\\.xml$|\\.well-known/security\\.txt$|api/documents$).*)',
  ],
};
