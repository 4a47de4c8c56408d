import { DescriptionList } from '@/components/ui/description-list';
import { Amount } from '@/components/ui/money';
import type { Locale } from '@/lib/locale';
import { sumFen } from '@/lib/money';
import { formatPercent, percent } from '@/lib/rational';
import { mostInAdvance, type Expected } from '../domain/level';
import { advanceMessages } from '../messages';

/** Shows step by step the most that a vendor may be paid in advance. */
export function Basis({
  locale,
  basis,
}: {
  locale: Locale;
  basis: Expected & { readonly percent: string };
}) {
  const t = advanceMessages(locale);
  const { openFen, unsettledFen } = basis;
  return (
    <DescriptionList
      items={[
        { term: t.openHolds, value: <Amount fen={openFen} locale={locale} /> },
        { term: t.unsettled, value: <Amount fen={unsettledFen} locale={locale} /> },
        {
          term: t.expected,
          value: <Amount fen={sumFen([openFen, unsettledFen])} locale={locale} />,
        },
        { term: t.percent, value: formatPercent(percent(basis.percent)) },
        {
          term: t.most,
          value: <Amount fen={mostInAdvance(basis, basis.percent)} locale={locale} />,
        },
      ]}
    />
  );
}
