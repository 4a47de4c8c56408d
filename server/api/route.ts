import 'server-only';
import { randomUUID } from 'node:crypto';
import { dress, refuseAddress, refuseMethod } from './answer';
import type { Handler } from './endpoint';

type Methods = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
const refusable = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Answers HEAD: everything of a GET except its body. */
const headOf =
  (get: Handler): Handler =>
  async (request, context) => {
    const { status, headers } = await get(request, context);
    return new Response(null, { status, headers });
  };

/**
 * Returns all methods of one address: the given ones, HEAD with GET, OPTIONS for browsers that send
 * it first, and a problem for every other method.
 */
export function route(handlers: { GET?: Handler; POST?: Handler }): Record<Methods, Handler> {
  const { GET, POST } = handlers;
  const allow = [...(GET ? ['GET', 'HEAD'] : []), ...(POST ? ['POST'] : []), 'OPTIONS'].join(', ');
  const refuse: Handler = (request) => Promise.resolve(refuseMethod(request, allow));
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

const nothing: Handler = (request) => Promise.resolve(refuseAddress(request));

export const nowhere: Record<(typeof refusable)[number], Handler> = {
  GET: nothing,
  HEAD: nothing,
  POST: nothing,
  PUT: nothing,
  PATCH: nothing,
  DELETE: nothing,
};
