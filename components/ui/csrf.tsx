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
import { askSession } from './session-left';

type Csrf = {
  token: string;
  /** Random, and of this page alone: forms make their keys from it. */
  page: string;
  /** Takes another token for all forms of the page; without one, asks for it. */
  renew: (token?: string) => Promise<string | undefined>;
};

const CsrfContext = createContext<Csrf>({
  token: '',
  page: '',
  renew: () => Promise.resolve(undefined),
});

/**
 * Gives every form below it the token that its action will ask for. A token is of one session: who
 * signed in again in another window gets a new one without losing the page.
 */
export function CsrfProvider(props: { token: string; page: string; children: ReactNode }) {
  const { token, page, children } = props;
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
  // The first page's stays: a key must not change while its form is on the screen.
  const [first] = useState(page);
  const value = useMemo(() => ({ token: now, page: first, renew }), [now, first, renew]);
  return <CsrfContext value={value}>{children}</CsrfContext>;
}

/**
 * Returns the key under which a form's first sending has its effect once: no other form has it, on
 * this page or another, and a second press of the same form does.
 */
export function useFirstKey(): string {
  const { page } = useContext(CsrfContext);
  return `${page}${useId()}`;
}

export const useCsrf = () => useContext(CsrfContext).token;
export const useRenewCsrf = () => useContext(CsrfContext).renew;
