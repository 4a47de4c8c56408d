import 'server-only';
import { listBatchFunders, type Funder } from '@/features/ledger/funder-queries';
import { programmeTitles } from '@/features/programmes/queries';
import type { Bilingual } from '@/lib/bilingual';
import type { Fen } from '@/lib/money';
import type { Actor } from '@/server/actor';
import { inScope } from '@/server/scope';

export type BatchFunder = Funder & { programme: Bilingual; amountFen: Fen };

/** Lists what each funder bears of a batch, with its programme. */
export const getBatchFunders = (
  actor: Actor<'settlement.read'>,
  batchId: string,
): Promise<BatchFunder[]> =>
  inScope(actor, async ({ tx }) => {
    const rows = await listBatchFunders(tx, batchId);
    const titles = await programmeTitles(
      tx,
      rows.map(({ programmeId }) => programmeId),
    );
    return rows.map((row) => ({
      ...row,
      programme: titles.get(row.programmeId) ?? { 'zh-CN': '', en: '' },
    }));
  });
