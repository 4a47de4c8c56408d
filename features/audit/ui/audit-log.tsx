import { buttonClass } from '@/components/ui/button-class';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { DateField, SelectField, TextField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { words } from '@/components/ui/words';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName, type Named } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { subjectKinds } from '@/lib/subject-messages';
import { subjectLabel, subjectText } from '@/lib/subject-text';
import { actionText } from '../action-text';
import { actorText } from '../actor-text';
import { detailText } from '../detail-text';
import {
  actionsOnRecord,
  kindsOfSubjects,
  type AuditFilter,
  type AuditPage,
  type AuditRow,
} from '../log-queries';
import { auditActions, auditMessages } from '../messages';

type Agencies = readonly (Named & { id: string })[];

function AuditFilters(props: {
  locale: Locale;
  path: string;
  search: ReadFilter<AuditFilter>;
  agencies: Agencies;
}) {
  const { locale, path, search, agencies } = props;
  const { q, kind, action, agency, from, to } = search.filter;
  const t = auditMessages(locale);
  const kinds = subjectKinds(locale);
  const actions = auditActions(locale);
  const all = { value: '', label: t.all };
  return (
    <FilterBar locale={locale} path={path} label={t.show} search={search}>
      <TextField name="q" label={t.filter} defaultValue={q ?? ''} width="medium" />
      <SelectField
        name="kind"
        label={t.kind}
        width="short"
        defaultValue={kind ?? ''}
        options={[all, ...kindsOfSubjects.map((one) => ({ value: one, label: kinds[one] }))]}
      />
      <SelectField
        name="action"
        label={t.action}
        defaultValue={action ?? ''}
        options={[all, ...actionsOnRecord.map((one) => ({ value: one, label: actions[one] }))]}
      />
      {agencies.length > 0 && (
        <SelectField
          name="agency"
          label={t.agency}
          defaultValue={agency ?? ''}
          options={[
            all,
            ...agencies.map((one) => ({ value: one.id, label: organisationName(one, locale) })),
          ]}
        />
      )}
      <DateField name="from" label={t.from} defaultValue={from ?? ''} />
      <DateField name="to" label={t.to} defaultValue={to ?? ''} />
    </FilterBar>
  );
}

/** Shows the organisation concerned and the case, where the subject is another. */
function Around({ row, locale }: { row: AuditRow; locale: Locale }) {
  const { organisation, reference, subject } = row;
  const known = subject ? subjectLabel(subject, locale) : '';
  const lines = [
    organisation && organisationName(organisation, locale),
    reference && reference !== known && auditMessages(locale).ofCase({ reference }),
  ].flatMap((line) => (line && line !== known ? [line] : []));
  return (
    <>
      {lines.map((line) => (
        <span key={line} className="text-muted block">
          {words(line, locale)}
        </span>
      ))}
    </>
  );
}

function EventTable(props: { locale: Locale; rows: readonly AuditRow[]; filtered: boolean }) {
  const { locale, rows, filtered } = props;
  const t = auditMessages(locale);
  return (
    <Table
      caption={t.title}
      columns={[
        { key: 'object', header: t.object, wrap: true },
        { key: 'action', header: t.action },
        { key: 'at', header: t.at },
        { key: 'actor', header: t.actor },
        { key: 'around', header: t.organisation, wrap: true },
        { key: 'version', header: t.version },
        { key: 'detail', header: t.detail, wrap: true },
      ]}
      rows={rows.map((row) => {
        const { subject, versionNumber } = row;
        const actor = actorText(locale, row);
        const label = subject ? subjectLabel(subject, locale) : '';
        return {
          key: row.id,
          ...(subject?.path && { href: localePath(locale, subject.path) }),
          cells: {
            object: subject ? subjectText(subject, locale) : '',
            action: actionText(locale, row.action),
            at: <DateTime at={row.at} locale={locale} />,
            actor: (
              <>
                {words(actor.name, locale)}
                <span className="text-muted block">{actor.role}</span>
              </>
            ),
            around: <Around row={row} locale={locale} />,
            version: versionNumber && t.versionNumber({ number: versionNumber }),
            detail: detailText(locale, row.data, [label]),
          },
        };
      })}
      empty={<EmptyState title={filtered ? t.noneFits : t.none} />}
    />
  );
}

/** Shows the record of the city: its filters, a page of its events, and the same events as a file. */
export function AuditLog(props: {
  locale: Locale;
  page: AuditPage;
  search: ReadFilter<AuditFilter>;
  agencies: Agencies;
}) {
  const { locale, page, search, agencies } = props;
  const { cursor, ...query } = search.filter;
  const t = auditMessages(locale);
  const path = localePath(locale, paths.city.audit());
  const filtered = Object.keys(search.typed).some((name) => name !== 'cursor');
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <AuditFilters locale={locale} path={path} search={search} agencies={agencies} />
      {search.fits ? (
        <>
          {page.rows.length > 0 && (
            <p className="no-print">
              <a
                href={paths.api.audit({ ...query, locale })}
                className={buttonClass('secondary', 'sm')}
              >
                {t.file}
              </a>
            </p>
          )}
          <EventTable locale={locale} rows={page.rows} filtered={filtered} />
          <Pager
            locale={locale}
            path={path}
            query={query}
            cursor={cursor}
            nextCursor={page.nextCursor}
          />
        </>
      ) : (
        <UnfitFilter locale={locale} path={path} />
      )}
    </PageBody>
  );
}
