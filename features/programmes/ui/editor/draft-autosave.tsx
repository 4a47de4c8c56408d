'use client';

import { CircleAlert, CircleDashed } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { askKnown } from '@/components/ui/ask-action';
import { cn } from '@/components/ui/cn';
import { useRenewCsrf } from '@/components/ui/csrf';
import { HiddenField } from '@/components/ui/fields';
import { useField, useFormLocale } from '@/components/ui/form-context';
import { watchForm, type Saving } from '@/features/applications/ui/autosave-engine';
import { idle, type FormAction } from '@/lib/form-state';

export type DraftTexts = { unsent: string; saving: string; offline: string; failed: string };

const single = (typed: string | readonly string[] | undefined) =>
  typeof typed === 'string' ? typed : undefined;

function statusOf(saving: Saving | undefined, texts: DraftTexts, before: string) {
  if (!saving || saving.kind === 'returned') return { status: before, trouble: false };
  switch (saving.kind) {
    case 'saved':
      return { status: saving.data.status ?? before, trouble: false };
    case 'saving':
      return { status: texts.saving, trouble: false };
    case 'refused':
    case 'signedOut':
    case 'conflict':
      return { status: saving.text, trouble: true };
    default:
      return { status: texts[saving.kind], trouble: true };
  }
}

/** Makes the form around it save itself, says so, and has the preview beside it fetched anew. */
export function DraftAutosave(props: {
  action: FormAction;
  texts: DraftTexts;
  revision: number;
  base: string;
  status: string;
}) {
  const { action, texts, revision, base, status: before } = props;
  const bar = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const [saving, setSaving] = useState<Saving>();
  const [kept, setKept] = useState<Readonly<Record<string, string>>>({});
  // A refused save brings the revision that the next one is to stand on.
  const refusedRevision = single(useField('revision').typed);
  const refusedBase = single(useField('base').typed);
  const renew = useRenewCsrf();
  const locale = useFormLocale();
  const latestRenew = useRef(renew);
  useEffect(() => {
    latestRenew.current = renew;
  }, [renew]);

  useEffect(() => {
    const form = bar.current?.closest('form');
    if (!form) return undefined;
    const { stop } = watchForm({
      form,
      save: (data) => askKnown({ action, locale }, idle, data),
      show: (next) => {
        setSaving(next);
        if (next.kind !== 'saved') return;
        setKept(next.data);
        router.refresh();
      },
      renew: () => latestRenew.current(),
    });
    return stop;
  }, [action, locale, router]);

  const newest = Number(refusedRevision ?? -1) > Number(kept.revision ?? revision);
  const { status, trouble } = statusOf(saving, texts, before);
  return (
    <div
      ref={bar}
      className="border-line bg-surface sticky top-0 z-10 -mx-4 flex flex-wrap items-center gap-x-3 gap-y-0.5 border-y px-4 py-1.5 text-sm sm:mx-0 sm:rounded sm:border"
    >
      <HiddenField
        name="revision"
        value={newest ? (refusedRevision ?? '') : (kept.revision ?? String(revision))}
      />
      <HiddenField name="base" value={newest ? (refusedBase ?? '') : (kept.base ?? base)} />
      <span className="text-warn inline-flex items-center gap-1 font-semibold whitespace-nowrap">
        <CircleDashed aria-hidden className="size-4" strokeWidth={1.75} />
        {texts.unsent}
      </span>
      <span
        role="status"
        className={cn(
          'inline-flex items-center gap-1',
          trouble ? 'text-danger font-semibold' : 'text-muted',
        )}
      >
        {trouble && <CircleAlert aria-hidden className="size-4 shrink-0" />}
        {status}
      </span>
    </div>
  );
}
