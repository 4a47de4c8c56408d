'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { callAction } from '@/components/ui/call-action';
import { useFormLocale, useReturned } from '@/components/ui/form-context';
import { useRenewCsrf } from '@/components/ui/csrf';
import { dropFlash } from '@/components/ui/flash-place';
import { forgetOld, unsavedKey, readUnsaved } from '@/components/ui/unsaved-text';
import type { SaveTone } from '@/components/ui/save-status';
import { words } from '@/components/ui/words';
import { formatDateTime } from '@/lib/dates';
import { idle, type FormAction } from '@/lib/form-state';
import { readConflicts, type Conflict } from '../domain/conflicts';
import { isNewer, readTexts, type SaveBasis } from '../domain/save-basis';
import type { FormSection } from '../domain/form';
import { restored } from '../domain/restore';
import type { Saving } from '../domain/saving';
import { momentMessages } from '../moment-messages';
import type { SavingTexts } from '../saving-messages';
import { runningSave, watchForm, type Saver } from './autosave-engine';
import { ConflictPanel } from './conflict-panel';
import { DraftBar } from './draft-bar';
import { answersIn } from './newer-answers';
import { useShowFaults } from './live-faults';
import { putAnswer } from './put-answer';
import { RestoredNote } from './restored-note';

type Shown = { progress: string; amount: string; reason: string; status: string };
type Props = Shown & {
  action: FormAction;
  /** The user and the part of a case under which the browser keeps unsaved text. */
  owner: string;
  form: string;
  section: FormSection;
  revision: number;
  base: string;
  colleague: string | undefined;
  /** The portal's time in milliseconds. */
  now: number;
  labels: { notSubmitted: string; amount: string; unknown: string };
  texts: SavingTexts;
};

/** Text that came back into the form: when it was typed, by the portal's clock, and the answers before it. */
type Back = { at: number; before: Readonly<Record<string, string>> };

/** Puts an answer into the form. @returns whether the form shows it now */
function put(form: HTMLFormElement, section: FormSection, name: string, answer: string): boolean {
  const field = section.fields.find((one) => one.name === name);
  return field !== undefined && putAnswer(form, field, answer);
}

/** Runs a function after React's effects, because a table renders its rows at once when it gets an answer. */
const afterEffects = (run: () => void): void => {
  queueMicrotask(run);
};

/** Puts text that was typed in an earlier visit and never saved back into the form. */
function bringBack(
  { form, section, key }: { form: HTMLFormElement; section: FormSection; key: string },
  saver: Saver,
  base: string,
) {
  const unsaved = readUnsaved(key);
  if (!unsaved) return undefined;
  saver.keepAbsent(unsaved);
  const stored = readTexts(base);
  const before = { base: readTexts(unsaved.base), values: unsaved.values };
  const answers = Object.entries(restored(section, before, stored));
  if (answers.length === 0) {
    saver.advance(saver.basis);
    return undefined;
  }
  const back = answers.filter(([name, answer]) => put(form, section, name, answer));
  // The form does not ask for it today, so it stays in the browser.
  if (back.length === 0) return undefined;
  saver.resume(unsaved);
  return { at: unsaved.at, before: stored };
}

