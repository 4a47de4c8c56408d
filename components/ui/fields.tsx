'use client';

import { ChevronDown } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { CharacterCount } from './character-count';
import { Choice, ChoiceGroup, type Option } from './choice';
import { cn } from './cn';
import {
  controlClass,
  FieldError,
  Frame,
  frameClass,
  Hint,
  useControl,
  widths,
  type FieldProps,
} from './field-frame';
import { useField } from './form-context';
import { uiMessages } from './messages';
import { langOf, words } from './words';

export type { FieldProps, Option };

type TextLike = FieldProps & {
  /** The unit after the control. */
  suffix?: ReactNode;
};

function Input({ field, className, ...input }: { field: TextLike } & ComponentProps<'input'>) {
  const { error, locale, value, attributes } = useControl(field);
  const { suffix } = field;
  return (
    <Frame field={field} error={error}>
      <div className={cn('flex items-stretch', widths[field.width ?? 'full'])}>
        <input
          {...attributes}
          defaultValue={value}
          lang={langOf(value, locale)}
          readOnly={field.readOnly}
          autoComplete={field.autoComplete}
          {...input}
          className={cn(controlClass, suffix && 'rounded-r-none', className)}
        />
        {suffix && (
          <span className="border-edge bg-neutral-bg text-neutral flex shrink-0 items-center rounded-r border border-l-0 px-3">
            {words(suffix, locale)}
          </span>
        )}
      </div>
    </Frame>
  );
}

export const TextField = (field: TextLike) => <Input field={field} type="text" />;

export const EmailField = (field: FieldProps) => (
  <Input
    field={{ autoComplete: 'email', ...field }}
    type="email"
    inputMode="email"
    autoCapitalize="none"
    spellCheck={false}
  />
);

/**
 * Shows a text field with a keypad of digits. It is not a number field, because users type
 * separators, spaces and full-width figures.
 */
export const NumberField = (field: TextLike) => (
  <Input field={{ width: 'short', ...field }} type="text" inputMode="decimal" className="tabular" />
);

export const DateField = ({ min, max, ...field }: FieldProps & { min?: string; max?: string }) => (
  <Input field={{ width: 'short', ...field }} type="date" min={min} max={max} className="tabular" />
);

/** Shows a field for an amount in yuan. */
export function MoneyField(field: FieldProps) {
  const { locale } = useField(field.name);
  return (
    <Input
      field={{ ...field, suffix: uiMessages(locale).yuan }}
      type="text"
      inputMode="decimal"
      className="tabular max-w-64 text-right"
    />
  );
}

/** Shows a field for a longer text; it grows with the text. */
export function TextArea({ rows = 5, ...field }: FieldProps & { rows?: number }) {
  const { error, locale, value, attributes } = useControl(field);
  const { maxLength } = field;
  const limit = maxLength && uiMessages(locale).atMost({ maximum: maxLength });
  const described = [attributes['aria-describedby'], limit && `${attributes.id}-limit`];
  return (
    <Frame field={field} error={error}>
      <div className="max-w-2xl">
        <textarea
          {...attributes}
          aria-describedby={described.filter(Boolean).join(' ') || undefined}
          rows={rows}
          defaultValue={value}
          lang={langOf(value, locale)}
          readOnly={field.readOnly}
          style={{ minHeight: `calc(${rows} * 1lh + 1.125rem)` }}
          className={cn(controlClass, 'field-sizing-content leading-(--reading)!')}
        />
        {maxLength && (
          <>
            <span id={`${attributes.id}-limit`} className="sr-only">
              {limit}
            </span>
            <CharacterCount controlId={attributes.id} initial={value.length} maximum={maxLength} />
          </>
        )}
      </div>
    </Frame>
  );
}

/** Shows a value that cannot be changed here, and sends it along. */
function Fixed({ field, options }: { field: FieldProps; options: readonly Option[] }) {
  const { value, locale } = useControl(field);
  const shown = options.find((option) => option.value === value)?.label ?? value;
  return (
    <div className="space-y-1.5">
      <p className="font-semibold">{words(field.label, locale)}</p>
      <p>{words(shown, locale)}</p>
      <input type="hidden" name={field.name} value={value} />
    </div>
  );
}

export function SelectField({ options, ...field }: FieldProps & { options: readonly Option[] }) {
  const { error, locale, value, attributes } = useControl(field);
  if (field.readOnly) return <Fixed field={field} options={options} />;
  return (
    <Frame field={field} error={error}>
      <div className={cn('relative', widths[field.width ?? 'medium'])}>
        <select
          key={value}
          {...attributes}
          defaultValue={value}
          autoComplete={field.autoComplete}
          className={cn(controlClass, 'appearance-none truncate pr-10')}
        >
          {!options.some((option) => option.value === '') && (
            <option value="">{uiMessages(locale).chooseOne}</option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={langOf(option.label, locale)}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden
          className="text-muted pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2"
          strokeWidth={1.75}
        />
      </div>
    </Frame>
  );
}

export function RadioGroup({ options, ...field }: FieldProps & { options: readonly Option[] }) {
  const { value } = useControl(field);
  if (field.readOnly) return <Fixed field={field} options={options} />;
  return <ChoiceGroup type="radio" field={field} options={options} chosen={[value]} />;
}

/** Shows any number of choices, sent as repeated values of one name. */
export function CheckboxGroup(
  props: FieldProps & { options: readonly Option[]; defaultValues?: readonly string[] },
) {
  const { options, defaultValues = [], ...field } = props;
  const { answered, typed } = useField(field.name);
  const chosen = answered ? [typed ?? []].flat() : defaultValues;
  return <ChoiceGroup type="checkbox" field={field} options={options} chosen={chosen} />;
}

export function Checkbox(props: FieldProps & { value?: string; checked?: boolean }) {
  const { value = 'yes', checked = false, ...field } = props;
  const { answered, typed } = useField(field.name);
  const { error, attributes } = useControl(field);
  return (
    <div className={frameClass(error)}>
      <FieldError name={field.name} error={error} />
      <Choice
        type="checkbox"
        id={attributes.id}
        name={field.name}
        value={value}
        checked={answered ? [typed ?? []].flat().includes(value) : checked}
        label={field.label}
        invalid={error !== undefined}
        describedBy={attributes['aria-describedby']}
      />
      {field.hint && (
        <div className="pl-8">
          <Hint name={field.name}>{field.hint}</Hint>
        </div>
      )}
    </div>
  );
}

/**
 * Sends a value without showing it; if the form came back with a newer value, it sends that one
 * next.
 */
export function HiddenField({ name, value }: { name: string; value: string }) {
  const { returned } = useField(name);
  return (
    <input type="hidden" name={name} value={typeof returned === 'string' ? returned : value} />
  );
}
