import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { recoveries } from '@/db/schema/recoveries';
import { listSettlementLines } from '@/features/ledger/settlement-queries';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { aboutReleased } from './about';
import { recoveryLifecycle } from './domain/lifecycle';

/** Ends the recoveries that a payment nets: those whose reversals are lines of its settlement. */
export async function settleNettedBy(grant: Grant, paymentId: string): Promise<void> {
  const lines = await listSettlementLines(grant.tx, [paymentId]);
  const reversals = lines.filter((line) => line.kind === 'reverse').map((line) => line.entryId);
  if (reversals.length === 0) return;
  const rows = await grant.tx
    .select()
    .from(recoveries)
    .where(and(inArray(recoveries.reverseEntryId, reversals), eq(recoveries.state, 'released')))
    .orderBy(asc(recoveries.id))
    .for('update');
  for (const row of rows) {
    await advance(grant, recoveries, row, {
      lifecycle: recoveryLifecycle,
      transition: 'settle',
      set: { settledBy: 'netted', settledAt: grant.now },
      event: {
        ...aboutReleased(row),
        action: 'recovery.settled',
        data: { reference: row.reference, settledBy: 'netted', paymentId },
      },
    });
  }
}
