import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { FileField } from '@/components/ui/file-field';
import { ActionForm } from '@/components/ui/form';
import { Columns, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { DocumentLink } from '@/features/documents/ui/document-link';
import { say } from '@/lib/bilingual';
import { formatDateTime } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { requestVerificationAction } from '../actions';
import { organisationMessages } from '../messages';
import type { AskableCity, OwnOrganisation, OwnVerification } from '../queries';
import { VerificationTag } from './verification-tag';

type Props = {
  locale: Locale;
  own: OwnOrganisation;
  edits: boolean;
  cities: readonly AskableCity[];
};

function Ask({ locale, own, cities }: Props) {
  const t = organisationMessages(locale);
  if (!own.complete) {
    return (
      <Section title={t.askTitle}>
        <Callout tone="warn" title={t.completeTitle} />
      </Section>
    );
  }
  return (
    <Section title={t.askTitle}>
      {cities.length === 0 ? (
        <p className="text-muted">{t.noCityLeft}</p>
      ) : (
        <ActionForm action={requestVerificationAction} locale={locale}>
          <SelectField
            name="cityId"
            label={t.city}
            hint={t.cityHint}
            options={cities.map(({ id, name }) => ({ value: id, label: say(name, locale) }))}
          />
          <FileField name="licence" label={t.licence} />
          <FileField
            name="authorisation"
            label={t.authorisation}
            hint={t.authorisationHint}
            optional
          />
          <SubmitButton>{t.ask}</SubmitButton>
        </ActionForm>
      )}
    </Section>
  );
}

/** Shows why a city refused, or when its verification lapsed. */
function Note({ row, locale }: { row: OwnVerification; locale: Locale }) {
  const t = organisationMessages(locale);
  const text =
    row.reason ?? (row.lapsedAt ? t.lapsedOn({ on: formatDateTime(row.lapsedAt, locale) }) : '');
  return text === '' ? <>—</> : <>{words(text)}</>;
}

export function Verification(props: Props) {
  const { locale, own, edits } = props;
  const t = organisationMessages(locale);
  return (
    <Columns aside={edits && <Ask {...props} />}>
      <Section title={t.verification} lead={t.verificationLead}>
        <Table
          caption={t.verification}
          columns={[
            { key: 'city', header: t.city },
            { key: 'state', header: t.state },
            { key: 'requestedAt', header: t.requestedAt },
            { key: 'decided', header: t.decidedAt },
            { key: 'note', header: t.reason, wrap: true },
            { key: 'evidence', header: t.evidence, wrap: true },
          ]}
          rows={own.verifications.map((row) => ({
            key: row.id,
            cells: {
              city: say(row.city, locale),
              state: <VerificationTag state={row.state} locale={locale} />,
              requestedAt: <DateTime at={row.requestedAt} locale={locale} />,
              decided: row.decidedAt ? <DateTime at={row.decidedAt} locale={locale} /> : '—',
              note: <Note row={row} locale={locale} />,
              evidence: (
                <ul>
                  {row.documents.map((document) => (
                    <li key={document.id}>
                      <DocumentLink document={document} />
                    </li>
                  ))}
                </ul>
              ),
            },
          }))}
          empty={<EmptyState title={t.noVerifications} body={t.noVerificationsBody} />}
        />
      </Section>
    </Columns>
  );
}