function useSaver(bar: RefObject<HTMLDivElement | null>, props: Props) {
  const { action, owner, form: name, revision, base } = props;
  const [saving, setSaving] = useState<Saving>();
  const [back, setBack] = useState<Back>();
  const [conflicts, setConflicts] = useState<readonly Conflict[]>();
  const [basis, setBasis] = useState<SaveBasis>({ revision: String(revision), base });
  const saver = useRef<Saver>(null);
  const first = useRef({ basis, section: props.section, now: props.now });
  const router = useRouter();
  const renew = useRenewCsrf();
  const locale = useFormLocale();
  // Each page load passes the action as a new function. The form continues with the present one.
  const latest = useRef({ renew, action, locale });
  const key = unsavedKey(owner, name);
  useEffect(() => {
    latest.current = { renew, action, locale };
  }, [renew, action, locale]);
  useEffect(() => {
    const form = bar.current?.closest('form');
    if (!form) return undefined;
    const { section, now } = first.current;
    // The browser's clock dates the text that the browser keeps. The page shows times by the portal's clock.
    const clock = performance.timeOrigin + performance.now();
    const show = (next: Saving) => {
      setSaving(next);
      if (next.kind === 'conflict') setConflicts(next.conflicts);
      if (next.kind === 'saved' || next.kind === 'returned') setConflicts(undefined);
      if (saver.current) setBasis(saver.current.basis);
    };
    const watch = watchForm({
      form,
      show,
      draft: { key, section, basis: first.current.basis },
      save: (data) => callAction(latest.current, idle, data),
      renew: () => latest.current.renew(),
    });
    saver.current = watch.saver;
    forgetOld(clock);
    const open = () => {
      if (saver.current !== watch.saver || watch.saver.unsaved) return;
      const brought = bringBack({ form, section, key }, watch.saver, first.current.basis.base);
      setBack(brought && { ...brought, at: brought.at + now - clock });
      setBasis(watch.saver.basis);
    };
    const before = runningSave(key);
    if (!before) afterEffects(open);
    // The user left the page during a save and came back: the server shows the result of that save.
    else void before.then(() => router.refresh()).then(open);
    return () => {
      saver.current = null;
      watch.stop();
    };
  }, [bar, key, router]);
  return { saver, saving, conflicts, back, setBack, basis, setBasis };
}

const single = (value: string | readonly string[] | undefined) =>
  typeof value === 'string' ? value : undefined;

/** Updates the unchanged fields when the page shows newer answers than those on which the form is based. */
function useNewer(
  { saver, setBasis }: Pick<ReturnType<typeof useSaver>, 'saver' | 'setBasis'>,
  { revision, base }: Props,
) {
  useEffect(() => {
    afterEffects(() => {
      const { current } = saver;
      if (!current || revision <= Number(current.basis.revision)) return;
      current.advance({ revision: String(revision), base });
      setBasis(current.basis);
    });
  }, [saver, setBasis, revision, base]);
}

/**
 * Handles a form that was sent by its button and refused. If it is sent again, the colleague's answers that were
 * shown count as seen. A save in the background continues to report the conflict until the user chooses.
 */
function useCameBack({ saver, basis }: Pick<ReturnType<typeof useSaver>, 'saver' | 'basis'>) {
  const returned = useReturned();
  const base = single(returned?.base);
  const revision = single(returned?.revision);
  const conflicts = single(returned?.conflicts);
  const fresh =
    conflicts !== undefined && base !== undefined && revision !== undefined
      ? { base, revision }
      : undefined;
  useEffect(() => {
    if (!returned) return;
    const seenBase = single(returned.conflicts) === undefined ? undefined : single(returned.base);
    afterEffects(() => saver.current?.cameBack(seenBase));
  }, [saver, returned]);
  return {
    conflicts: readConflicts(conflicts),
    // Some fields of the form may be based on older answers than the form's revision.
    sent: fresh && !isNewer(basis, fresh) ? fresh : basis,
  };
}

type Status = { status: string; tone?: SaveTone; signIn?: string };

/** Returns whether a save left out an answer, or saved one that contradicts another. */
const hasFaults = ({ left, faults = '{}' }: Readonly<Record<string, string>>) =>
  left !== undefined || faults !== '{}';

function statusOf(saving: Saving | undefined, t: SavingTexts): Status | undefined {
  if (!saving || saving.kind === 'returned') return undefined;
  switch (saving.kind) {
    case 'saved':
      return { status: saving.data.status ?? '', tone: hasFaults(saving.data) ? 'wrong' : 'plain' };
    case 'saving':
      return { status: t.saving };
    case 'signedOut':
      return { status: t.signedOut, tone: 'trouble', signIn: saving.signIn };
    case 'conflict':
    case 'refused':
      return { status: saving.text, tone: 'trouble' };
    default:
      return { status: t[saving.kind], tone: 'trouble' };
  }
}

/**
 * Passes to the fields the faults between answers that a save found. An old "saved" message is removed once there is
 * a fault.
 */
