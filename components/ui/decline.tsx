import type { ComponentProps, ReactNode } from 'react';
import { HiddenField, TextField } from './fields';
import { ActionForm } from './form';
import { SubmitButton } from './submit-button';

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'locale'> & {
  /** The field and the id of what is sent back. */
  subject: { name: string; id: string };
  /** The field of the reason, and how it is called. */
  reason: { name: string; label: string; hint?: string };
  /** Sets the fields apart from those of its like on the same page. */
  scope: string;
  /** The word on the disclosure and on the button. */
  label: string;
  /** Says to a screen reader which one is meant, where several are on the page. */
  which?: ReactNode;
};

/** Puts the two answers to a proposal of somebody else side by side: release it, or send it back. */
export function TwoAnswers({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-start gap-x-6 gap-y-2">{children}</div>;
}

/** Sends back what somebody else proposed: behind a disclosure, because it needs a reason and is the rarer answer. */
export function Decline(props: Props) {
  const { action, locale, subject, reason, scope, label, which } = props;
  return (
    <details className="group min-w-0 open:basis-full">
      <summary className="link inline-flex min-h-11 items-center">
        <span>
          {label}
          {which}
        </span>
      </summary>
      <ActionForm action={action} locale={locale} scope={scope} className="space-y-4 pt-2">
        <HiddenField name={subject.name} value={subject.id} />
        <TextField name={reason.name} label={reason.label} hint={reason.hint} maxLength={500} />
        <SubmitButton size="sm" variant="danger">
          {label}
          {which}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
