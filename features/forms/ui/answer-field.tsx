import type { ComponentProps, ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import {
  Checkbox,
  DateField,
  EmailField,
  MoneyField,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '@/components/ui/fields';
import { FileField } from '@/components/ui/file-field';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import type { Choice, FieldOf, FormField } from '../domain/form';
import { regionsOf } from '../domain/region-options';
import { shownAnswer, type NamedVendor } from '../domain/shown';
import { Conditional } from './conditional';
import { acceptedEndings, fieldHint } from './field-hint';
import { ManyField } from './many-field';
import { PeriodField } from './period-field';
import { TableField } from './table-field';
import { fieldMessages } from '../field-messages';

type Props = {
  field: FormField;
  value: string;
  locale: Locale;
  vendors: readonly NamedVendor[];
};

const autoComplete: Readonly<Record<string, string>> = {
  contactName: 'name',
  contactPhone: 'tel',
  contactEmail: 'email',
};

/** A vendor that was chosen and is listed no more stays readable until another is chosen. */
function vendorOptions({ field, value, locale, vendors }: Props) {
  const options = vendors.map((vendor) => ({
    value: vendor.id,
    label: shownAnswer(field, vendor.id, locale, vendors),
  }));
  const gone = value !== '' && !vendors.some((vendor) => vendor.id === value);
  return gone
    ? [{ value, label: shownAnswer(field, value, locale, vendors) }, ...options]
    : options;
}

const optionsIn = (options: readonly Choice[], locale: Locale) =>
  options.map(({ value, label }) => ({ value, label: say(label, locale) }));

function Rows(props: Props & { field: FieldOf<'table'>; hint: ReactNode }) {
  const { field, value, hint, locale } = props;
  const t = fieldMessages(locale);
  const rows = Array.from({ length: field.maxRows }, (_, at) => t.rowN({ number: at + 1 }));
  const { addRow, removeRow, emptyRows, sum } = t;
  return (
    <TableField
      field={field}
      value={value}
      hint={hint}
      locale={locale}
      texts={{ addRow, removeRow, emptyRows, sum, rows }}
    />
  );
}

const bounds = ({ earliest, latest }: FieldOf<'date'>) => ({
  ...(earliest && { min: earliest }),
  ...(latest && { max: latest }),
});

function Control(props: Props) {
  const { field, value, locale } = props;
  const hint = fieldHint(field, locale);
  const common: ComponentProps<typeof TextField> = {
    name: field.name,
    label: say(field.label, locale),
    defaultValue: value,
    optional: !field.required,
    ...(hint && { hint }),
    ...(autoComplete[field.name] && { autoComplete: autoComplete[field.name] }),
  };
  const t = fieldMessages(locale);
  switch (field.kind) {
    case 'declaration':
      return <Checkbox name={field.name} label={say(field.label, locale)} />;
    case 'text':
      return <TextField {...common} />;
    case 'phone':
    case 'creditCode':
      return <TextField {...common} width="medium" />;
    case 'email':
      return <EmailField {...common} width="medium" />;
    case 'longText':
      return (
        <TextArea
          {...common}
          {...(field.maxLength !== undefined && { maxLength: field.maxLength })}
          rows={7}
        />
      );
    case 'number':
      return <NumberField {...common} suffix={field.unit && say(field.unit, locale)} />;
    case 'money':
      return <MoneyField {...common} />;
    case 'date':
      return <DateField {...common} {...bounds(field)} />;
    case 'period': {
      const { earliest, latest } = field;
      const ends = { from: t.periodFrom, to: t.periodTo, earliest, latest };
      return <PeriodField {...common} {...ends} />;
    }
    case 'vendor':
      return <SelectField {...common} width="full" options={vendorOptions(props)} />;
    case 'region':
      return <SelectField {...common} options={optionsIn(regionsOf(field), locale)} />;
    case 'choice':
    case 'yesNo':
      return <RadioGroup {...common} options={optionsIn(field.options, locale)} />;
    case 'many':
      return <ManyField {...common} options={optionsIn(field.options, locale)} />;
    case 'table':
      return <Rows {...props} field={field} hint={hint} />;
    case 'file':
      return <FileField {...common} accept={acceptedEndings(field)} />;
  }
}

/** One question of the form, with what the city wants corrected about it. */
export function AnswerField(
  props: Props & {
    fault?: string | undefined;
    /** What is said of the answer, below it: where it came from. */
    note?: ReactNode;
  },
) {
  const { field, fault, note, ...rest } = props;
  const t = fieldMessages(props.locale);
  const control = (
    <div className="space-y-3">
      {fault && (
        <Callout tone="warn" title={t.toCorrect}>
          {fault}
        </Callout>
      )}
      <Control field={field} {...rest} />
      {note}
    </div>
  );
  return field.when ? <Conditional names={[field.name]}>{control}</Conditional> : control;
}
