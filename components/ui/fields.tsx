'use client';

import { CircleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn';
import { useField } from './form-context';
import { uiMessages } from './messages';

export type Option = { value: string; label: string; hint?: string };
type Width = 'short' | 'medium' | 'full';

export type FieldProps = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultValue?: string;
  /** Fields are required unless told otherwise. */
  optional?: boolean;
  autoComplete?: string;
  width?: Width;
  readOnly?: boolean;
  maxLength?: number;
};

const widths: Record<Width, string> = { short: 'max-w-48', medium: 'max-w-sm', full: 'max-w-xl' };
const control =
  'border-edge bg-surface text-fg min-h-11 w-full rounded border px-3 py-2 text-base aria-invalid:border-danger aria-invalid:border-2 read-only:bg-neutral-bg';

const idOf = (name: string) => `f-${name}`;

function describedBy(name: string, hint: ReactNode, error: string | undefined) {
  const ids = [hint && `${idOf(name)}-hint`, error && `${idOf(name)}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

function Hint({ name, children }: { name: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <p id={`${idOf(name)}-hint`} className="text-muted text-sm">
      {children}
    </p>
  );
}

function FieldError({ name, error }: { name: string; error: string | undefined }) {
  if (!error) return null;
  return (
    <p
      id={`${idOf(name)}-error`}
      className="text-danger flex items-start gap-1.5 text-sm font-semibold"
    >
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      {error}
    </p>
  );
}

function Frame(props: { field: FieldProps; error: string | undefined; children: ReactNode }) {
  const { field, error, children } = props;
  const { locale } = useField(field.name);
  return (
    <div className={cn('space-y-1.5', error && 'border-danger border-l-4 pl-3')}>
      <label htmlFor={idOf(field.name)} className="block font-semibold">
        {field.label}
        {field.optional && (
          <span className="text-muted font-normal">{uiMessages(locale).optional}</span>
        )}
      </label>
      <Hint name={field.name}>{field.hint}</Hint>
      <FieldError name={field.name} error={error} />
      {children}
    </div>
  );
}

const one = (typed: string | readonly string[] | undefined) =>
  typeof typed === 'string' ? typed : typed?.[0];

function Input({ field, ...input }: { field: FieldProps } & ComponentProps<'input'>) {
  const { error, typed } = useField(field.name);
  const value = one(typed) ?? field.defaultValue ?? '';
  return (
    <Frame field={field} error={error}>
      <input
        {...input}
        key={value}
        id={idOf(field.name)}
        name={field.name}
        defaultValue={value}
        readOnly={field.readOnly}
        maxLength={field.maxLength}
        autoComplete={field.autoComplete}
        aria-required={!field.optional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field.name, field.hint, error)}
        className={cn(control, widths[field.width ?? 'full'], input.className)}
      />
    </Frame>
  );
}

export const TextField = (field: FieldProps) => <Input field={field} type="text" />;
export const EmailField = (field: FieldProps) => (
  <Input field={{ autoComplete: 'email', ...field }} type="email" inputMode="email" />
);
export const NumberField = (field: FieldProps) => (
  <Input field={{ width: 'short', ...field }} type="text" inputMode="decimal" className="tabular" />
);
export const DateField = (field: FieldProps) => (
  <Input field={{ width: 'short', ...field }} type="date" className="tabular" />
);

export function MoneyField(field: FieldProps) {
  const { error, typed, locale } = useField(field.name);
  const value = one(typed) ?? field.defaultValue ?? '';
  return (
    <Frame field={field} error={error}>
      <div className="flex max-w-64 items-stretch">
        <input
          key={value}
          type="text"
          inputMode="decimal"
          id={idOf(field.name)}
          name={field.name}
          defaultValue={value}
          readOnly={field.readOnly}
          aria-required={!field.optional}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(field.name, field.hint, error)}
          className={cn(control, 'tabular rounded-r-none text-right')}
        />
        <span className="border-edge bg-neutral-bg text-neutral flex items-center rounded-r border border-l-0 px-3">
          {uiMessages(locale).yuan}
        </span>
      </div>
    </Frame>
  );
}

/** A password never comes back from the server: it is typed again. */
export function PasswordField(field: FieldProps) {
  const { error } = useField(field.name);
  return (
    <Frame field={field} error={error}>
      <input
        type="password"
        id={idOf(field.name)}
        name={field.name}
        autoComplete={field.autoComplete ?? 'current-password'}
        aria-required
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field.name, field.hint, error)}
        className={cn(control, widths[field.width ?? 'medium'])}
      />
    </Frame>
  );
}

export function TextArea({ rows = 5, ...field }: FieldProps & { rows?: number }) {
  const { error, typed } = useField(field.name);
  const value = one(typed) ?? field.defaultValue ?? '';
  return (
    <Frame field={field} error={error}>
      <textarea
        key={value}
        id={idOf(field.name)}
        name={field.name}
        rows={rows}
        defaultValue={value}
        readOnly={field.readOnly}
        aria-required={!field.optional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field.name, field.hint, error)}
        className={cn(control, 'max-w-2xl')}
      />
    </Frame>
  );
}

export function SelectField({ options, ...field }: FieldProps & { options: readonly Option[] }) {
  const { error, typed, locale } = useField(field.name);
  const value = one(typed) ?? field.defaultValue ?? '';
  return (
    <Frame field={field} error={error}>
      <select
        key={value}
        id={idOf(field.name)}
        name={field.name}
        defaultValue={value}
        aria-required={!field.optional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field.name, field.hint, error)}
        className={cn(control, widths[field.width ?? 'medium'])}
      >
        {!options.some((option) => option.value === '') && (
          <option value="">{uiMessages(locale).chooseOne}</option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function RadioGroup({ options, ...field }: FieldProps & { options: readonly Option[] }) {
  const { error, typed, locale } = useField(field.name);
  const value = one(typed) ?? field.defaultValue;
  return (
    <fieldset
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(field.name, field.hint, error)}
      className={cn('space-y-1.5', error && 'border-danger border-l-4 pl-3')}
    >
      <legend className="font-semibold">
        {field.label}
        {field.optional && (
          <span className="text-muted font-normal">{uiMessages(locale).optional}</span>
        )}
      </legend>
      <Hint name={field.name}>{field.hint}</Hint>
      <FieldError name={field.name} error={error} />
      {options.map((option, at) => {
        const id = at === 0 ? idOf(field.name) : `${idOf(field.name)}-${option.value}`;
        return (
          <div
            key={`${option.value}-${value ?? ''}`}
            className="flex min-h-11 items-start gap-3 py-1.5"
          >
            <input
              type="radio"
              id={id}
              name={field.name}
              value={option.value}
              defaultChecked={option.value === value}
              aria-describedby={option.hint ? `${id}-about` : undefined}
              className="accent-primary mt-0.5 size-6 shrink-0"
            />
            <label htmlFor={id} className="pt-0.5">
              {option.label}
              {option.hint && (
                <span id={`${id}-about`} className="text-muted block text-sm">
                  {option.hint}
                </span>
              )}
            </label>
          </div>
        );
      })}
    </fieldset>
  );
}

export function Checkbox({
  value = 'yes',
  checked = false,
  ...field
}: FieldProps & { value?: string; checked?: boolean }) {
  const { error, typed, answered } = useField(field.name);
  const ticked = answered ? typed !== undefined : checked;
  return (
    <div className={cn('space-y-1.5', error && 'border-danger border-l-4 pl-3')}>
      <FieldError name={field.name} error={error} />
      <div className="flex min-h-11 items-start gap-3 py-1.5">
        <input
          key={String(ticked)}
          type="checkbox"
          id={idOf(field.name)}
          name={field.name}
          value={value}
          defaultChecked={ticked}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(field.name, field.hint, error)}
          className="accent-primary mt-0.5 size-6 shrink-0"
        />
        <label htmlFor={idOf(field.name)} className="measure pt-0.5">
          {field.label}
        </label>
      </div>
      <Hint name={field.name}>{field.hint}</Hint>
    </div>
  );
}

export function FileField({ accept, ...field }: FieldProps & { accept?: string }) {
  const { error, locale } = useField(field.name);
  const hint = field.hint ?? uiMessages(locale).fileHint;
  return (
    <Frame field={{ ...field, hint }} error={error}>
      <input
        type="file"
        id={idOf(field.name)}
        name={field.name}
        accept={accept ?? '.pdf,.png,.jpg,.jpeg,.ofd'}
        aria-required={!field.optional}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(field.name, hint, error)}
        className={cn(
          control,
          'file:border-edge file:bg-neutral-bg file:text-fg max-w-xl file:mr-3 file:rounded file:border file:px-3 file:py-1',
        )}
      />
    </Frame>
  );
}

export const HiddenField = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
);
