import type { ComponentProps, ReactNode } from 'react';
import { HiddenField, TextField } from './fields';
import { ActionForm } from './form';
import { SubmitButton } from './submit-button';

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'locale'> & {
  /** The field and the id of what is sent back. */
  subject: { name: string; id: string };
  /** The field of the reason, and how it is called. */
  reason: { name: string; label: string };
  /** Sets the fields apart from those of its like on the same page. */
  scope: string;
  /** The word on the disclosure and on the button. */
  label: string;
  /** Says to a screen reader which one is meant, where several are on the page. */
  which?: ReactNode;
};

/** Sends back what somebody else proposed: behind a disclosure, because it needs a reason and is the rarer answer. */
export function Decline(props: Props) {
  const { action, locale, subject, reason, scope, label, which } = props;
  return (
    <details className="group">
      <summary className="link inline-flex min-h-11 items-center">{label}</summary>
      <ActionForm action={action} locale={locale} scope={scope} className="space-y-4 pt-2">
        <HiddenField name={subject.name} value={subject.id} />
        <TextField name={reason.name} label={reason.label} maxLength={500} />
        <SubmitButton size="sm" variant="danger">
          {label}
          {which}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
