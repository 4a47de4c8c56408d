import type { ComponentProps, ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import {
  DateField,
  EmailField,
  MoneyField,
  NumberField,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '@/components/ui/fields';
import { say } from '@/features/programmes/domain/text';
import type { Locale } from '@/lib/locale';
import type { FormField } from '../domain/form';
import { shownAnswer, type NamedVendor } from '../domain/shown';
import { applicationMessages } from '../messages';
import { Conditional } from './conditional';

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

function Control(props: Props) {
  const { field, value, locale } = props;
  const common: ComponentProps<typeof TextField> = {
    name: field.name,
    label: say(field.label, locale),
    defaultValue: value,
    optional: !field.required,
    ...(field.hint && { hint: say(field.hint, locale) }),
    ...(autoComplete[field.name] && { autoComplete: autoComplete[field.name] }),
  };
  switch (field.kind) {
    case 'text':
    case 'file':
    case 'declaration':
      return <TextField {...common} />;
    case 'phone':
      return <TextField {...common} width="medium" />;
    case 'email':
      return <EmailField {...common} width="medium" />;
    case 'longText':
      return <TextArea {...common} rows={7} />;
    case 'number':
      return <NumberField {...common} />;
    case 'money':
      return <MoneyField {...common} />;
    case 'date':
      return <DateField {...common} />;
    case 'vendor':
      return <SelectField {...common} width="full" options={vendorOptions(props)} />;
    case 'choice':
    case 'yesNo':
      return (
        <RadioGroup
          {...common}
          options={(field.options ?? []).map((option) => ({
            value: option.value,
            label: say(option.label, locale),
          }))}
        />
      );
  }
}

/** One question of the form, with what the city wants corrected about it. */
export function AnswerField(
  props: Props & {
    fault: string | undefined;
    answers: Readonly<Record<string, string>>;
    /** What is said of the answer, below it: where it came from. */
    note?: ReactNode;
  },
) {
  const { field, fault, answers, note, ...rest } = props;
  const t = applicationMessages(props.locale);
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
  if (!field.when) return control;
  const { field: on, equals } = field.when;
  return (
    <Conditional field={on} equals={equals} shown={answers[on] === equals}>
      {control}
    </Conditional>
  );
}
