'use client';

import { Callout } from '@/components/ui/callout';
import { Button } from '@/components/ui/button';

/** Says that text of an earlier visit is back, and lets one do without it. */
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
