'use client';

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { askSession } from './session-left';

type Csrf = {
  token: string;
  /** Takes another token for all forms of the page; without one, asks for it. */
  renew: (token?: string) => Promise<string | undefined>;
};

const CsrfContext = createContext<Csrf>({ token: '', renew: () => Promise.resolve(undefined) });

/**
 * Gives every form below it the token that its action will ask for. A token is of one session: who
 * signed in again in another window gets a new one without losing the page.
 */
export function CsrfProvider({ token, children }: { token: string; children: ReactNode }) {
  const [renewed, setRenewed] = useState<{ of: string; token: string }>();
  const renew = useCallback(
    async (given?: string) => {
      const fresh = given ?? (await askSession())?.csrf;
      if (fresh) setRenewed({ of: token, token: fresh });
      return fresh;
    },
    [token],
  );
  const now = renewed?.of === token ? renewed.token : token;
  const value = useMemo(() => ({ token: now, renew }), [now, renew]);
  return <CsrfContext value={value}>{children}</CsrfContext>;
}

export const useCsrf = () => useContext(CsrfContext).token;
export const useRenewCsrf = () => useContext(CsrfContext).renew;
