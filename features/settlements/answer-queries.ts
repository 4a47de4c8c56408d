import 'server-only';
import { and, desc, eq, isNotNull, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bankAnswers, settlementBatches } from '@/db/schema/settlements';
import { suggestColumns } from '@/features/tables/domain/columns';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { checkAnswer } from './answer-check';
import { answerSynonyms, type AnswerColumns } from './answer-messages';
import { answerFields, type AnswerMapping } from './domain/bank-answer';

type AnswerRow = typeof bankAnswers.$inferSelect;

/** Returns the columns that the city last confirmed for the same headings. */
async function rememberedColumns(tx: Tx, answer: AnswerRow): Promise<AnswerColumns | undefined> {
  const [before] = await tx
    .select({ mapping: bankAnswers.mapping })
    .from(bankAnswers)
    .where(
      and(
        eq(bankAnswers.cityId, answer.cityId),
        ne(bankAnswers.id, answer.id),
        eq(bankAnswers.headers, answer.headers),
        isNotNull(bankAnswers.mapping),
      ),
    )
    .orderBy(desc(bankAnswers.id))
    .limit(1);
  return before?.mapping?.columns;
}

/** Returns the mapping of an answer: its own, the remembered one, or a guess by the headings. */
async function mappingOf(tx: Tx, answer: AnswerRow): Promise<AnswerMapping> {
  if (answer.mapping) return answer.mapping;
  const columns =
    (await rememberedColumns(tx, answer)) ??
    suggestColumns(answer.headers, answerFields, answerSynonyms);
  return { columns, paidOn: '', bankReference: '' };
}

/** How many lines of the file are shown beside the choice of columns. */
const previewRows = 5;

/** Loads a bank's answer, and what applying it would do once its columns are confirmed. */
export function getAnswer(actor: Actor<'payment.mark'>, batchId: string, answerId: string) {
  return inScope(actor, async ({ tx, now }) => {
    const [found] = await tx
      .select({ answer: bankAnswers, batch: settlementBatches.reference })
      .from(bankAnswers)
      .innerJoin(settlementBatches, eq(settlementBatches.id, bankAnswers.batchId))
      .where(
        and(
          eq(bankAnswers.id, answerId),
          eq(bankAnswers.batchId, batchId),
          eq(bankAnswers.cityId, cityOf(actor)),
        ),
      );
    if (!found) return undefined;
    const { answer, batch } = found;
    const { mapping } = answer;
    const checked =
      mapping && answer.state === 'read' ? await checkAnswer(tx, answer, mapping, now) : undefined;
    return {
      id: answer.id,
      batchId,
      batch,
      state: answer.state,
      fileName: answer.fileName,
      headers: answer.headers,
      preview: answer.rows.slice(0, previewRows),
      mapping: await mappingOf(tx, answer),
      checked,
    };
  });
}

export type AnswerView = NonNullable<Awaited<ReturnType<typeof getAnswer>>>;
