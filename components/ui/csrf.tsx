'use client';

import {
  createContext,
  useCallback,
  useContext,
  useId,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { fetchSession } from './session-left';

type Csrf = {
  token: string;
  /** Random for each page: forms make their keys from it. */
  page: string;
  /** Sets another token for all forms of the page; without an argument it fetches one. */
  renew: (token?: string) => Promise<string | undefined>;
};

const CsrfContext = createContext<Csrf>({
  token: '',
  page: '',
  renew: () => Promise.resolve(undefined),
});

/**
 * Provides every form below it with the token that its action needs. A token belongs to one
 * session: a user who signed in again in another window gets a new token without losing the page.
 */
export function CsrfProvider(props: { token: string; page: string; children: ReactNode }) {
  const { token, page, children } = props;
  const [renewed, setRenewed] = useState<{ of: string; token: string }>();
  const renew = useCallback(
    async (given?: string) => {
      const fresh = given ?? (await fetchSession())?.csrf;
      if (fresh) setRenewed({ of: token, token: fresh });
      return fresh;
    },
    [token],
  );
  const now = renewed?.of === token ? renewed.token : token;
  // The first value stays, because a key must not change while its form is on the screen.
  const [first] = useState(page);
  const value = useMemo(() => ({ token: now, page: first, renew }), [now, first, renew]);
  return <CsrfContext value={value}>{children}</CsrfContext>;
}

/**
 * Returns the key under which a form's first sending takes effect once. No other form has this key,
 * on this page or another; a second press on the same form sends the same key.
 */
export function useFirstKey(): string {
  const { page } = useContext(CsrfContext);
  return `${page}${useId()}`;
}

export const useCsrf = () => useContext(CsrfContext).token;
export const useRenewCsrf = () => useContext(CsrfContext).renew;
