'use client';

import { useContext, useEffect, useRef, type ReactNode } from 'react';
import { ChevronDown, ChevronUp, Plus, Trash2 } from 'lucide-react';
import { FieldError } from '@/components/ui/field-frame';
import { FormContext, useField, useIdOf } from '@/components/ui/form-context';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { countOf } from '@/features/rules/domain/parameters';
import { editorMessages } from '../messages';

/** Scrolls to the row that the address names (the one just added or moved) and focuses its first field. */
function useArrival(place: string) {
  const ref = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (decodeURIComponent(window.location.hash.slice(1)) !== `row-${place}`) return;
    ref.current?.scrollIntoView({ block: 'center' });
    ref.current?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea')?.focus();
  }, [place]);
  return ref;
}

function RowButtons(props: {
  locale: Locale;
  list: string;
  at: number;
  count: number;
  name: string;
}) {
  const { locale, list, at, count, name } = props;
  const t = editorMessages(locale);
  const said = (what: string) => (
    <>
      {what}
      <span className="sr-only"> {words(name, locale)}</span>
    </>
  );
  return (
    <div className="flex flex-wrap gap-1">
      {at > 0 && (
        <SubmitButton name="move" value={`up:${list}.${at}`} variant="quiet" size="sm">
          <ChevronUp aria-hidden className="size-4" strokeWidth={1.75} />
          {said(t.moveUp)}
        </SubmitButton>
      )}
      {at < count - 1 && (
        <SubmitButton name="move" value={`down:${list}.${at}`} variant="quiet" size="sm">
          <ChevronDown aria-hidden className="size-4" strokeWidth={1.75} />
          {said(t.moveDown)}
        </SubmitButton>
      )}
      <SubmitButton name="move" value={`remove:${list}.${at}`} variant="quiet" size="sm">
        <Trash2 aria-hidden className="size-4" strokeWidth={1.75} />
        {said(t.removeRow)}
      </SubmitButton>
    </div>
  );
}

function Row(props: {
  locale: Locale;
  list: string;
  at: number;
  count: number;
  label: string;
  children: ReactNode;
}) {
  const { locale, list, at, count, label, children } = props;
  const ref = useArrival(`${list}.${at}`);
  const name = editorMessages(locale).row({ label, number: at + 1 });
  return (
    <fieldset
      ref={ref}
      id={`row-${list}.${at}`}
      className="border-line bg-surface scroll-mt-28 rounded border px-4 pt-2 pb-4"
    >
      <legend className="sr-only">{words(name, locale)}</legend>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p aria-hidden className="text-muted text-sm font-semibold">
          {words(name, locale)}
        </p>
        <RowButtons locale={locale} list={list} at={at} count={count} name={name} />
      </div>
      {children}
    </fieldset>
  );
}

/**
 * Shows a list whose rows are added, removed and moved by buttons of the form. A form that was refused shows as many
 * rows as were sent, so that no typed text is lost.
 */
export function RowList(props: {
  locale: Locale;
  path: string;
  label: string;
  hint?: string | undefined;
  /** The number of stored rows. */
  storedCount: number;
  row: (at: number) => ReactNode;
}) {
  const { locale, path, label, hint, storedCount, row } = props;
  const t = editorMessages(locale);
  const idOf = useIdOf();
  const { values } = useContext(FormContext);
  const name = countOf(path);
  const { error, typed } = useField(name);
  const count = values === undefined || typeof typed !== 'string' ? storedCount : Number(typed);
  const add = (
    <SubmitButton name="move" value={`add:${path}`} variant="secondary" size="sm">
      <Plus aria-hidden className="size-4" strokeWidth={1.75} />
      {t.add}
      <span className="sr-only"> {label}</span>
    </SubmitButton>
  );
  return (
    <div
      id={idOf(name)}
      tabIndex={-1}
      className="border-line col-span-full scroll-mt-28 space-y-3 border-t pt-3"
    >
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <p className="font-semibold">
            <span data-label-of={name}>{label}</span>
            {count === 0 && <span className="text-muted font-normal"> · {t.noRows}</span>}
          </p>
          {hint && <p className="text-muted measure text-sm">{hint}</p>}
          <FieldError name={name} error={error} />
        </div>
        {count === 0 && add}
      </div>
      <input key={count} type="hidden" name={name} value={String(count)} readOnly />
      {Array.from({ length: count }, (_, at) => (
        <Row key={at} locale={locale} list={path} at={at} count={count} label={label}>
          {row(at)}
        </Row>
      ))}
      {count > 0 && add}
    </div>
  );
}
