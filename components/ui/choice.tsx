'use client';

import type { ReactNode } from 'react';
import { cn } from './cn';
import {
  FieldError,
  frameClass,
  Hint,
  LabelText,
  useControl,
  type FieldProps,
} from './field-frame';
import { useFormLocale } from './form-context';
import { words } from './words';

export type Option = { value: string; label: string; hint?: string };

/** Shows one choice with its label; the whole row can be pressed. */
export function Choice(props: {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  value: string;
  checked: boolean;
  label: ReactNode;
  hint?: ReactNode;
  invalid?: boolean;
  describedBy?: string | undefined;
}) {
  const { type, id, name, value, checked, label, hint, invalid, describedBy } = props;
  const locale = useFormLocale();
  const described = [describedBy, hint && `${id}-about`].filter(Boolean).join(' ');
  return (
    <label
      htmlFor={id}
      className="flex min-h-11 cursor-pointer items-start gap-3 rounded py-2 pr-2 sm:min-h-10"
    >
      <input
        key={String(checked)}
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={checked}
        aria-invalid={invalid ? true : undefined}
        aria-describedby={described || undefined}
        className="accent-primary mt-[calc(var(--reading)*0.5em-0.625rem)] size-5 shrink-0 scroll-mt-32"
      />
      <span className="measure min-w-0">
        {words(label, locale)}
        {hint && (
          <span id={`${id}-about`} className="text-muted block text-sm">
            {words(hint, locale)}
          </span>
        )}
      </span>
    </label>
  );
}

/** Shows several choices under one legend. */
export function ChoiceGroup(props: {
  type: 'radio' | 'checkbox';
  field: FieldProps;
  options: readonly Option[];
  chosen: readonly string[];
}) {
  const { type, field, options, chosen } = props;
  const { error, attributes } = useControl(field);
  return (
    <fieldset
      role={type === 'radio' ? 'radiogroup' : undefined}
      aria-required={type === 'radio' ? attributes['aria-required'] : undefined}
      aria-invalid={type === 'radio' ? attributes['aria-invalid'] : undefined}
      aria-describedby={attributes['aria-describedby']}
      className={frameClass(error)}
    >
      <legend className="float-left w-full font-semibold">
        <LabelText field={field} />
      </legend>
      <div className="clear-both">
        <Hint name={field.name}>{field.hint}</Hint>
      </div>
      <FieldError name={field.name} error={error} />
      <div className={cn(field.readOnly && 'text-muted')}>
        {options.map((option, at) => (
          <Choice
            key={option.value}
            type={type}
            id={at === 0 ? attributes.id : `${attributes.id}-${option.value}`}
            name={field.name}
            value={option.value}
            checked={chosen.includes(option.value)}
            label={option.label}
            hint={option.hint}
          />
        ))}
      </div>
    </fieldset>
  );
}
