'use client';

import { useState, type ReactNode } from 'react';

/**
 * Keeps what it was first given, while the page around it is fetched anew after every save: the
 * preview changes, and no field jumps under the hands of whoever is typing.
 */
export function Frozen({ children }: { children: ReactNode }) {
  const [first] = useState(children);
  return first;
}
