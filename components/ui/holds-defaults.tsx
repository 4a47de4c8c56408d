'use client';

import type { ReactNode } from 'react';
import { HoldsContext } from './form-context';

/** Around the fields of a form that saves itself: a page that is fetched anew writes over none of them. */
export const HoldsDefaults = ({ children }: { children: ReactNode }) => (
  <HoldsContext value>{children}</HoldsContext>
);
