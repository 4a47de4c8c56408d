import { MoneyBar, type Segment } from '@/components/ui/meter';
import { Card } from '@/components/ui/page';
import { localePath, type Locale } from '@/lib/locale';
import { partsOf, poolParts, type PoolAmounts, type PoolPart } from '../domain/parts';
import { budgetMessages } from '../messages';
import type { BudgetLinks } from '../part-links';

const fills: Record<PoolPart, Segment['fill']> = {
  paid: 'spent',
  due: 'due',
  writtenOff: 'spent',
  held: 'held',
  available: 'issued',
  promised: 'promised',
  left: 'free',
};

/** Shows a budget as one bar, from what has been paid to what is free; each part leads to what it comes from. */
export function BudgetBar(props: { locale: Locale; amounts: PoolAmounts; opens: BudgetLinks }) {
  const { locale, amounts, opens } = props;
  const t = budgetMessages(locale);
  const parts = partsOf(amounts);
  const segments = poolParts
    // Most budgets have lost nothing, and need no word about it.
    .filter((part) => part !== 'writtenOff' || parts.writtenOff > 0n)
    .map((part): Segment => {
      const path = opens[part];
      return {
        key: part,
        label: t[`part_${part}`],
        fen: parts[part],
        fill: fills[part],
        ...(path !== undefined && { href: localePath(locale, path) }),
      };
    });
  return (
    <Card>
      <MoneyBar locale={locale} totalFen={amounts.budgetFen} segments={segments} />
    </Card>
  );
}
