import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { payments, settlementBatches, type bankAnswers } from '@/db/schema/settlements';
import { shanghaiDate } from '@/lib/dates';
import { identityKey } from '@/lib/normal';
import { done, refused, type Outcome } from '@/lib/result';
import { resultWords } from './answer-messages';
import {
  isApplied,
  judgeAnswer,
  referenceIn,
  type AnswerablePayment,
  type AnswerMapping,
  type JudgedLine,
} from './domain/bank-answer';

type AnswerRow = Pick<typeof bankAnswers.$inferSelect, 'batchId' | 'cityId' | 'rows'>;

export type CheckedAnswer = {
  readonly lines: readonly JudgedLine[];
  /** Pending payments of the batch of which the answer says nothing. */
  readonly silent: readonly string[];
  /** Recognises what was shown: the lines that are applied, with everything that is written of them. */
  readonly judged: string;
};

/** Returns the hash of everything that the lines of an answer would write. */
const judgedHash = (lines: readonly JudgedLine[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        lines
          .filter(isApplied)
          .map(({ line, verdict, paymentId, paidOn, bankReference, reason }) =>
            verdict === 'pay'
              ? [line, verdict, paymentId, paidOn, bankReference]
              : [line, verdict, paymentId, reason],
          ),
      ),
    )
    .digest('hex');

/** Finds a line that names a payment of another batch: its number, and the reference of that batch. */
async function foreignLine(
  tx: Tx,
  answer: AnswerRow,
  mapping: AnswerMapping,
  own: ReadonlySet<string>,
): Promise<{ batch: string; line: number } | undefined> {
  const at = mapping.columns.reference;
  if (at === undefined) return undefined;
  const named = new Map<string, number>();
  for (const row of answer.rows) {
    if (own.has(referenceIn(row, mapping))) continue;
    // References are stored in one form, so the text of the cell is the stored one or is none.
    const text = (row.cells[at] ?? '').trim().toUpperCase();
    if (!named.has(text)) named.set(text, row.line);
  }
  if (named.size === 0) return undefined;
  const [found] = await tx
    .select({ reference: payments.reference, batch: settlementBatches.reference })
    .from(payments)
    .innerJoin(settlementBatches, eq(settlementBatches.id, payments.batchId))
    .where(and(eq(payments.cityId, answer.cityId), inArray(payments.reference, [...named.keys()])))
    .orderBy(payments.reference)
    .limit(1);
  return found && { batch: found.batch, line: named.get(found.reference) ?? 0 };
}

type CheckRefusal = 'batch_not_released' | 'answer_of_other_batch';

/**
 * Judges a bank's answer by the present state of its batch. An answer of another batch is refused as a whole and named,
 * because its lines say nothing of this one.
 */
export async function checkAnswer(
  tx: Tx,
  answer: AnswerRow,
  mapping: AnswerMapping,
  now: Date,
): Promise<Outcome<CheckedAnswer, CheckRefusal>> {
  const [batch] = await tx
    .select()
    .from(settlementBatches)
    .where(eq(settlementBatches.id, answer.batchId));
  if (!batch?.releasedAt) return refused('batch_not_released');
  const rows = await tx.select().from(payments).where(eq(payments.batchId, batch.id));
  const here: AnswerablePayment[] = rows.map(({ id, reference, bank, amountFen, state }) => ({
    id,
    reference,
    accountNumber: bank.accountNumber,
    amountFen,
    state,
  }));
  const present = new Set(here.map(({ reference }) => identityKey(reference)));
  const released = batch.file?.lines.map(({ reference }) => identityKey(reference)) ?? [];
  const moved = new Set(released.filter((key) => !present.has(key)));
  const foreign = await foreignLine(tx, answer, mapping, new Set([...present, ...moved]));
  if (foreign) return refused('answer_of_other_batch', foreign);
  const lines = judgeAnswer(answer.rows, {
    mapping,
    words: resultWords,
    payments: here,
    moved,
    earliest: shanghaiDate(batch.releasedAt),
    today: shanghaiDate(now),
  });
  const said = new Set(lines.map(({ paymentId }) => paymentId));
  return done({
    lines,
    silent: here
      .filter(({ id, state }) => state === 'pending' && !said.has(id))
      .map(({ reference }) => reference),
    judged: judgedHash(lines),
  });
}
