'use client';

import { useRouter } from 'next/navigation';
import {
  startTransition,
  useActionState,
  useEffect,
  useRef,
  useState,
  type ReactNode,
  type SubmitEvent,
} from 'react';
import { idle, type FormAction, type FormState } from '@/lib/form-state';
import type { Locale } from '@/lib/locale';
import { sendAction } from './call-action';
import { cn } from './cn';
import { useCompositionGuard } from './composition-guard';
import { useCsrf, useFirstKey } from './csrf';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';
import { useLate } from './late-form';
import { words } from './words';

/** Shows what the action did and scrolls it into view; the live region is on the page before its text. */
function DoneBanner({ state, locale }: { state: FormState; locale: Locale }) {
  const ref = useRef<HTMLDivElement>(null);
  const message = state.status === 'done' ? state.message : undefined;
  useEffect(() => {
    if (message) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [state, message]);
  return (
    <div ref={ref} role="status" className="empty:m-0">
      {message && (
        <p
          data-form-answer
          className="border-success bg-success-bg text-success max-w-2xl rounded border px-4 py-2.5"
        >
          {words(message, locale)}
        </p>
      )}
    </div>
  );
}

/** Fetches the page again after a success that stays on it, because the action changed what it shows. */
function useDone(state: FormState, clears: boolean) {
  const form = useRef<HTMLFormElement>(null);
  const router = useRouter();
  useEffect(() => {
    if (state.status !== 'done') return;
    if (clears) form.current?.reset();
    router.refresh();
  }, [state, clears, router]);
  return form;
}

/**
 * Returns what was typed when the form last came back. After a success it is kept, so that no choice returns to its earlier
 * value, unless the form is to be empty then.
 */
function useTyped(state: FormState, clears: boolean) {
  const [typed, setTyped] = useState<Extract<FormState, { values: unknown }>['values']>();
  const next =
    state.status === 'invalid' || state.status === 'refused'
      ? state.values
      : clears && state.status === 'done'
        ? undefined
        : typed;
  if (next !== typed) setTyped(next);
  return next;
}

type Follow = (answer: Promise<FormState>) => Promise<FormState>;

/** Returns the action as a script calls it. The server renders the form with the action itself, for a form without a script. */
function useAction(action: FormAction, locale: Locale, follow: Follow) {
  return useActionState(
    typeof window === 'undefined'
      ? action
      : (previous: FormState, data: FormData) =>
          follow(sendAction({ action, locale }, previous, data)),
    idle,
  );
}

/** Returns the data that the form sends, with the button that was pressed. */
function dataOf(form: HTMLFormElement, submitter: HTMLElement | null) {
  const data = new FormData(form);
  if (submitter instanceof HTMLButtonElement && submitter.name) {
    data.append(submitter.name, submitter.value);
  }
  return data;
}

/**
 * Shows a form for one action. Without a script it is a plain form whose page comes back with the faults and with what was typed.
 * With a script nothing is loaded again; the script itself sends the form, because React empties a form that it sends, and chosen
 * files and passwords would be lost.
 */
export function ActionForm(props: {
  action: FormAction;
  locale: Locale;
  children: ReactNode;
  /** Empties the form after a success: for a form that adds one thing after another. */
  clears?: boolean;
  className?: string;
  id?: string;
  /** Set for one of several similar forms on a page: makes the ids of its fields differ. */
  scope?: string;
}) {
  const { action, locale, children, clears = false, className, id, scope } = props;
  const { late, follow } = useLate(scope);
  const [state, submit] = useAction(action, locale, follow);
  const csrf = useCsrf();
  const form = useDone(state, clears);
  const guard = useCompositionGuard();
  const typed = useTyped(state, clears);
  const faulty = state.status === 'invalid' || state.status === 'refused' ? state : undefined;
  const firstKey = useFirstKey();
  const key = (state.status === 'idle' ? undefined : state.idempotencyKey) ?? firstKey;

  function send(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent;
    // A button that has an action of its own is left to that action.
    if (event.defaultPrevented || submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    const data = dataOf(event.currentTarget, submitter);
    startTransition(() => submit(data));
  }

  const values = { values: typed, late, returned: faulty?.values, scope };
  return (
    <form
      ref={form}
      action={submit}
      onSubmit={send}
      noValidate
      id={id}
      className={cn('form-rhythm', className)}
      {...guard}
    >
      <FormContext value={{ locale, errors: faulty?.errors ?? {}, ...values }}>
        {faulty && <ErrorSummary state={faulty} locale={locale} />}
        <DoneBanner state={state} locale={locale} />
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="idempotencyKey" value={key} />
        {scope && <input type="hidden" name="formScope" value={scope} />}
        {children}
      </FormContext>
    </form>
  );
}
