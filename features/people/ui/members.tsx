import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DateOnly, DateTime } from '@/components/ui/date-time';
import { DateField, EmailField, HiddenField, RadioGroup } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Columns, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { addressOf } from '@/lib/address';
import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { may } from '@/lib/permissions';
import type { Role } from '@/lib/roles';
import { changeRoleAction, endColleagueAction, inviteColleagueAction } from '../actions';
import { invitableRoles, lastDay } from '../domain';
import { peopleMessages, roleHints } from '../messages';
import type { Colleague } from '../queries';
import { Invitations } from './invitations';
import { Leaving } from './leaving';
import type { MembersProps } from './members-props';
import { roleNames } from '@/lib/role-messages';

/** Shows the roles to choose from, and the last day that some of them need. */
function RoleFields(props: { locale: Locale; by: Role; chosen?: string; endsOn?: string }) {
  const { locale, by, chosen, endsOn } = props;
  const t = peopleMessages(locale);
  const hints: Readonly<Record<string, string>> = roleHints(locale);
  const offered = invitableRoles(by);
  return (
    <>
      <RadioGroup
        name="role"
        label={t.role}
        {...(chosen && { defaultValue: chosen })}
        options={offered.map((value) => ({
          value,
          label: roleNames(locale)[value],
          hint: hints[value] ?? '',
        }))}
      />
      <DateField
        name="endsOn"
        label={t.endsOn}
        hint={by === 'owner' ? t.endsOnHint : t.endsOnVendorHint}
        defaultValue={endsOn ?? ''}
        optional
      />
    </>
  );
}

function Invite({ locale, role }: MembersProps) {
  const t = peopleMessages(locale);
  return (
    <Section title={t.inviteTitle} lead={t.inviteHint}>
      <ActionForm action={inviteColleagueAction} locale={locale} scope="invite" clears>
        <EmailField name="email" label={t.email} autoComplete="off" />
        <RoleFields locale={locale} by={role} />
        <SubmitButton variant="secondary">{t.invite}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** Shows what an owner may do about one colleague. */
function Manage({ locale, role, path, person }: MembersProps & { person: Colleague }) {
  const t = peopleMessages(locale);
  return (
    <Section
      id="manage"
      title={t.manageColleague({ name: person.name })}
      actions={
        <ButtonLink href={path} variant="quiet" size="sm" scroll={false}>
          {t.close}
        </ButtonLink>
      }
    >
      <ActionForm
        key={person.membershipId}
        action={changeRoleAction}
        locale={locale}
        scope="change"
      >
        <HiddenField name="membershipId" value={person.membershipId} />
        <RoleFields
          locale={locale}
          by={role}
          chosen={person.role}
          endsOn={person.endsAt ? lastDay(person.endsAt) : ''}
        />
        <SubmitButton>{t.changeRole}</SubmitButton>
      </ActionForm>
      {!person.self && (
        <details>
          <summary className="link inline-flex min-h-11 items-center">{t.endColleague}</summary>
          <div className="border-line mt-2 space-y-3 border-l-4 pl-4">
            <p className="measure">{t.endColleagueHint}</p>
            <ActionForm action={endColleagueAction} locale={locale} scope="end">
              <HiddenField name="membershipId" value={person.membershipId} />
              <SubmitButton variant="danger">{t.endColleague}</SubmitButton>
            </ActionForm>
          </div>
        </details>
      )}
    </Section>
  );
}

function MemberTable({ locale, role, path, colleagues }: MembersProps) {
  const t = peopleMessages(locale);
  const manages = may('member.manage', role);
  return (
    <Table
      caption={t.people}
      columns={[
        { key: 'name', header: t.name, wrap: true },
        { key: 'email', header: t.email },
        { key: 'role', header: t.role },
        { key: 'since', header: t.since },
        { key: 'until', header: t.until },
        ...(manages ? [{ key: 'manage', header: t.actions }] : []),
      ]}
      rows={colleagues.map((person) => ({
        key: person.membershipId,
        cells: {
          name: person.name + (person.self ? t.you : ''),
          email: person.email,
          role: roleNames(locale)[person.role],
          since: <DateTime at={person.since} locale={locale} />,
          until: person.endsAt ? <DateOnly on={lastDay(person.endsAt)} locale={locale} /> : '—',
          manage: (
            <ButtonLink
              href={`${addressOf(path, { edit: person.membershipId })}#manage`}
              variant="quiet"
              size="sm"
            >
              {t.manage}
              <span className="sr-only"> {words(person.name)}</span>
            </ButtonLink>
          ),
        },
      }))}
      empty={null}
    />
  );
}

/** Shows the members of an organisation and those invited, and how members join and leave. */
export function Members(props: MembersProps) {
  const { locale, role, edit, colleagues, invitations } = props;
  const t = peopleMessages(locale);
  const manages = may('member.manage', role);
  const person = manages && colleagues.find(({ membershipId }) => membershipId === edit);
  const self = colleagues.find((colleague) => colleague.self);
  return (
    <Columns
      aside={manages && (person ? <Manage {...props} person={person} /> : <Invite {...props} />)}
    >
      {role === 'viewer' && self?.endsAt && (
        <Callout tone="info">
          {t.viewerNote({ on: formatDate(lastDay(self.endsAt), locale) })}
        </Callout>
      )}
      <Section title={t.people}>
        <MemberTable {...props} />
      </Section>
      {invitations.length > 0 && <Invitations locale={locale} invitations={invitations} />}
      <Leaving {...props} />
    </Columns>
  );
}
