import { orderShareText } from '@/features/programmes/guide/order-share';
import { formatUnitPrice } from '@/features/rules/amount';
import type { UnitPrice } from '@/features/rules/domain/unit-price';
import { say, sentenceGap } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { holdMessages } from '../messages';

/** Returns the hint beside an amount or a quantity: the share of an order, and the price at which a quantity becomes money. */
export function worthHint(
  of: { percentOfOrder: string; price: UnitPrice | undefined },
  locale: Locale,
): string {
  const share = orderShareText(locale, of.percentOfOrder);
  if (!of.price) return share;
  const price = holdMessages(locale).atPrice({ price: formatUnitPrice(of.price, locale) });
  return [price, share].join(say(sentenceGap, locale));
}
