/**
 * The request that a test pretends to be in. A test file that needs one puts these in place of
 * `next/headers` and of the sealed cookie, the only parts of a request that need a running server:
 *
 *     vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
 *     vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);
 */
export const request = {
  headers: new Headers(),
  cookies: new Map<string, string>(),
  /** The session id in the envelope. */
  sid: null as string | null,
};

export const nextHeaders = {
  headers: () => Promise.resolve(request.headers),
  cookies: () =>
    Promise.resolve({
      get: (name: string) => {
        const value = request.cookies.get(name);
        return value === undefined ? undefined : { name, value };
      },
      set: (name: string, value: string) => void request.cookies.set(name, value),
    }),
};

export const envelope = {
  readEnvelope: () => Promise.resolve(request.sid),
  openEnvelope: (sid: string) => {
    request.sid = sid;
    return Promise.resolve();
  },
  closeEnvelope: () => {
    request.sid = null;
    return Promise.resolve();
  },
};
