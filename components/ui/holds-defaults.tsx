'use client';

import type { ReactNode } from 'react';
import { HoldsContext } from './form-context';

/** Wraps the fields of a form that saves itself, so that a page that is fetched again does not overwrite them. */
export const HoldsDefaults = ({ children }: { children: ReactNode }) => (
  <HoldsContext value>{children}</HoldsContext>
);
