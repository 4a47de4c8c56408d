import { Callout, Flash } from '@/components/ui/callout';
import { HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Timeline, type TimelineItem } from '@/components/ui/timeline';
import { words } from '@/components/ui/words';
import { DocumentLink } from '@/features/documents/ui/document-link';
import { formatDateTime } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import { refuseVerificationAction, verifyOrganisationAction } from '../actions';
import type { VerificationRequest, VerificationView } from '../city-queries';
import { organisationName } from '@/lib/organisation-name';
import { doneText, organisationMessages, verificationStates } from '../messages';
import { ContactTable } from './contacts';
import { PartyTable } from './ownership';
import { RegistrationList } from './registration-list';
import { VerificationTag } from './verification-tag';

type Props = { view: VerificationView; locale: Locale; role: Authority };

function Evidence({ view, locale }: Props) {
  const t = organisationMessages(locale);
  const names: Readonly<Record<string, string>> = {
    licence: t.licence,
    authorisation: t.authorisation,
  };
  return (
    <Section title={t.evidence}>
      <ul className="divide-line border-line divide-y border-y">
        {view.documents.map((document) => (
          <li key={document.id} className="py-2">
            <span className="text-muted block text-sm">
              {words(names[document.requirement] ?? document.requirement)}
            </span>
            <DocumentLink document={document} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Decide({ view, locale, role }: Props) {
  const t = organisationMessages(locale);
  if (view.state !== 'requested') return null;
  if (!may('organisation.verify', role)) {
    return (
      <Section title={t.decide}>
        <p className="text-muted">{t.cannotDecide}</p>
      </Section>
    );
  }
  return (
    <Section title={t.decide} lead={t.decideLead}>
      <ActionForm action={verifyOrganisationAction} locale={locale} scope="verify">
        <HiddenField name="verificationId" value={view.id} />
        <HiddenField name="revision" value={String(view.revision)} />
        <SubmitButton>{t.verify}</SubmitButton>
      </ActionForm>
      <details>
        <summary className="link inline-flex min-h-11 items-center">{t.refuseTitle}</summary>
        <div className="border-line mt-2 border-l-4 pl-4">
          <ActionForm action={refuseVerificationAction} locale={locale} scope="refuse">
            <HiddenField name="verificationId" value={view.id} />
            <TextArea name="reason" label={t.reason} hint={t.refuseHint} rows={4} maxLength={500} />
            <SubmitButton variant="danger">{t.refuse}</SubmitButton>
          </ActionForm>
        </div>
      </details>
    </Section>
  );
}

/** Lists the events of one request, the latest first. */
function eventsOf(row: VerificationRequest, locale: Locale): TimelineItem[] {
  const t = organisationMessages(locale);
  const names = verificationStates(locale);
  const verified = row.state === 'verified' || row.state === 'lapsed';
  const events: TimelineItem[] = [];
  if (row.lapsedAt) {
    events.push({
      key: `${row.id}-lapsed`,
      title: names.lapsed,
      at: row.lapsedAt,
      body: t.lapsedOn({ on: formatDateTime(row.lapsedAt, locale) }),
      tone: 'warn',
    });
  }
  if (row.decidedAt) {
    events.push({
      key: `${row.id}-decided`,
      title: verified ? names.verified : names.refused,
      at: row.decidedAt,
      by: row.decidedBy,
      body: row.reason,
      tone: verified ? 'success' : 'danger',
    });
  }
  return [...events, { key: row.id, title: t.asked, at: row.requestedAt, tone: 'info' }];
}

/** Shows a request to the official who checks it: the registration, the evidence beside it, and the decision. */
export function VerificationPage(props: Props & { done: string | undefined }) {
  const { view, locale, done } = props;
  const t = organisationMessages(locale);
  const { profile, registration, changed } = view;
  return (
    <PageBody>
      <PageHeader
        title={organisationName(profile, locale)}
        eyebrow={<VerificationTag state={view.state} locale={locale} />}
        back={{ href: localePath(locale, paths.city.organisations()), label: t.cityTitle }}
      />
      <Flash text={doneText(locale, done)} />
      <Columns
        aside={
          <>
            <Evidence {...props} />
            <Decide {...props} />
            <Section title={t.history}>
              <Timeline
                locale={locale}
                items={view.history.flatMap((row) => eventsOf(row, locale))}
              />
            </Section>
          </>
        }
      >
        {changed.length > 0 && <Callout tone="warn" title={t.changedTitle} />}
        <Section title={t.registration}>
          <RegistrationList locale={locale} profile={profile} before={{ registration, changed }} />
        </Section>
        <Section title={t.contacts}>
          <ContactTable locale={locale} contacts={profile.contacts} />
        </Section>
        <Section title={t.shareholders}>
          <PartyTable locale={locale} kind="shareholder" parties={profile.parties} />
        </Section>
        <Section title={t.related}>
          <PartyTable locale={locale} kind="related" parties={profile.parties} />
        </Section>
      </Columns>
    </PageBody>
  );
}
