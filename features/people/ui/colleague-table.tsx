import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import type { Locale } from '@/lib/locale';
import { endMembershipAction } from '../actions';
import { peopleMessages } from '../messages';
import type { Colleague } from '../queries';
import { roleNames } from '@/lib/role-messages';

export function ColleagueTable(props: {
  locale: Locale;
  people: readonly Colleague[];
  /** Whether each role can be ended here. */
  ending?: boolean;
}) {
  const { locale, people, ending } = props;
  const t = peopleMessages(locale);
  return (
    <Table
      caption={t.people}
      columns={[
        { key: 'name', header: t.name },
        { key: 'email', header: t.email },
        { key: 'role', header: t.role },
        { key: 'since', header: t.since },
        ...(ending ? [{ key: 'end', header: t.endRole }] : []),
      ]}
      rows={people.map((person) => ({
        key: person.membershipId,
        cells: {
          name: person.name,
          email: person.email,
          role: roleNames(locale)[person.role],
          since: <DateTime at={person.since} locale={locale} />,
          end: ending && (
            <ActionForm action={endMembershipAction} locale={locale}>
              <HiddenField name="membershipId" value={person.membershipId} />
              <SubmitButton variant="quiet" size="sm">
                {t.endRole}
              </SubmitButton>
            </ActionForm>
          ),
        },
      }))}
      empty={<EmptyState title={t.nobody} />}
    />
  );
}
