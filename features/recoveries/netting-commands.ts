import 'server-only';
import { and, asc, eq, inArray } from 'drizzle-orm';
import { recoveries } from '@/db/schema/recoveries';
import { entriesOfSettlements } from '@/features/ledger/settlement-queries';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { aboutReleased } from './about';
import { recoveryLifecycle } from './domain/lifecycle';

/** Ends the recoveries that a payment nets: those whose reversals are lines of its settlement. */
export async function settleNettedBy(grant: Grant, paymentId: string): Promise<void> {
  const lines = entriesOfSettlements(grant.tx, paymentId);
  const rows = await grant.tx
    .select()
    .from(recoveries)
    .where(and(inArray(recoveries.reverseEntryId, lines), eq(recoveries.state, 'released')))
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
