'use client';

import { useEffect, useRef } from 'react';
import { forgetAll } from './unsaved-text';

/** Deletes the unsaved texts that this browser keeps; used in a form that signs out. */
export function ForgetOnSubmit() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    form?.addEventListener('submit', forgetAll);
    return () => form?.removeEventListener('submit', forgetAll);
  }, []);
  return <span ref={place} hidden />;
}
