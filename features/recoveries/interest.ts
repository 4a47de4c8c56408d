import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { recoveries, recoveryCredits } from '@/db/schema/recoveries';
import { payments } from '@/db/schema/settlements';
import { settlementOf } from '@/features/ledger/capture-queries';
import { getVersion } from '@/features/programmes/queries';
import { rulesInForce } from '@/features/rules/domain/in-force';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { fen, sumFen, type Fen } from '@/lib/money';
import {
  interestDue,
  interestTerms,
  type InterestDue,
  type InterestTerms,
  type Reduction,
} from './domain/interest';

type RecoveryRow = typeof recoveries.$inferSelect;
type CreditRow = typeof recoveryCredits.$inferSelect;

/** The columns that the interest of a recovery follows from, with its credits. */
export const interestColumns = {
  id: recoveries.id,
  amountFen: recoveries.amountFen,
  settledBy: recoveries.settledBy,
  settledAt: recoveries.settledAt,
  interestPercent: recoveries.interestPercent,
  interestSince: recoveries.interestSince,
  interestOrder: recoveries.interestOrder,
};
type Bearing = Pick<RecoveryRow, keyof typeof interestColumns>;

/** Returns the terms that were fixed when a recovery was released; undefined where it bears no interest. */
export function termsOf(row: Bearing): InterestTerms | undefined {
  const { interestPercent: percent, interestSince: since, interestOrder: order } = row;
  return percent === null || since === null || order === null
    ? undefined
    : { percent, since, order };
}

/**
 * Returns the terms of the interest that a recovery will bear, by the rules of its voucher on the day of the demand; undefined where they
 * name none, or where nothing was settled, so that nothing is owed.
 */
export async function termsFor(
  tx: Tx,
  { versionId, captureId, settled }: { versionId: string; captureId: string; settled: boolean },
  now: Date,
): Promise<InterestTerms | undefined> {
  if (!settled) return undefined;
  const demandedOn = shanghaiDate(now);
  const { rules } = await getVersion(tx, versionId);
  const rule = rulesInForce(rules, demandedOn).recovery;
  if (!rule) return undefined;
  const settlementId = await settlementOf(tx, captureId);
  const [payment] = settlementId
    ? await tx.select({ on: payments.paidOn }).from(payments).where(eq(payments.id, settlementId))
    : [];
  return interestTerms(rule, { paidOn: payment?.on ?? undefined, demandedOn });
}

const principalOf = (credit: CreditRow): Fen => fen(credit.amountFen - credit.interestFen);

/** Lists what made the principal less: repayments on the day of the bank, write-offs on that of the decision, and netting. */
function reductionsOf(row: Bearing, credits: readonly CreditRow[]): Reduction[] {
  const credited = credits.flatMap((credit): Reduction[] => {
    const amountFen = principalOf(credit);
    const on = credit.paidOn ?? (credit.decidedAt && shanghaiDate(credit.decidedAt));
    return amountFen > 0n && on ? [{ on, amountFen }] : [];
  });
  if (row.settledBy !== 'netted' || !row.settledAt) return credited;
  const left = fen(row.amountFen - sumFen(credited.map(({ amountFen }) => amountFen)));
  return [...credited, { on: shanghaiDate(row.settledAt), amountFen: left }];
}

/** Returns the interest of recoveries until the end of a day, by their ids; those that bear none are absent. */
export async function interestOf(
  tx: Tx,
  rows: readonly Bearing[],
  until: IsoDate,
): Promise<Map<string, InterestDue>> {
  const bearing = rows.filter((row) => termsOf(row) !== undefined);
  if (bearing.length === 0) return new Map();
  const all = await tx
    .select()
    .from(recoveryCredits)
    .where(
      and(
        inArray(
          recoveryCredits.recoveryId,
          bearing.map(({ id }) => id),
        ),
        eq(recoveryCredits.state, 'released'),
      ),
    );
  return new Map(
    bearing.flatMap((row) => {
      const terms = termsOf(row);
      if (!terms) return [];
      const credits = all.filter(({ recoveryId }) => recoveryId === row.id);
      const sum = (of: (kind: CreditRow['kind']) => boolean) =>
        sumFen(credits.filter(({ kind }) => of(kind)).map(({ interestFen }) => interestFen));
      const debt = { principalFen: row.amountFen, reductions: reductionsOf(row, credits) };
      const paid = {
        receivedFen: sum((kind) => kind === 'repayment'),
        waivedFen: sum((kind) => kind === 'waiver'),
      };
      return [[row.id, interestDue(debt, terms, until, paid)] as const];
    }),
  );
}
