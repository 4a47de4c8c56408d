'use client';

import { useEffect, useRef, useState } from 'react';
import { HiddenField } from '@/components/ui/fields';
import { useField } from '@/components/ui/form-context';
import { idle, type FormAction } from '@/lib/form-state';
import { watchForm, type Saving } from './autosave-engine';
import { DraftBar } from './draft-bar';

export type AutosaveTexts = {
  notSubmitted: string;
  saving: string;
  offline: string;
  failed: string;
  amountLabel: string;
  amountUnknown: string;
};

const single = (typed: string | readonly string[] | undefined) =>
  typeof typed === 'string' ? typed : undefined;

function statusOf(saving: Saving | undefined, texts: AutosaveTexts, before: string) {
  if (!saving) return { status: before };
  switch (saving.kind) {
    case 'saved':
      return { status: saving.data.status ?? before };
    case 'saving':
      return { status: texts.saving };
    case 'refused':
      return { status: saving.text, trouble: true };
    default:
      return { status: texts[saving.kind], trouble: true };
  }
}

/**
 * Makes the form around it save itself, and says so. Without JavaScript only the bar is left, and
 * the form's own button saves.
 */
export function Autosave(props: {
  action: FormAction;
  texts: AutosaveTexts;
  revision: number;
  base: string;
  status: string;
  amount: string;
}) {
  const { action, texts, revision, base, status, amount } = props;
  const bar = useRef<HTMLDivElement>(null);
  const [saving, setSaving] = useState<Saving>();
  const [kept, setKept] = useState<Readonly<Record<string, string>>>({});
  // A refused save brings the revision that the next one is to stand on.
  const refusedRevision = single(useField('revision').typed);
  const refusedBase = single(useField('base').typed);

  useEffect(() => {
    const form = bar.current?.closest('form');
    if (!form) return undefined;
    return watchForm(
      form,
      (data) => action(idle, data),
      (next) => {
        setSaving(next);
        if (next.kind === 'saved') setKept(next.data);
      },
    );
  }, [action]);

  const newest = Number(refusedRevision ?? -1) > Number(kept.revision ?? revision);
  return (
    <div ref={bar} className="contents">
      <HiddenField
        name="revision"
        value={newest ? (refusedRevision ?? '') : (kept.revision ?? String(revision))}
      />
      <HiddenField name="base" value={newest ? (refusedBase ?? '') : (kept.base ?? base)} />
      <DraftBar
        notSubmitted={texts.notSubmitted}
        amountLabel={texts.amountLabel}
        amount={(kept.amount ?? amount) || texts.amountUnknown}
        {...statusOf(saving, texts, status)}
      />
    </div>
  );
}
