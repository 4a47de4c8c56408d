import 'server-only';
import { csvCell, csvIdentifier, csvLine, csvTextCell } from '@/lib/csv';
import { formatDateTime } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { subjectKinds } from '@/lib/subject-messages';
import { subjectLabel } from '@/lib/subject-text';
import type { Actor } from '@/server/actor';
import { actionText } from './action-text';
import { actorText } from './actor-text';
import { detailText } from './detail-text';
import { readAudit, type AuditFilter, type AuditRow } from './log-queries';
import { auditMessages } from './messages';

function lineOf(locale: Locale, row: AuditRow): string {
  const t = auditMessages(locale);
  const { subject, organisation, versionNumber } = row;
  const actor = actorText(locale, row);
  return csvLine([
    csvTextCell(formatDateTime(row.at, locale)),
    csvCell(actionText(locale, row.action)),
    csvTextCell(actor.name),
    csvCell(actor.role),
    csvCell(subject ? subjectKinds(locale)[subject.kind] : ''),
    csvIdentifier(subject ? subjectLabel(subject, locale) : ''),
    csvTextCell(organisation ? organisationName(organisation, locale) : ''),
    csvIdentifier(row.reference ?? ''),
    csvCell(versionNumber === null ? '' : t.versionNumber({ number: versionNumber })),
    csvTextCell(detailText(locale, row.data)),
    row.id,
  ]);
}

/** Reads the record as the lines of a file for spreadsheets: its headings, then every event that fits the filter. */
export async function* auditLines(
  actor: Actor<'audit.read'>,
  filter: AuditFilter,
  locale: Locale,
): AsyncGenerator<string> {
  const t = auditMessages(locale);
  const headings = [
    ...[t.at, t.action, t.actor, t.role, t.kind, t.object, t.organisation],
    ...[t.case, t.version, t.detail, t.event],
  ];
  yield csvLine(headings.map(csvCell));
  for await (const row of readAudit(actor, filter)) yield lineOf(locale, row);
}
