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
import { withoutEmpty } from '@/lib/input/asked-address';
import { splitLocale, type Locale } from '@/lib/locale';
import { focusOnNews } from './arrival';
import { cn } from './cn';
import { useCompositionGuard } from './composition-guard';
import { ErrorSummary } from './error-summary';
import { FormContext } from './form-context';

type Values = Readonly<Record<string, string>>;

/** Returns the address that a form asks for, as a browser would make it, without what asks for nothing. */
function addressAsked(action: string, form: HTMLFormElement, submitter: HTMLElement | null) {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string') query.append(name, value);
  }
  return action + withoutEmpty(splitLocale(action).path, `?${query.toString()}`);
}

/** Asks through the router, so that the page around the answer stays. */
function useAsking(action: string) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const again = useRef(false);
  useEffect(() => {
    if (pending || !again.current) return;
    again.current = false;
    // Moves focus here where the same was asked once more: no new address tells that the answer has come.
    focusOnNews(true);
  }, [pending]);
  function ask(event: SubmitEvent<HTMLFormElement>) {
    if (event.defaultPrevented) return;
    event.preventDefault();
    const address = addressAsked(action, event.currentTarget, event.nativeEvent.submitter);
    again.current = address === window.location.pathname + window.location.search;
    startTransition(() => router.push(address));
  }
  return { pending, ask };
}

/** Keeps the same faults one object, because on a page that is fetched anew they are no news. */
function useFaults(errors: Values) {
  const [faults, setFaults] = useState({ errors });
  if (JSON.stringify(faults.errors) !== JSON.stringify(errors)) setFaults({ errors });
  return faults;
}

/**
 * A form that asks through the address: searches, filters, the questions of a check. It needs no
 * JavaScript, what it asks can be shared, and Back goes back. Its fields show what the address asks.
 */
export function GetForm(props: {
  locale: Locale;
  /** Where it asks, with its language. */
  action: string;
  children: ReactNode;
  /** Faults of what was asked, by field. */
  errors?: Values;
  /** What was typed, by field. */
  values?: Values;
  /** What else the address keeps. */
  keep?: Values;
  /** The name of a search, for those who jump from landmark to landmark. */
  search?: string;
  className?: string;
}) {
  const { locale, action, children, errors = {}, values = {}, keep = {}, search } = props;
  const guard = useCompositionGuard();
  const { pending, ask } = useAsking(action);
  const faults = useFaults(errors);
  const asked = useSearchParams().toString();
  const typed = Object.keys(values).length > 0 ? values : undefined;
  return (
    <form
      key={asked}
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
