import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DescriptionList } from '@/components/ui/description-list';
import { Columns, Section } from '@/components/ui/page';
import { maskAccount } from '@/lib/mask';
import type { Locale } from '@/lib/locale';
import { may, type Authority } from '@/lib/permissions';
import type { Part } from '../domain/parts';
import { doneText, organisationMessages } from '../messages';
import type { OwnOrganisation } from '../queries';
import { shownShare } from '../shown';
import { Frame, partPath } from './frame';
import { RegistrationList } from './registration-list';

type Props = { locale: Locale; role: Authority; own: OwnOrganisation };

const none = '—';

/** Shows what else the profile contains, each with a link to its page. */
function Rest({ locale, own }: Props) {
  const t = organisationMessages(locale);
  const main = own.contacts.find(({ isMain }) => isMain) ?? own.contacts[0];
  const shares = own.parties.filter(({ kind }) => kind === 'shareholder');
  const together = shares.reduce((sum, { share }) => sum + (share ?? 0), 0);
  const item = (part: Exclude<Part, 'registration'>, value: ReactNode) => ({
    term: (
      <Link className="link" href={partPath(locale, own.kind, part)}>
        {t[part]}
      </Link>
    ),
    value,
  });
  return (
    <Section title={t.prefilled} lead={t.prefilledLead}>
      <DescriptionList
        items={[
          item('contacts', main ? `${main.name} · ${main.phone}` : none),
          item(
            'ownership',
            shares.length > 0
              ? t.shareholdersTold({ count: shares.length, share: shownShare(together) })
              : none,
          ),
          ...(own.kind === 'operator'
            ? []
            : [item('bank', own.bank ? maskAccount(own.bank.accountNumber) : none)]),
        ]}
      />
    </Section>
  );
}

/** Shows the first page of an organisation: its registration, and what else it has entered. */
export function OrganisationOverview(props: Props & { done: string | undefined }) {
  const { locale, role, own, done } = props;
  const t = organisationMessages(locale);
  const edits = may('organisation.edit', role);
  const edit = partPath(locale, own.kind, 'registration');
  return (
    <Frame
      locale={locale}
      own={own}
      flash={doneText(locale, done)}
      note={
        !own.complete && (
          <Callout tone="warn" title={t.completeTitle}>
            {t.completeBody}
          </Callout>
        )
      }
    >
      <Columns aside={<Rest {...props} />}>
        <Section
          title={t.registration}
          actions={
            edits && (
              <ButtonLink href={edit} variant={own.complete ? 'secondary' : 'primary'} size="sm">
                {t.change}
              </ButtonLink>
            )
          }
        >
          <RegistrationList locale={locale} profile={own} />
        </Section>
      </Columns>
    </Frame>
  );
}
