'use client';

import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { LiveFaultsContext } from '@/components/ui/form-context';
import { readTexts } from '../domain/footing';

const TellContext = createContext<(faults: string) => void>(() => undefined);

/** Returns how to tell the fields around it their faults as they are now, as a save brought them. */
export const useTellFaults = (): ((faults: string) => void) => useContext(TellContext);

/**
 * Shows at the fields of a form what a save in the background found wrong between them. It begins with
 * what is wrong with the answers that are kept.
 * @param props `first` holds the faults by field, as a save brings them
 */
export function LiveFaults({ first, children }: { first: string; children: ReactNode }) {
  const [faults, setFaults] = useState(first);
  const [seen, setSeen] = useState(first);
  if (first !== seen) {
    setSeen(first);
    setFaults(first);
  }
  const byField = useMemo(() => readTexts(faults), [faults]);
  return (
    <TellContext value={setFaults}>
      <LiveFaultsContext value={byField}>{children}</LiveFaultsContext>
    </TellContext>
  );
}
