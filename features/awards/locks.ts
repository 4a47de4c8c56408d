import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
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

export type ListedRow = Pick<
  typeof awardRows.$inferSelect,
  'id' | 'line' | 'state' | 'name' | 'creditCode' | 'amountFen' | 'email'
>;

/** Locks the list of a row on public notice, and returns both. Everything about such a row waits for its list. */
export async function lockListed(
  tx: Tx,
  cityId: string,
  rowId: string,
): Promise<{ row: ListedRow; list: ImportRow } | undefined> {
  const mine = and(eq(awardRows.id, rowId), eq(awardRows.cityId, cityId));
  const [found] = await tx.select({ importId: awardRows.importId }).from(awardRows).where(mine);
  if (!found) return undefined;
  const [list] = await tx
    .select()
    .from(awardImports)
    .where(and(eq(awardImports.id, found.importId), eq(awardImports.cityId, cityId)))
    .for('update');
  const [row] = await tx
    .select({
      id: awardRows.id,
      line: awardRows.line,
      state: awardRows.state,
      name: awardRows.name,
      creditCode: awardRows.creditCode,
      amountFen: awardRows.amountFen,
      email: awardRows.email,
    })
    .from(awardRows)
    .where(mine);
  return list && row && { list, row };
}
