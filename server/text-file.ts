import 'server-only';

/**
 * Answers with a file for programs that is the same for every user. Caches may keep it for an hour; opened in a browser it may
 * load nothing.
 */
export const textFile = (text: string, type: 'text/plain' | 'application/xml'): Response =>
  new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': 'public, max-age=3600',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    },
  });
