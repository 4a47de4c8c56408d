'use client';

import { createContext, useContext, type ReactNode } from 'react';

const CsrfContext = createContext('');

/** Gives every form below it the token that its action will ask for. */
export function CsrfProvider({ token, children }: { token: string; children: ReactNode }) {
  return <CsrfContext value={token}>{children}</CsrfContext>;
}

export const useCsrf = () => useContext(CsrfContext);
