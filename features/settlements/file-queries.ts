import 'server-only';
import { and, eq } from 'drizzle-orm';
import { settlementBatches } from '@/db/schema/settlements';
import { zeroFen } from '@/lib/money';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { currentTemplate, filesToRelease, releasedFiles } from './batch-file';
import { batchLifecycle, hasFile } from './domain/lifecycle';
import type { FileTable } from './domain/payment-file';
import type { BatchReader } from './queries';

type Place = { actor: BatchReader; batchId: string };

const batchOf = ({ actor, batchId }: Place) =>
  and(eq(settlementBatches.id, batchId), eq(settlementBatches.cityId, cityOf(actor)));

const emptyTable: FileTable = { cells: [], totalFen: zeroFen };

/**
 * Loads the payment files of a batch for its page: those that were released, or those with which it would be released.
 * @returns undefined for a batch that ended without a release
 */
export function getBatchFiles(actor: BatchReader, batchId: string) {
  return inScope(actor, async ({ tx }) => {
    const [batch] = await tx.select().from(settlementBatches).where(batchOf({ actor, batchId }));
    if (!batch) return undefined;
    if (hasFile(batch.state)) {
      const files = await releasedFiles(tx, batch);
      return {
        hash: batch.fileSha256,
        version: batch.file?.version,
        template: batch.file?.template,
        unwritable: [],
        guarded: [],
        files: files.map(({ name, sha256 }) => ({ name, sha256, ...emptyTable })),
      };
    }
    if (!batchLifecycle.can(batch.state, 'release')) return undefined;
    const { files, source, ...rest } = await filesToRelease(tx, batch);
    return {
      ...rest,
      version: source.version,
      template: source.template,
      files: files.map(({ name, sha256, table }) => ({ name, sha256, ...table })),
    };
  });
}

export type BatchFilesView = NonNullable<Awaited<ReturnType<typeof getBatchFiles>>>;

/** Returns one payment file of a released batch, counted from 0; undefined where there is none. */
export function getPaymentFile(actor: Actor<'settlement.read'>, batchId: string, at: number) {
  return inScope(actor, async ({ tx }) => {
    const [batch] = await tx.select().from(settlementBatches).where(batchOf({ actor, batchId }));
    if (!batch || !hasFile(batch.state)) return undefined;
    return (await releasedFiles(tx, batch))[at];
  });
}

/** Loads the template of the city's payment files. */
export const getTemplate = (actor: Actor<'payment_file.edit'>) =>
  inScope(actor, ({ tx }) => currentTemplate(tx, cityOf(actor)));
