import 'server-only';
import { say } from '@/lib/bilingual';
import { shanghaiDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import type { Actor } from '@/server/actor';
import { amountColumns, budgetFile, type BudgetLine } from './domain/budget-file';
import { budgetMessages } from './messages';
import { readBudgets } from './queries';

/** Loads the whole budget table of the screen as a file. */
export async function readBudgetFile(
  actor: Actor<'budget.read'>,
  locale: Locale,
): Promise<{ name: string; text: string }> {
  const t = budgetMessages(locale);
  const { rows, totals, asOf } = await readBudgets(actor);
  const lines = rows.flatMap((row): BudgetLine[] => [
    { ...row, programme: say(row.title, locale), part: '' },
    ...row.subPools.map((part) => ({
      ...part,
      programme: say(row.title, locale),
      part: say(part.title, locale),
    })),
  ]);
  const amounts = amountColumns.map((column) => t.inYuan({ column: t[column] }));
  return {
    name: `budget-${shanghaiDate(asOf)}.csv`,
    text: budgetFile(
      [t.programme, t.part, ...amounts, t.share],
      [...lines, { ...totals, programme: t.total, part: '' }],
    ),
  };
}
