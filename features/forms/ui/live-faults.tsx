'use client';

import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import { LiveFaultsContext } from '@/components/ui/form-context';
import { readTexts } from '../domain/save-basis';

const ShowFaultsContext = createContext<(faults: string) => void>(() => undefined);

/** Returns a function that passes the present faults of a save to the surrounding fields. */
export const useShowFaults = (): ((faults: string) => void) => useContext(ShowFaultsContext);

/**
 * Shows at the fields of a form the faults between answers that a save in the background found. It starts with the
 * faults of the saved answers.
 * @param props `first` holds the faults by field, as a save returns them
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
    <ShowFaultsContext value={setFaults}>
      <LiveFaultsContext value={byField}>{children}</LiveFaultsContext>
    </ShowFaultsContext>
  );
}
