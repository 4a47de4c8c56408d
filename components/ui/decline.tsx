import type { ComponentProps, ReactNode } from 'react';
import { HiddenField, TextField } from './fields';
import { ActionForm } from './form';
import { SubmitButton } from './submit-button';

type Props = Pick<ComponentProps<typeof ActionForm>, 'action' | 'locale'> & {
  /** The name of the id's field, and the id of what is sent back. */
  subject: { name: string; id: string };
  /** The name of the reason's field, and its label. */
  reason: { name: string; label: string; hint?: string };
  /** Makes the ids of the fields differ from those of similar forms on the same page. */
  scope: string;
  /** The text on the disclosure and on the button. */
  label: string;
  /** Names for screen readers the thing that is meant, where several are on the page. */
  which?: ReactNode;
};

/** Shows the two answers to another user's proposal side by side: release it, or send it back. */
export function TwoAnswers({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-start gap-x-6 gap-y-2">{children}</div>;
}

/**
 * Shows a form that sends back another user's proposal. It is behind a disclosure, because it needs a reason and is the rarer
 * answer.
 */
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
