'use client';

import { useState, type ReactNode } from 'react';

/**
 * Shows only its first children, while the page around it is loaded again after every save: the preview changes, but no
 * field changes while the user is typing.
 */
export function Frozen({ children }: { children: ReactNode }) {
  const [first] = useState(children);
  return first;
}
