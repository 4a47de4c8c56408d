import 'server-only';
import { randomUUID } from 'node:crypto';
import { isLocale, type Locale } from '@/lib/locale';
import { preferredLocale } from '@/lib/negotiate';
import { problem, problemBody, type Problem, type ProblemKinds } from './problem';
import { generalProblems } from './problem-messages';

/** Pages of any site may read these answers, because nothing in them depends on a cookie. */
const openHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers':
    'Content-Language, ETag, Link, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
};

/**
 * Returns a problem as an answer, in the reader's language.
 * @throws Error for a code without a kind
 */
export function problemResponse(
  found: Problem,
  own: ProblemKinds,
  locale: Locale,
  requestId: string,
): Response {
  const kinds: ProblemKinds = { ...generalProblems, ...own };
  const kind = kinds[found.code];
  if (!kind) throw new Error(`No problem ${found.code} is declared.`);
  return new Response(JSON.stringify(problemBody(found, kind, locale, requestId)), {
    status: kind.status,
    headers: {
      ...found.headers,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': locale,
      'cache-control': 'no-store',
    },
  });
}

/** Sets the headers that every answer carries. */
export function dress(
  response: Response,
  requestId: string,
  more: Readonly<Record<string, string>> = {},
): Response {
  const { headers } = response;
  for (const [name, value] of Object.entries({ ...openHeaders, ...more })) headers.set(name, value);
  headers.set('vary', 'Accept-Language');
  headers.set('x-request-id', requestId);
  return response;
}

type ApiRequest = { readonly headers: Headers; readonly url: string; readonly method: string };

const localeOf = ({ url, headers }: ApiRequest): Locale => {
  const requested = new URL(url).searchParams.get('lang');
  return isLocale(requested) ? requested : preferredLocale(headers.get('accept-language'));
};

/** Answers with a problem that is found before any operation runs. */
export function refuse(request: ApiRequest, found: Problem): Response {
  const id = randomUUID();
  const response = dress(problemResponse(found, {}, localeOf(request), id), id);
  return request.method === 'HEAD' ? new Response(null, response) : response;
}

/** Answers for an address of the interface at which there is nothing, with any method. */
export const refuseAddress = (request: ApiRequest): Response =>
  refuse(request, problem('address_unknown'));

export const refuseMethod = (request: ApiRequest, allow: string): Response =>
  refuse(request, problem('method_not_allowed', { headers: { allow } }));
