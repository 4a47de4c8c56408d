'use client';

import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { useDefault, useField, useFormLocale, useIdOf } from './form-context';
import { uiMessages } from './messages';
import { words } from './words';

export type FieldWidth = 'short' | 'medium' | 'full';

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultValue?: string;
  /** Fields are required unless this is set. */
  optional?: boolean;
  /** The same with the opposite meaning. */
  required?: boolean;
  autoComplete?: string;
  width?: FieldWidth;
  readOnly?: boolean;
  maxLength?: number;
};

export const widths: Record<FieldWidth, string> = {
  short: 'max-w-48',
  medium: 'max-w-sm',
  full: 'max-w-xl',
};

export const controlClass =
  'border-edge bg-surface text-fg hover:border-fg min-h-11 w-full scroll-mt-24 rounded border px-3 py-2 ' +
  'text-base leading-normal aria-invalid:border-danger aria-invalid:outline-danger ' +
  'aria-invalid:not-focus-visible:outline-1 [&[readonly]]:bg-neutral-bg [&[readonly]]:border-line';

export const isOptional = (field: FieldProps) => field.optional ?? field.required === false;

/**
 * Returns the value of the field: what was typed, if the form came back, and otherwise its default.
 */
export function useControl(field: FieldProps) {
  const { error, typed, locale } = useField(field.name);
  const initial = useDefault(field.defaultValue);
  const id = useIdOf()(field.name);
  const described = [field.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return {
    error,
    locale,
    value: (typeof typed === 'string' ? typed : typed?.[0]) ?? initial ?? '',
    /** Attributes for the native control. */
    attributes: {
      id,
      name: field.name,
      'aria-required': !isOptional(field),
      'aria-invalid': error ? true : undefined,
      'aria-describedby': described || undefined,
    },
  };
}

export function Hint({ name, children }: { name: string; children: ReactNode }) {
  const idOf = useIdOf();
  const locale = useFormLocale();
  if (!children) return null;
  return (
    <p id={`${idOf(name)}-hint`} className="text-muted measure text-sm">
      {words(children, locale)}
    </p>
  );
}

export function FieldError({ name, error }: { name: string; error: string | undefined }) {
  const idOf = useIdOf();
  const locale = useFormLocale();
  if (!error) return null;
  return (
    <p
      id={`${idOf(name)}-error`}
      className="text-danger flex items-start gap-1.5 text-sm font-semibold"
    >
      <CircleAlert aria-hidden className="mt-[0.25em] size-4 shrink-0" strokeWidth={2} />
      <span>{words(error, locale)}</span>
    </p>
  );
}

export const frameClass = (error: string | undefined) =>
  cn('space-y-1.5', error && 'border-danger border-l-3 pl-4');

export function LabelText({ field }: { field: FieldProps }) {
  const { locale } = useField(field.name);
  return (
    <>
      <span data-label-of={field.name}>{words(field.label, locale)}</span>
      {isOptional(field) && (
        <span data-optional className="text-muted font-normal">
          {uiMessages(locale).optional}
        </span>
      )}
    </>
  );
}

/** Shows a field with one control: label, hint and fault above it. */
export function Frame(props: {
  field: FieldProps;
  error: string | undefined;
  children: ReactNode;
}) {
  const { field, error, children } = props;
  const idOf = useIdOf();
  return (
    <div className={frameClass(error)}>
      <div>
        <label htmlFor={idOf(field.name)} className="block font-semibold">
          <LabelText field={field} />
        </label>
        <Hint name={field.name}>{field.hint}</Hint>
      </div>
      <FieldError name={field.name} error={error} />
      {children}
    </div>
  );
}
