import 'server-only';
import { randomUUID } from 'node:crypto';
import { isLocale, type Locale } from '@/lib/locale';
import { preferredLocale } from '@/lib/negotiate';
import { dress, problemResponse, type Handler } from './endpoint';
import { problem } from './problem';

const localeOf = (request: Request): Locale => {
  const asked = new URL(request.url).searchParams.get('lang');
  return isLocale(asked) ? asked : preferredLocale(request.headers.get('accept-language'));
};

type Methods = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
const refusable = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Everything of a GET but its body. */
const headOf =
  (get: Handler): Handler =>
  async (request, context) => {
    const { status, headers } = await get(request, context);
    return new Response(null, { status, headers });
  };

/**
 * All methods of one address: those that there are, HEAD with GET, OPTIONS for browsers that ask
 * first, and a problem for every other.
 */
export function route(handlers: { GET?: Handler; POST?: Handler }): Record<Methods, Handler> {
  const { GET, POST } = handlers;
  const allow = [...(GET ? ['GET', 'HEAD'] : []), ...(POST ? ['POST'] : []), 'OPTIONS'].join(', ');
  const refuse: Handler = (request) => {
    const id = randomUUID();
    const found = problem('method_not_allowed', { headers: { allow } });
    return Promise.resolve(dress(problemResponse(found, {}, localeOf(request), id), id));
  };
  const options: Handler = () =>
    Promise.resolve(
      dress(new Response(null, { status: 204 }), randomUUID(), {
        allow,
        'access-control-allow-methods': allow,
        'access-control-allow-headers': 'Accept-Language, Content-Type, If-None-Match',
        'access-control-max-age': '86400',
      }),
    );
  const none = Object.fromEntries(refusable.map((method) => [method, refuse]));
  return {
    ...(none as Record<(typeof refusable)[number], Handler>),
    ...(GET && { GET, HEAD: headOf(GET) }),
    ...(POST && { POST }),
    OPTIONS: options,
  };
}

/** An address of the interface at which there is nothing, whatever the method. */
const nothing: Handler = (request) => {
  const id = randomUUID();
  const found = problem('address_unknown');
  return Promise.resolve(dress(problemResponse(found, {}, localeOf(request), id), id));
};

export const nowhere: Record<(typeof refusable)[number], Handler> = {
  GET: nothing,
  HEAD: headOf(nothing),
  POST: nothing,
  PUT: nothing,
  PATCH: nothing,
  DELETE: nothing,
};
