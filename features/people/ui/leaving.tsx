import { HiddenField, RadioGroup, SelectField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { may } from '@/lib/permissions';
import { handOverAction, leaveOrganisationAction } from '../actions';
import { ranksOf } from '../domain';
import { peopleMessages } from '../messages';
import type { MembersProps } from './members-props';
import { roleNames } from '@/lib/role-messages';

/** Shows the form that makes a colleague the owner instead of the user. */
function HandOver({ locale, role, colleagues }: MembersProps) {
  const t = peopleMessages(locale);
  const ranks = ranksOf(role);
  const fit = colleagues.filter(
    (person) =>
      !person.self && (person.role === ranks?.working || person.role === ranks?.answering),
  );
  return (
    <details>
      <summary className="link inline-flex min-h-11 items-center">{t.handOver}</summary>
      <div className="border-line mt-2 space-y-4 border-l-4 pl-4">
        <p className="measure">{fit.length > 0 ? t.handOverLead : t.noSuccessor}</p>
        {fit.length > 0 && (
          <ActionForm action={handOverAction} locale={locale} scope="over">
            <SelectField
              name="membershipId"
              label={t.successor}
              options={fit.map((person) => ({
                value: person.membershipId,
                label: `${person.name} · ${roleNames(locale)[person.role]} · ${person.email}`,
              }))}
            />
            <RadioGroup
              name="then"
              label={t.thenWhat}
              defaultValue="stay"
              options={[
                { value: 'stay', label: t.thenStay },
                { value: 'leave', label: t.thenLeave },
              ]}
            />
            <SubmitButton variant="danger">{t.handOver}</SubmitButton>
          </ActionForm>
        )}
      </div>
    </details>
  );
}

/** Shows how to leave an organisation, in a part that the user opens. Its last owner must hand it over first. */
export function Leaving(props: MembersProps) {
  const { locale, role, colleagues } = props;
  const t = peopleMessages(locale);
  const answering = ranksOf(role)?.answering;
  const last =
    role === answering && colleagues.filter((person) => person.role === answering).length < 2;
  return (
    <div>
      {may('member.manage', role) && <HandOver {...props} />}
      <details>
        <summary className="link inline-flex min-h-11 items-center">{t.leave}</summary>
        <div className="border-line mt-2 space-y-3 border-l-4 pl-4">
          <p className="measure">{last ? t.leaveLast : t.leaveLead}</p>
          {!last && (
            <ActionForm action={leaveOrganisationAction} locale={locale} scope="leave">
              <HiddenField name="leave" value="yes" />
              <SubmitButton variant="danger">{t.leave}</SubmitButton>
            </ActionForm>
          )}
        </div>
      </details>
    </div>
  );
}
