'use client';

import { useRouter, useSearchParams } from 'next/navigation';
import {
  useEffect,
  useRef,
  useState,
  useTransition,
  type ReactNode,
  type SubmitEvent,
} from 'react';
import { withoutEmpty } from '@/lib/input/without-empty';
import { splitLocale, type Locale } from '@/lib/locale';
import { focusOnNews } from './arrival';
import { cn } from './cn';
import { useCompositionGuard } from './composition-guard';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';

type Values = Readonly<Record<string, string>>;

/** Returns the address that a form leads to, as a browser would make it, but without parameters that have no effect. */
function targetAddress(action: string, form: HTMLFormElement, submitter: HTMLElement | null) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string') query.append(name, value);
  }
  return action + withoutEmpty(splitLocale(action).path, `?${query.toString()}`);
}

/** Sends the form through the router, so that the rest of the page stays. */
function useAsking(action: string) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const again = useRef(false);
  useEffect(() => {
    if (pending || !again.current) return;
    again.current = false;
    // Where the same was sent again, focus is moved here: the address stays the same, so nothing else shows that the answer has
    // arrived.
    focusOnNews(true);
  }, [pending]);
  function ask(event: SubmitEvent<HTMLFormElement>) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const address = targetAddress(action, event.currentTarget, event.nativeEvent.submitter);
    again.current = address === window.location.pathname + window.location.search;
    startTransition(() => router.push(address));
  }
  return { pending, ask };
}

/** Returns the same object for equal faults, because on a page that is fetched again they are not new. */
function useFaults(errors: Values) {
  const [faults, setFaults] = useState({ errors });
  if (JSON.stringify(faults.errors) !== JSON.stringify(errors)) setFaults({ errors });
  return faults;
}

/**
 * Shows a form that leads to an address: searches, filters, the questions of a check. It needs no JavaScript, its address can be
 * shared, and Back works. Its fields show the values of the address.
 */
export function GetForm(props: {
  locale: Locale;
  /** The address the form leads to, with its language. */
  action: string;
  children: ReactNode;
  /** Faults by field. */
  errors?: Values;
  /** What was typed, by field. */
  values?: Values;
  /** Other parameters that the address keeps. */
  hiddenFields?: Values;
  /** The name of a search, for users who jump between landmarks. */
  search?: string;
  className?: string;
}) {
  const {
    locale,
    action,
    children,
    errors = {},
    values = {},
    hiddenFields: keep = {},
    search,
  } = props;
  const guard = useCompositionGuard();
  const { pending, ask } = useAsking(action);
  const faults = useFaults(errors);
  const query = useSearchParams().toString();
  const typed = Object.keys(values).length > 0 ? values : undefined;
  return (
    <form
      key={query}
      action={action}
      method="get"
      onSubmit={ask}
      noValidate
      aria-busy={pending || undefined}
      role={search ? 'search' : undefined}
      aria-label={search}
      className={cn('form-rhythm', props.className)}
      {...guard}
    >
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormContext value={{ locale, errors, values: typed }}>
        {Object.keys(errors).length > 0 && <ErrorSummary state={faults} locale={locale} />}
        {children}
      </FormContext>
    </form>
  );
}
