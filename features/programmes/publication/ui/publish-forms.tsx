import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import { HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FormAction } from '@/lib/form-state';
import type { Locale } from '@/lib/locale';
import { programmeLifecycle } from '@/features/programmes/domain/lifecycle';
import { editorMessages } from '@/features/programmes/editor/messages';
import type { EditedProgramme, OpenVersion } from '@/features/programmes/editor/queries';
import {
  closeProgrammeAction,
  publishVersionAction,
  resumeProgrammeAction,
  suspendProgrammeAction,
} from '../actions';
import { discardVersionAction, returnVersionAction } from '@/features/programmes/editor/actions';

type Props = { locale: Locale; programme: EditedProgramme };
type VersionProps = Props & { version: OpenVersion };

/** Shows the forms of the second person for a proposal: to publish it, or to return it. */
export function PublishForms({ locale, version }: VersionProps) {
  const t = editorMessages(locale);
  if (version.mine) return <Callout tone="info" title={t.notYours} />;
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Card className="space-y-3">
        <p>{t.publishLead}</p>
        <ActionForm action={publishVersionAction} locale={locale} scope="publish">
          <HiddenField name="versionId" value={version.id} />
          <SubmitButton>{t.publish}</SubmitButton>
        </ActionForm>
      </Card>
      <Card>
        <ActionForm action={returnVersionAction} locale={locale} scope="return">
          <HiddenField name="versionId" value={version.id} />
          <TextArea name="reason" label={t.returnReason} rows={2} maxLength={500} />
          <SubmitButton variant="secondary">{t.return}</SubmitButton>
        </ActionForm>
      </Card>
    </div>
  );
}

/** Shows an action that cannot be undone, folded until the user opens it. */
function Folded({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <details className="border-line rounded border px-4 py-2">
      <summary className="flex min-h-9 cursor-pointer items-center font-semibold">{title}</summary>
      <div className="space-y-3 pt-1 pb-3">
        <p className="text-muted measure">{lead}</p>
        {children}
      </div>
    </details>
  );
}

export function DiscardForm({ locale, version }: VersionProps) {
  const t = editorMessages(locale);
  return (
    <Folded title={t.discard} lead={t.discardLead}>
      <ActionForm action={discardVersionAction} locale={locale} scope="discard">
        <HiddenField name="versionId" value={version.id} />
        <SubmitButton variant="danger" size="sm">
          {t.discard}
        </SubmitButton>
      </ActionForm>
    </Folded>
  );
}

function ReasonForm(props: {
  locale: Locale;
  programme: EditedProgramme;
  action: FormAction;
  scope: string;
  label: string;
}) {
  const { locale, programme, action, scope, label } = props;
  const t = editorMessages(locale);
  return (
    <ActionForm action={action} locale={locale} scope={scope}>
      <HiddenField name="programmeId" value={programme.id} />
      <TextArea name="reason" label={t.reason} hint={t.reasonShown} rows={2} maxLength={500} />
      <SubmitButton variant="danger" size="sm">
        {label}
      </SubmitButton>
    </ActionForm>
  );
}

/** Shows the actions to suspend, resume and close a programme. */
export function ProgrammeActions({ locale, programme }: Props) {
  const t = editorMessages(locale);
  const open = programmeLifecycle.open(programme.state);
  const shown = open.filter((transition) => transition !== 'publish');
  if (shown.length === 0) return null;
  return (
    <Section title={t.more}>
      {shown.includes('resume') && (
        <ActionForm action={resumeProgrammeAction} locale={locale} scope="resume">
          <HiddenField name="programmeId" value={programme.id} />
          <SubmitButton variant="secondary">{t.resume}</SubmitButton>
        </ActionForm>
      )}
      {shown.includes('suspend') && (
        <Folded title={t.suspend} lead={t.suspendLead}>
          <ReasonForm
            locale={locale}
            programme={programme}
            scope="suspend"
            label={t.suspend}
            action={suspendProgrammeAction}
          />
        </Folded>
      )}
      {shown.includes('close') && (
        <Folded title={t.close} lead={t.closeLead}>
          <ReasonForm
            locale={locale}
            programme={programme}
            scope="close"
            label={t.close}
            action={closeProgrammeAction}
          />
        </Folded>
      )}
    </Section>
  );
}
