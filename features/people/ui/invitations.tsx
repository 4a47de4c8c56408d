import { DateTime } from '@/components/ui/date-time';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/lib/locale';
import { renewInvitationAction, revokeInvitationAction } from '../actions';
import { peopleMessages } from '../messages';
import type { PendingInvitation } from '../queries';
import { roleNames } from '@/lib/role-messages';

/** Shows invitations that wait to be accepted, and those that have expired. */
export function Invitations(props: { locale: Locale; invitations: readonly PendingInvitation[] }) {
  const { locale, invitations } = props;
  const t = peopleMessages(locale);
  return (
    <Section title={t.pending} lead={t.renewHint}>
      <Table
        caption={t.pending}
        columns={[
          { key: 'email', header: t.email },
          { key: 'role', header: t.role },
          { key: 'expires', header: t.expires },
          { key: 'act', header: t.actions },
        ]}
        rows={invitations.map((row) => ({
          key: row.id,
          cells: {
            email: row.email,
            role: roleNames(locale)[row.role],
            expires: row.expired ? (
              <StatusTag tone="neutral">{t.expired}</StatusTag>
            ) : (
              <DateTime at={row.expiresAt} locale={locale} />
            ),
            act: (
              <div className="flex flex-wrap gap-1">
                {[
                  { action: renewInvitationAction, label: t.renewInvitation },
                  { action: revokeInvitationAction, label: t.revokeInvitation },
                ].map(({ action, label }) => (
                  <ActionForm key={label} action={action} locale={locale} scope={row.id + label}>
                    <HiddenField name="invitationId" value={row.id} />
                    <SubmitButton variant="quiet" size="sm">
                      {label}
                      <span className="sr-only"> {row.email}</span>
                    </SubmitButton>
                  </ActionForm>
                ))}
              </div>
            ),
          },
        }))}
        empty={null}
      />
    </Section>
  );
}
