import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import type { FieldProps } from '@/components/ui/fields';
import { say } from '@/lib/bilingual';
import type { FormField } from '../domain/form';
import { fieldMessages } from '../field-messages';
import { Conditional } from './conditional';
import { fieldHint } from './field-hint';
import { uiOf } from './kinds';
import type { AnswerProps } from './kinds/kind-ui';

type Props = AnswerProps<FormField>;

const autoComplete: Readonly<Record<string, string>> = {
  contactName: 'name',
  contactPhone: 'tel',
  contactEmail: 'email',
};

function commonOf({ field, value, locale }: Props): FieldProps {
  const hint = fieldHint(field, locale);
  return {
    name: field.name,
    label: say(field.label, locale),
    defaultValue: value,
    optional: !field.required,
    ...(hint && { hint }),
    ...(autoComplete[field.name] && { autoComplete: autoComplete[field.name] }),
  };
}

/** Shows one question of the form, with the correction that the city requests. */
export function AnswerField(
  props: Props & {
    fault?: string | undefined;
    /** A note below the answer about its source. */
    note?: ReactNode;
  },
) {
  const { fault, note, ...answer } = props;
  const { field } = answer;
  const t = fieldMessages(answer.locale);
  const control = (
    <div className="space-y-3">
      {fault && (
        <Callout tone="warn" title={t.toCorrect}>
          {fault}
        </Callout>
      )}
      {uiOf(field.kind).control(answer, commonOf(answer))}
      {note}
    </div>
  );
  return field.when ? <Conditional names={[field.name]}>{control}</Conditional> : control;
}
