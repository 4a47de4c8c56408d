import 'server-only';
import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { payments, paymentTemplates, type settlementBatches } from '@/db/schema/settlements';
import { zeroFen } from '@/lib/money';
import { earlierFile, earlierForms } from './domain/earlier-file';
import { guardedLines, lineFrom, storedLine } from './domain/payment-file';
import type { FileTemplate, PaymentLine, ReleasedFile } from './domain/payment-file';
import { standardTemplate } from './shipped-template-messages';
import {
  bindingHash,
  earlierHash,
  unwritableLines,
  writeFiles,
  type PaymentFile,
} from './write-file';

type BatchRow = typeof settlementBatches.$inferSelect;

export type VersionedTemplate = { version: number; template: FileTemplate };

/** Returns the city's template in force; version 0 is the portal's own, for a city that has chosen none. */
export async function currentTemplate(tx: Tx, cityId: string): Promise<VersionedTemplate> {
  const [own] = await tx
    .select({ version: paymentTemplates.version, template: paymentTemplates.template })
    .from(paymentTemplates)
    .where(eq(paymentTemplates.cityId, cityId))
    .orderBy(desc(paymentTemplates.version))
    .limit(1);
  return own ?? { version: 0, template: standardTemplate };
}

async function linesOf(tx: Tx, batchId: string): Promise<PaymentLine[]> {
  const rows = await tx
    .select()
    .from(payments)
    // The bank makes no payment of nothing: such a settlement is covered by an advance.
    .where(and(eq(payments.batchId, batchId), gt(payments.amountFen, zeroFen)))
    .orderBy(asc(payments.reference));
  return rows.map(({ bank, reference, amountFen }) => ({
    accountName: bank.accountName,
    accountNumber: bank.accountNumber,
    bankName: bank.bankName,
    cnapsCode: bank.cnapsCode,
    reference,
    amountFen,
  }));
}

export type BatchFiles = {
  readonly source: ReleasedFile;
  /** The hash to which a release is bound; null where a text cannot be written, so that nothing can be released. */
  readonly hash: string | null;
  readonly files: readonly PaymentFile[];
  /** References of payments with texts that cannot be written, and with texts that get an apostrophe. */
  readonly unwritable: readonly string[];
  readonly guarded: readonly string[];
};

function filesOf(reference: string, source: ReleasedFile): BatchFiles {
  const lines = source.lines.map(lineFrom);
  const { template, version } = source;
  const unwritable = unwritableLines(template, lines);
  const files = unwritable.length > 0 ? [] : writeFiles(reference, template, lines);
  return {
    source,
    hash: unwritable.length > 0 ? null : bindingHash(version, files),
    files,
    unwritable,
    guarded: guardedLines(template, lines),
  };
}

/** Returns the files with which a batch would be released: in the city's template in force, with the present payments. */
export async function filesToRelease(
  tx: Tx,
  batch: Pick<BatchRow, 'id' | 'cityId' | 'reference'>,
): Promise<BatchFiles> {
  const current = await currentTemplate(tx, batch.cityId);
  const lines = (await linesOf(tx, batch.id)).map(storedLine);
  return filesOf(batch.reference, { ...current, lines });
}

/**
 * Returns the files of a released batch as they were released, although payments may have left the batch since. A release
 * before cities had templates is bound to one text; if payments were taken out since, no earlier form matches it, and the file
 * is made from the payments that are left.
 * @throws Error where the files differ from those that were released
 */
export async function releasedFiles(
  tx: Tx,
  batch: Pick<BatchRow, 'id' | 'reference' | 'file' | 'fileSha256'>,
): Promise<readonly Omit<PaymentFile, 'table'>[]> {
  if (batch.file) {
    const { files, hash } = filesOf(batch.reference, batch.file);
    if (hash !== batch.fileSha256) {
      throw new Error(`The files of batch ${batch.reference} are not those that were released.`);
    }
    return files;
  }
  const lines = await linesOf(tx, batch.id);
  const forms = earlierForms.map((form) => earlierFile(lines, form));
  const text = forms.find((form) => earlierHash(form) === batch.fileSha256) ?? earlierFile(lines);
  const bytes = new TextEncoder().encode(text);
  const name = `${batch.reference}.csv`;
  return [{ name, mediaType: 'text/csv; charset=utf-8', bytes, sha256: earlierHash(text) }];
}