function useFaults(saving: Saving | undefined, tone: SaveTone | undefined) {
  const tell = useShowFaults();
  const faults = saving?.kind === 'saved' ? saving.data.faults : undefined;
  useEffect(() => {
    if (faults !== undefined) tell(faults);
  }, [tell, faults, saving]);
  useEffect(() => {
    if (tone === 'wrong' || tone === 'trouble') dropFlash();
  }, [tone]);
}

/** Returns what the last save reported, merged over the page's data. */
function useSaveData(saving: Saving | undefined, props: Props) {
  const [reported, setReported] = useState<Readonly<Record<string, string>>>({});
  const router = useRouter();
  const data = saving?.kind === 'saved' ? saving.data : undefined;
  const [seen, setSeen] = useState(data);
  if (data && data !== seen) {
    setSeen(data);
    setReported(data);
  }
  const amount = reported.amount ?? props.amount;
  const reason = reported.reason ?? props.reason;
  const expected = `${amount}/${reason}`;
  const before = useRef(expected);
  // The server renders the calculation beside the form, so it is loaded again.
  useEffect(() => {
    if (before.current === expected) return;
    before.current = expected;
    router.refresh();
  }, [expected, router]);
  return { progress: props.progress, status: props.status, ...reported, amount, reason };
}

/**
 * Makes the surrounding form save itself, and shows the state of the saves. Without JavaScript only the bar and the
 * conflicts remain, and the form's own buttons save.
 */
export function Autosave(props: Props) {
  const locale = useFormLocale();
  const { texts: t } = props;
  const bar = useRef<HTMLDivElement>(null);
  const state = useSaver(bar, props);
  const { saver, saving, back, setBack } = state;
  useNewer(state, props);
  const { conflicts: returned, sent } = useCameBack(state);
  const data = useSaveData(saving, props);
  const status = statusOf(saving, t);
  useFaults(saving, status?.tone);
  const colleague = saving?.kind === 'saved' ? saving.data.colleague : props.colleague;
  const conflicts = state.conflicts ?? (saving?.kind === 'saved' ? [] : returned);

  /**
   * Saves the user's choice in a conflict. @returns whether it could; otherwise the button sends the form with the
   * choice
   */
  function chooseAnswer(conflict: Conflict, theirs: boolean): boolean {
    const form = bar.current?.closest('form');
    const { current } = saver;
    if (!form || !current) return false;
    if (theirs) {
      put(form, props.section, conflict.name, conflict.standing);
      const shows = answersIn(form, props.section)[conflict.name] ?? '';
      if (shows !== conflict.standing) return false;
    }
    // For this field alone, the next save is based on the colleague's answer that the user has seen.
    const base = { ...readTexts(current.basis.base), [conflict.name]: conflict.standing };
    current.saveChoice({ ...current.basis, base: JSON.stringify(base) });
    return true;
  }

  function discard(before: Back['before']) {
    const form = bar.current?.closest('form');
    if (!form || !saver.current) return;
    for (const [name, value] of Object.entries(before)) put(form, props.section, name, value);
    setBack(undefined);
    saver.current.discard({ revision: String(props.revision), base: props.base });
  }

  return (
    <div ref={bar} className="contents">
      <input type="hidden" name="revision" value={sent.revision} />
      <input type="hidden" name="base" value={sent.base} />
      <DraftBar
        notSubmitted={props.labels.notSubmitted}
        progress={data.progress}
        amountLabel={props.labels.amount}
        amount={data.amount}
        reason={data.reason}
        unknown={props.labels.unknown}
        colleague={words(colleague, locale)}
        signInLabel={t.signInAgain}
        {...status}
        status={words(status?.status ?? data.status, locale)}
      />
      <div className="mb-6 space-y-4 empty:hidden">
        {back && (
          <RestoredNote
            text={momentMessages(locale).restored({
              time: formatDateTime(new Date(back.at), locale),
            })}
            discardLabel={t.discardRestored}
            onDiscard={() => discard(back.before)}
          />
        )}
        <ConflictPanel conflicts={conflicts} locale={locale} texts={t} onChoose={chooseAnswer} />
      </div>
    </div>
  );
}
