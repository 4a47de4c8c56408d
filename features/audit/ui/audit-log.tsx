import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { fen, formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { roles } from '@/lib/roles';
import { actionText } from '../action-text';
import { auditMessages } from '../messages';
import type { AuditEvent, AuditFilter, listAudit } from '../queries';
import { roleNames } from '@/lib/role-messages';

/** Data that people do not need to read: ids, switches, and names of fields. */
const unread =
  /^(requirement|section|fields|noConflict|.*Id)$|^(true|false)$|^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Returns the details of an event beside its name. Amounts are stored in fen and shown in yuan. */
export function detailText(data: AuditEvent['data']): string {
  return Object.entries(data)
    .filter(([name, value]) => value !== null && value !== '' && !unread.test(name))
    .filter(([, value]) => !unread.test(String(value)))
    .map(([name, value]) => {
      const text = String(value);
      return name.endsWith('Fen') && /^\d+$/.test(text) ? formatFen(fen(BigInt(text))) : text;
    })
    .join(' · ');
}

export function actorText(locale: Locale, event: Pick<AuditEvent, 'actorName' | 'actorRole'>) {
  const t = auditMessages(locale);
  const role = roles.find((known) => known === event.actorRole);
  if (event.actorRole === 'system') return { name: t.portal, role: '' };
  return {
    name: event.actorName || t.publicPerson,
    role: role ? roleNames(locale)[role] : '',
  };
}

export function AuditLog(props: {
  locale: Locale;
  page: Awaited<ReturnType<typeof listAudit>>;
  search: ReadFilter<AuditFilter>;
}) {
  const { locale, page, search } = props;
  const { q, cursor } = search.filter;
  const t = auditMessages(locale);
  const path = localePath(locale, paths.city.audit());
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <FilterBar locale={locale} path={path} label={t.show} search={search}>
        <TextField name="q" label={t.filter} defaultValue={q ?? ''} width="medium" />
      </FilterBar>
      {search.fits ? (
        <>
          <Table
            caption={t.title}
            columns={[
              { key: 'action', header: t.action },
              { key: 'at', header: t.at },
              { key: 'actor', header: t.actor },
              { key: 'role', header: t.role },
              { key: 'case', header: t.case },
              { key: 'version', header: t.version },
              { key: 'detail', header: t.detail, wrap: true },
            ]}
            rows={page.rows.map((event) => {
              const actor = actorText(locale, event);
              return {
                key: event.id,
                ...(event.applicationId && {
                  href: localePath(locale, paths.city.case(event.applicationId)),
                }),
                cells: {
                  action: actionText(locale, event.action),
                  at: <DateTime at={event.at} locale={locale} />,
                  actor: actor.name,
                  role: actor.role,
                  case: event.reference,
                  version: event.versionNumber && t.versionNumber({ number: event.versionNumber }),
                  detail: detailText(event.data),
                },
              };
            })}
            empty={<EmptyState title={t.none} />}
          />
          <Pager
            locale={locale}
            path={path}
            query={{ q }}
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
