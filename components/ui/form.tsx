'use client';

import { useActionState, useEffect, useId, useRef, type ReactNode } from 'react';
import { idle, type FormAction } from '@/lib/form-state';
import type { Locale } from '@/lib/locale';
import { cn } from './cn';
import { useCsrf } from './csrf';
import { FormContext } from './form-context';
import { uiMessages } from './messages';

type Faults = { errors: Readonly<Record<string, string>>; message?: string | undefined };

/** What is wrong, in one place, with a way to each field; takes the focus when it appears. */
export function ErrorSummary({ state, locale }: { state: Faults; locale: Locale }) {
  const t = uiMessages(locale);
  const ref = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => {
    ref.current?.focus();
    if (!document.title.startsWith(t.errorPrefix)) document.title = t.errorPrefix + document.title;
  }, [state, t.errorPrefix]);
  const errors = Object.entries(state.errors);
  return (
    <div
      ref={ref}
      role="alert"
      tabIndex={-1}
      aria-labelledby={titleId}
      className="border-danger bg-danger-bg mb-6 rounded border-2 p-4"
    >
      <h2 id={titleId} className="text-danger text-lg">
        {t.errorTitle}
      </h2>
      {errors.length === 0 ? (
        <p className="mt-1">{state.message}</p>
      ) : (
        <ul className="mt-2 list-disc pl-5">
          {errors.map(([name, text]) => (
            <li key={name}>
              <a className="text-danger underline underline-offset-3" href={`#f-${name}`}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/**
 * A form over one action. Without JavaScript it is a plain form whose page comes back with the
 * errors; with it nothing reloads. What was typed always comes back.
 */
export function ActionForm(props: {
  action: FormAction;
  locale: Locale;
  children: ReactNode;
  /** Made on the server with the page, so that a double click is one sending. */
  idempotencyKey?: string;
  className?: string;
  id?: string;
}) {
  const { action, locale, children, idempotencyKey, className, id } = props;
  const [state, submit] = useActionState(action, idle);
  const csrf = useCsrf();
  const faulty = state.status === 'invalid' || state.status === 'refused' ? state : undefined;
  const key = faulty?.idempotencyKey ?? idempotencyKey;
  return (
    <form action={submit} noValidate id={id} className={cn('space-y-6', className)}>
      {faulty && <ErrorSummary state={faulty} locale={locale} />}
      {state.status === 'done' && state.message && (
        <p role="status" className="border-success bg-success-bg text-success rounded border p-3">
          {state.message}
        </p>
      )}
      <input type="hidden" name="csrf" value={csrf} />
      {key && <input type="hidden" name="idempotencyKey" value={key} />}
      <FormContext value={{ locale, errors: faulty?.errors ?? {}, values: faulty?.values ?? {} }}>
        {children}
      </FormContext>
    </form>
  );
}
