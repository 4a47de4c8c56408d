'use client';

import { CircleDashed } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { callAction } from '@/components/ui/call-action';
import { useRenewCsrf } from '@/components/ui/csrf';
import { HiddenField } from '@/components/ui/fields';
import { dropFlash } from '@/components/ui/flash-place';
import { useField, useFormLocale } from '@/components/ui/form-context';
import { SaveStatus, type SaveTone } from '@/components/ui/save-status';
import { StickyBar } from '@/components/ui/sticky-bar';
import type { Saving } from '@/features/forms/domain/saving';
import { watchForm } from '@/features/forms/ui/autosave-engine';
import { idle, type FormAction } from '@/lib/form-state';

export type DraftTexts = { unsent: string; saving: string; offline: string; failed: string };

const single = (typed: string | readonly string[] | undefined) =>
  typeof typed === 'string' ? typed : undefined;

type Status = { status: string; tone: SaveTone };

function statusOf(saving: Saving | undefined, texts: DraftTexts, before: string): Status {
  if (!saving || saving.kind === 'returned') return { status: before, tone: 'plain' };
  switch (saving.kind) {
    case 'saved':
      return { status: saving.data.status ?? before, tone: 'plain' };
    case 'saving':
      return { status: texts.saving, tone: 'plain' };
    case 'refused':
    case 'signedOut':
    case 'conflict':
      return { status: saving.text, tone: 'trouble' };
    default:
      return { status: texts[saving.kind], tone: 'trouble' };
  }
}

/** Saves the form around it automatically, shows the status, and reloads the preview beside it. */
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
  const [saved, setSaved] = useState<Readonly<Record<string, string>>>({});
  // A refused save returns the revision that the next save has to be based on.
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
      save: (data) => callAction({ action, locale }, idle, data),
      show: (next) => {
        setSaving(next);
        if (next.kind !== 'saved') return;
        setSaved(next.data);
        router.refresh();
      },
      renew: () => latestRenew.current(),
    });
    return stop;
  }, [action, locale, router]);

  const newest = Number(refusedRevision ?? -1) > Number(saved.revision ?? revision);
  const { status, tone } = statusOf(saving, texts, before);
  useEffect(() => {
    if (tone === 'trouble') dropFlash();
  }, [tone]);
  return (
    <div ref={bar} className="contents">
      <HiddenField
        name="revision"
        value={newest ? (refusedRevision ?? '') : (saved.revision ?? String(revision))}
      />
      <HiddenField name="base" value={newest ? (refusedBase ?? '') : (saved.base ?? base)} />
      <StickyBar
        edge="top"
        className="border-line bg-surface -mx-4 mb-6 flex flex-wrap items-center gap-x-3 gap-y-0.5 border-y px-4 py-1.5 text-sm sm:mx-0 sm:rounded sm:border"
      >
        <span className="text-warn inline-flex items-center gap-1 font-semibold whitespace-nowrap">
          <CircleDashed aria-hidden className="size-4" strokeWidth={1.75} />
          {texts.unsent}
        </span>
        <SaveStatus status={status} tone={tone} />
      </StickyBar>
    </div>
  );
}
