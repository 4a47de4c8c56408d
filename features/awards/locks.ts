import 'server-only';
import { and, eq } from 'drizzle-orm';
import { awardImports, awardRows } from '@/db/schema/awards';
import { refused, done, type Outcome } from '@/lib/result';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { lockInCity } from '@/server/rows';
import { rowColumns, type ImportRow, type StoredRow } from './check';

/** Locks one of the city's lists until the end of the transaction. */
export const lockImport = (grant: Pick<Grant, 'tx' | 'actor'>, importId: string) =>
  lockInCity(grant, awardImports, importId);

/** Locks one row and its list: first the list, as everywhere. */
export async function lockRow(
  grant: Pick<Grant, 'tx' | 'actor'>,
  rowId: string,
): Promise<Outcome<{ row: StoredRow; importRow: ImportRow }, 'row_unknown'>> {
  const { tx, actor } = grant;
  const [found] = await tx
    .select({ importId: awardRows.importId })
    .from(awardRows)
    .where(and(eq(awardRows.id, rowId), eq(awardRows.cityId, cityOf(actor))));
  const importRow = found && (await lockImport(grant, found.importId));
  const [row] = await tx.select(rowColumns).from(awardRows).where(eq(awardRows.id, rowId));
  return row && importRow ? done({ row, importRow }) : refused('row_unknown');
}
