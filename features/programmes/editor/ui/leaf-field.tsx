'use client';

import { Choice } from '@/components/ui/choice';
import { FieldError, frameClass, Hint, LabelText, useControl } from '@/components/ui/field-frame';
import {
  DateField,
  NumberField,
  SelectField,
  TextArea,
  TextField,
  type Option,
} from '@/components/ui/fields';
import { useField } from '@/components/ui/form-context';
import type { Locale } from '@/lib/locale';
import {
  languages,
  type Declares,
  type Leaf,
  type Texts,
} from '@/features/rules/domain/parameters';
import type { Unit } from '@/features/rules/domain/rules';
import { CountedField } from '@/features/rules/ui/counted-field';
import { editorMessages } from '../messages';
import { parameterHint, parameterLabel, valueLabel } from '@/features/rules/parameter-texts';

/** The items that a programme declares itself, as options of other fields. */
export type Declared = Readonly<Record<Declares, readonly Option[]>>;

export type FormParts = {
  locale: Locale;
  /** The texts of the section, by field. */
  texts: Texts;
  declared: Declared;
  /** What amounts count, as the draft says now. */
  unit: Unit | undefined;
};

type LeafProps = FormParts & { leaf: Leaf; path: string; label?: string | undefined };

const listed = (texts: string | readonly string[] | undefined) =>
  [texts ?? []].flat().flatMap((text) => text.split(',').filter(Boolean));

/**
 * Shows options of which any number can be chosen, on as few lines as possible; an empty value is always sent, so that
 * "none" can be chosen.
 */
function SomeField(props: {
  name: string;
  label: string;
  options: readonly Option[];
  defaults: string;
  optional: boolean;
  hint?: string | undefined;
  none: string;
}) {
  const { name, label, options, defaults, optional, hint, none } = props;
  const { typed } = useField(name);
  const field = { name, label, optional, ...(hint && { hint }) };
  const { error, attributes } = useControl(field);
  const chosen = typed === undefined ? listed(defaults) : listed(typed);
  return (
    <fieldset aria-describedby={attributes['aria-describedby']} className={frameClass(error)}>
      <legend className="float-left w-full font-semibold">
        <LabelText field={field} />
      </legend>
      <div className="clear-both">
        <Hint name={name}>{hint}</Hint>
      </div>
      <FieldError name={name} error={error} />
      <input type="hidden" name={name} value="" />
      {options.length === 0 ? (
        <p id={attributes.id} className="text-muted text-sm">
          {none}
        </p>
      ) : (
        <div className="flex flex-wrap gap-x-5">
          {options.map((option, at) => (
            <Choice
              key={option.value}
              type="checkbox"
              id={at === 0 ? attributes.id : `${attributes.id}-${option.value}`}
              name={name}
              value={option.value}
              checked={chosen.includes(option.value)}
              label={option.label}
              invalid={error !== undefined}
            />
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** Shows one checkbox, with a hidden "no" that is sent where it is not ticked. */
function Tick({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  const { typed } = useField(name);
  const { attributes } = useControl({ name, label });
  const on = typed === undefined ? checked : listed(typed).includes('yes');
  return (
    <div className="self-end">
      <input type="hidden" name={name} value="no" />
      <Choice
        type="checkbox"
        id={attributes.id}
        name={name}
        value="yes"
        checked={on}
        label={label}
      />
    </div>
  );
}

/** Shows the fields of a text in both languages, side by side. */
function BilingualField({ leaf, path, label, locale, texts }: LeafProps) {
  const t = editorMessages(locale);
  const long = leaf.kind === 'bilingual' && leaf.long;
  const Control = long ? TextArea : TextField;
  const names = { 'zh-CN': t.chinese, en: t.english };
  return (
    <div className="col-span-full grid gap-4 sm:grid-cols-2">
      {languages.map((language) => (
        <div key={language} lang={language === locale ? undefined : locale}>
          <Control
            name={`${path}.${language}`}
            label={`${label ?? ''} · ${names[language]}`}
            defaultValue={texts[`${path}.${language}`] ?? ''}
            {...(leaf.optional && { optional: true })}
            {...(long && { rows: 3 })}
          />
        </div>
      ))}
    </div>
  );
}

function optionsOf({ leaf, path, locale, declared, texts }: LeafProps): Option[] {
  const t = editorMessages(locale);
  const none = leaf.optional ? [{ value: '', label: t.unsaid }] : [];
  const current = texts[path] ?? '';
  const named = (value: string) => ({ value, label: valueLabel(locale, path, value) });
  switch (leaf.kind) {
    case 'yesNo':
      return [...none, { value: 'yes', label: t.yes }, { value: 'no', label: t.no }];
    case 'choice':
      return [...none, ...leaf.values.map(named)];
    case 'unit': {
      const unlisted = current !== '' && !leaf.values.includes(current) ? [current] : [];
      return [...none, ...[...leaf.values, ...unlisted].map(named)];
    }
    case 'choices':
      return leaf.values.map(named);
    case 'declared':
    case 'declaredSome': {
      const known = declared[leaf.by];
      const unknown = listed(current).filter((id) => !known.some(({ value }) => value === id));
      const all = [...known, ...unknown.map((id) => ({ value: id, label: id }))];
      return leaf.kind === 'declared' ? [...none, ...all] : all;
    }
    default:
      return [];
  }
}

/** Shows the control for one parameter, by its kind. */
export function LeafField(props: LeafProps) {
  const { leaf, path, locale, texts } = props;
  const t = editorMessages(locale);
  const label = props.label ?? parameterLabel(locale, path);
  const hint = parameterHint(locale, path);
  const defaultValue = texts[path] ?? '';
  const field = {
    name: path,
    label,
    defaultValue,
    ...(hint && { hint }),
    ...(leaf.optional && { optional: true }),
  };
  switch (leaf.kind) {
    case 'fixed':
      return (
        <p className="text-muted text-sm">
          {label}
          {t.colon}
          {leaf.value ? t.yes : t.no}
        </p>
      );
    case 'bilingual':
      return <BilingualField {...props} label={label} />;
    case 'money':
    case 'amount':
      return (
        <CountedField {...field} locale={locale} unit={leaf.inYuan ? undefined : props.unit} />
      );
    case 'date':
      return <DateField {...field} />;
    case 'tick':
      return <Tick name={path} label={label} checked={defaultValue === 'yes'} />;
    case 'yesNo':
    case 'choice':
    case 'unit':
    case 'declared':
      return <SelectField {...field} options={optionsOf(props)} />;
    case 'choices':
    case 'declaredSome':
      return (
        <div className="col-span-full">
          <SomeField
            name={path}
            label={label}
            hint={hint}
            options={optionsOf(props)}
            defaults={defaultValue}
            optional={leaf.optional === true}
            none={t.noneDeclared}
          />
        </div>
      );
    case 'percent':
    case 'count':
    case 'whole':
    case 'position':
    case 'number':
      return <NumberField {...field} />;
    case 'url':
    case 'line':
    case 'regions':
    case 'words':
      return <TextField {...field} width="full" />;
    default:
      return <TextField {...field} width="short" />;
  }
}
