'use client';

import { useEffect, useRef } from 'react';
import { forgetAll } from './kept-text';

/** In a form that signs out: what this browser still keeps of unsaved text is not left behind. */
export function ForgetOnSubmit() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    form?.addEventListener('submit', forgetAll);
    return () => form?.removeEventListener('submit', forgetAll);
  }, []);
  return <span ref={place} hidden />;
}
