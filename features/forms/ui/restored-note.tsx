'use client';

import { Callout } from '@/components/ui/callout';
import { Button } from '@/components/ui/button';

/** Shows that text from an earlier visit was restored, and a button that discards it. */
export function RestoredNote(props: { text: string; discardLabel: string; onDiscard: () => void }) {
  return (
    <Callout tone="info" live>
      <p>{props.text}</p>
      <p className="mt-2">
        <Button variant="secondary" size="sm" onClick={props.onDiscard}>
          {props.discardLabel}
        </Button>
      </p>
    </Callout>
  );
}
