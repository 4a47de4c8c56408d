import 'server-only';
import type { z } from 'zod';
import type { CaseRow } from '@/features/applications/case-state';
import { checkPrintable } from '@/features/letters/commands';
import type { Fen } from '@/lib/money';
import type { Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { writeReview, writeSoleDecision } from './case-steps';
import { passOrQueue, type Passed } from './funds-commands';
import type * as inputs from './input';

/** A recommended case, or one that the first reviewer has decided alone. */
export type Recommended = Passed & { alone?: true };

/**
 * Decides a case alone, within the limit up to which the rules ask for no final review. The decision is kept for the sample that
 * another officer checks.
 */
export async function decideAlone(
  grant: Grant<'case.review'>,
  row: CaseRow,
  input: z.output<typeof inputs.recommendInput> & { amountFen: Fen },
  limitFen: Fen,
): Promise<Outcome<Recommended, 'letter_unprintable' | 'state_changed' | 'budget_short'>> {
  const printable = await checkPrintable(grant, row, input, []);
  if (!printable.ok) return printable;
  const { amountFen, reason } = input;
  const moved = await passOrQueue(grant, row, { amountFen, reason, alone: true });
  if (!moved.ok) return moved;
  await writeReview(grant, row, { stage: 'first', outcome: 'pass', amountFen, reason });
  await writeSoleDecision(grant, row, { amountFen, limitFen });
  return { ...moved, value: { ...moved.value, alone: true } };
}
