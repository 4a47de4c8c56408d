'use client';

import { CircleAlert } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { Locale } from '@/lib/locale';
import { dropFlash } from './flash-place';
import { useIdOf } from './form-context';
import { uiMessages } from './messages';
import { ReloadKeeping } from './reload-keeping';
import { langOf, words } from './words';

type Faults = {
  errors: Readonly<Record<string, string>>;
  message?: string | undefined;
  /** The address for signing in, where the user is signed out. */
  signIn?: string | undefined;
  /** The reason; a page of an earlier build shows a button that loads it again. */
  code?: string | undefined;
};

/**
 * Adds the label of a field before its fault, because "Fill this in" alone is not enough in a list.
 * The labels are read from the fields themselves, which are on the page when this runs.
 */
function nameFault(element: HTMLElement | null, name: string, locale: Locale) {
  if (!element) return;
  const labels = element.closest('form')?.querySelectorAll<HTMLElement>('[data-label-of]') ?? [];
  const label = [...labels].find(({ dataset }) => dataset.labelOf === name)?.textContent.trim();
  element.textContent = label ? label + uiMessages(locale).colon : '';
  element.lang = langOf(label ?? '', locale) ?? locale;
}

/** Marks the title of the page as one with errors as long as there are any. */
function useErrorTitle(state: Faults, prefix: string) {
  useEffect(() => {
    const mark = () => {
      const { title } = document;
      if (title !== '' && !title.startsWith(prefix)) document.title = prefix + title;
    };
    mark();
    // A page that is fetched again may set the title after its contents, so it is marked again.
    const titles = new MutationObserver(mark);
    titles.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => {
      titles.disconnect();
      if (document.title.startsWith(prefix)) document.title = document.title.slice(prefix.length);
    };
  }, [state, prefix]);
}

/** Shows the faults at the head of the form, and takes focus every time the form comes back. */
export function ErrorSummary({ state, locale }: { state: Faults; locale: Locale }) {
  const t = uiMessages(locale);
  const idOf = useIdOf();
  const ref = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useErrorTitle(state, t.errorPrefix);
  useEffect(() => {
    dropFlash();
    ref.current?.focus();
  }, [state]);
  const errors = Object.entries(state.errors);
  return (
    <div
      ref={ref}
      role="alert"
      data-form-answer
      tabIndex={-1}
      aria-labelledby={titleId}
      className="border-danger bg-danger-bg text-danger flex max-w-2xl gap-3 rounded border px-4 py-3"
    >
      <CircleAlert aria-hidden className="mt-1 size-5 shrink-0" strokeWidth={1.75} />
      <div className="min-w-0 grow">
        <h2 id={titleId} className="text-base font-semibold">
          {words(state.message ?? t.errorTitle, locale)}
        </h2>
        {state.signIn && (
          <a className="underline underline-offset-3" href={state.signIn} target="_blank">
            {t.signInAgain}
          </a>
        )}
        {state.code === 'renewed' && <ReloadKeeping />}
        {errors.length > 0 && (
          <ul className="mt-1 space-y-1">
            {errors.map(([name, text]) => (
              <li key={name}>
                <a className="underline underline-offset-3" href={`#${idOf(name)}`}>
                  <span ref={(element) => nameFault(element, name, locale)} />
                  {words(text, locale)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
