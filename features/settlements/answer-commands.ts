import 'server-only';
import { and, asc, eq, ne } from 'drizzle-orm';
import type { z } from 'zod';
import { bankAnswers, payments, settlementBatches } from '@/db/schema/settlements';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity } from '@/server/rows';
import { checkAnswer } from './answer-check';
import {
  answerFields,
  answerMappingFaults,
  isApplied,
  type AnswerMapping,
  type JudgedLine,
} from './domain/bank-answer';
import { bankAnswerLifecycle } from './domain/lifecycle';
import type * as inputs from './input';
import { markFailed, markPaid } from './payment-commands';

type Place = { batchId: string; id: string };
type MarkGrant = Grant<'payment.mark'>;

/**
 * Stores a bank's answer to a released batch, line by line, without applying anything. The same file for the same batch leads to
 * the answer that is there.
 */
export async function uploadAnswer(
  grant: MarkGrant,
  input: z.output<typeof inputs.uploadAnswerInput>,
): Promise<Outcome<Place, 'batch_unknown' | 'batch_not_released'>> {
  const { tx, actor, now } = grant;
  const batch = await lockInCity(grant, settlementBatches, input.batchId);
  if (!batch) return refused('batch_unknown');
  if (batch.state !== 'released') return refused('batch_not_released');
  const { file } = input;
  const [twin] = await tx
    .select({ id: bankAnswers.id })
    .from(bankAnswers)
    .where(
      and(
        eq(bankAnswers.batchId, batch.id),
        eq(bankAnswers.fileSha256, file.sha256),
        ne(bankAnswers.state, 'discarded'),
      ),
    );
  if (twin) return repeated({ batchId: batch.id, id: twin.id });
  const [answer] = await tx
    .insert(bankAnswers)
    .values({
      cityId: batch.cityId,
      batchId: batch.id,
      state: bankAnswerLifecycle.initial,
      fileName: file.fileName,
      fileSha256: file.sha256,
      headers: [...file.headers],
      rows: file.pieces.flat().map(({ line, cells }) => ({ line, cells: [...cells] })),
      createdBy: userOf(actor),
      createdAt: now,
    })
    .returning({ id: bankAnswers.id });
  if (!answer) throw new Error('The answer was not written.');
  await grant.record({
    action: 'bank_answer.uploaded',
    subject: { kind: 'batch', id: batch.id },
    data: {
      reference: batch.reference,
      fileName: file.fileName,
      fileSha256: file.sha256,
      rows: file.rowCount,
    },
  });
  return done({ batchId: batch.id, id: answer.id });
}

function mappingOf(input: z.output<typeof inputs.mapAnswerInput>): AnswerMapping {
  const columns: Record<string, number> = {};
  for (const field of answerFields) {
    const at = input[`column_${field}`];
    if (at !== undefined) columns[field] = at;
  }
  return { columns, paidOn: input.paidOn, bankReference: input.bankReference };
}

type MapRefusal =
  | 'answer_unknown'
  | 'state_changed'
  | 'mapping_wrong'
  | 'batch_not_released'
  | 'answer_of_other_batch';

/** Stores which column holds what. The next answer of the city with the same headings starts from it. */
export async function mapAnswer(
  grant: MarkGrant,
  input: z.output<typeof inputs.mapAnswerInput>,
): Promise<Outcome<Place, MapRefusal>> {
  const { tx, now } = grant;
  const answer = await lockInCity(grant, bankAnswers, input.answerId);
  if (!answer) return refused('answer_unknown');
  if (!bankAnswerLifecycle.can(answer.state, 'apply')) return refused('state_changed');
  const mapping = mappingOf(input);
  const faults = Object.entries(answerMappingFaults(mapping, answer.headers));
  if (faults.length > 0) {
    const fields = Object.fromEntries(faults.map(([field, code]) => [`column_${field}`, { code }]));
    return { ...refused('mapping_wrong'), fields };
  }
  const checked = await checkAnswer(tx, answer, mapping, now);
  if (!checked.ok) return checked;
  await tx.update(bankAnswers).set({ mapping }).where(eq(bankAnswers.id, answer.id));
  await grant.record({
    action: 'bank_answer.mapped',
    subject: { kind: 'batch', id: answer.batchId },
    data: { fileName: answer.fileName },
  });
  return done({ batchId: answer.batchId, id: answer.id });
}

/** Marks one payment by the same command as by hand. */
function applyLine(grant: MarkGrant, line: JudgedLine) {
  const { paymentId = '', paidOn, bankReference, reason } = line;
  return line.verdict === 'pay'
    ? markPaid(grant, { paymentId, paidOn, bankReference })
    : markFailed(grant, { paymentId, reason });
}

type ApplyRefusal =
  | 'answer_unknown'
  | 'state_changed'
  | 'batch_not_released'
  | 'answer_of_other_batch'
  | 'answer_changed'
  | 'answer_nothing'
  | 'payment_refused';

/**
 * Applies a bank's answer as it was shown: every payment goes through its lifecycle in this transaction, or none does. Where
 * anything would be written that the page did not show, nothing is.
 */
export async function applyAnswer(
  grant: MarkGrant,
  input: z.output<typeof inputs.applyAnswerInput>,
): Promise<Outcome<{ batchId: string }, ApplyRefusal>> {
  const { tx, actor, now } = grant;
  const answer = await lockInCity(grant, bankAnswers, input.answerId);
  if (!answer) return refused('answer_unknown');
  if (!answer.mapping) return refused('state_changed');
  const moved = await advance(grant, bankAnswers, answer, {
    lifecycle: bankAnswerLifecycle,
    transition: 'apply',
    set: { decidedBy: userOf(actor), decidedAt: now },
    event: {
      action: 'bank_answer.applied',
      subject: { kind: 'batch', id: answer.batchId },
      data: { fileName: answer.fileName, fileSha256: answer.fileSha256 },
    },
  });
  if (!moved.ok) return moved;
  // All payments are locked first and in one order, because marking one locks the batch, which others lock after theirs.
  await tx
    .select({ id: payments.id })
    .from(payments)
    .where(eq(payments.batchId, answer.batchId))
    .orderBy(asc(payments.id))
    .for('update');
  const checked = await checkAnswer(tx, answer, answer.mapping, now);
  if (!checked.ok) return checked;
  const { lines, judged } = checked.value;
  if (judged !== input.judged) return refused('answer_changed');
  const applied = lines.filter(isApplied);
  if (applied.length === 0) return refused('answer_nothing');
  for (const line of applied) {
    const marked = await applyLine(grant, line);
    if (!marked.ok) return refused('payment_refused', { reference: line.reference ?? '' });
  }
  return done({ batchId: answer.batchId });
}

/** Discards an answer that was not applied. Its file can then be uploaded again. */
export async function discardAnswer(
  grant: MarkGrant,
  input: z.output<typeof inputs.answerInput>,
): Promise<Outcome<{ batchId: string }, 'answer_unknown' | 'state_changed'>> {
  const { actor, now } = grant;
  const answer = await lockInCity(grant, bankAnswers, input.answerId);
  if (!answer) return refused('answer_unknown');
  const moved = await advance(grant, bankAnswers, answer, {
    lifecycle: bankAnswerLifecycle,
    transition: 'discard',
    set: { decidedBy: userOf(actor), decidedAt: now },
    event: {
      action: 'bank_answer.discarded',
      subject: { kind: 'batch', id: answer.batchId },
      data: { fileName: answer.fileName },
    },
  });
  return moved.ok ? done({ batchId: answer.batchId }) : moved;
}
