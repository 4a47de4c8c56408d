import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { Table, type Row } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { amountColumns, type Amounts } from '../domain/budget-file';
import { takenShare } from '../domain/parts';
import { budgetMessages } from '../messages';
import type { BudgetTotals, PoolBudget, ProgrammeBudget } from '../queries';

/** Returns the cells of one line; what is committed and promised is also given as a share. */
function cells(name: ReactNode, amounts: Amounts, locale: Locale): Row['cells'] {
  const shown = amountColumns.map((column) => [
    column,
    <Amount key={column} fen={amounts[column]} locale={locale} />,
  ]);
  return {
    name,
    ...(Object.fromEntries(shown) as Record<string, ReactNode>),
    share: takenShare(amounts),
  };
}

function PartName({ part, locale }: { part: PoolBudget; locale: Locale }) {
  const t = budgetMessages(locale);
  return (
    <span className="border-line ml-1 inline-block border-l-2 pl-3">
      <span className="sr-only">{t.part} </span>
      {words(say(part.title, locale))}
    </span>
  );
}

/** Shows the money of every pool: programmes, their parts below them, and the sums. */
export function BudgetTable(props: {
  locale: Locale;
  rows: readonly ProgrammeBudget[];
  totals?: BudgetTotals | undefined;
  /** Whether a programme's name is a link to its own page. */
  linked?: boolean;
}) {
  const { locale, rows, totals, linked = false } = props;
  const t = budgetMessages(locale);
  const lines = rows.flatMap((row): Row[] => [
    {
      key: row.id,
      ...(linked && { href: localePath(locale, paths.city.budget(row.id)) }),
      cells: cells(linked ? say(row.title, locale) : <strong>{t.whole}</strong>, row, locale),
    },
    ...row.subPools.map((part) => ({
      key: part.id,
      cells: cells(<PartName part={part} locale={locale} />, part, locale),
    })),
  ]);
  const sum = totals && {
    key: 'total',
    cells: cells(<strong>{t.total}</strong>, totals, locale),
  };
  return (
    <>
      <Table
        caption={linked ? t.title : t.parts}
        density="compact"
        columns={[
          { key: 'name', header: linked ? t.programme : t.part, wrap: true },
          ...amountColumns.map((column) => ({
            key: column,
            header: t[column],
            align: 'right' as const,
          })),
          { key: 'share', header: t.share, align: 'right' },
        ]}
        rows={sum && lines.length > 0 ? [...lines, sum] : lines}
        empty={<EmptyState title={t.none} />}
      />
      {lines.length > 0 && <p className="text-muted measure text-sm">{t.explained}</p>}
    </>
  );
}
