'use client';

import { useRef, type CompositionEvent, type KeyboardEvent } from 'react';

/** Milliseconds: Safari ends a composition just before it reports the Enter that ended it. */
const sameKeystroke = 50;

/** Returns handlers for a form: the Enter that picks a Chinese candidate must not send the form. */
export function useCompositionGuard() {
  const endedAt = useRef(Number.NEGATIVE_INFINITY);
  return {
    onCompositionEnd(event: CompositionEvent) {
      endedAt.current = event.timeStamp;
    },
    onKeyDown(event: KeyboardEvent) {
      const composing =
        event.nativeEvent.isComposing || event.timeStamp - endedAt.current < sameKeystroke;
      if (event.key === 'Enter' && composing && event.target instanceof HTMLInputElement) {
        event.preventDefault();
      }
    },
  };
}
