import type { Locale } from '@/lib/locale';
import { compareRational, percent } from '@/lib/rational';
import { guideUseMessages } from './messages';

/** How much of an order a voucher pays: the one wording of the guide and of every form. */
export function orderShareText(locale: Locale, percentOfOrder: string): string {
  const t = guideUseMessages(locale);
  return compareRational(percent(percentOfOrder), percent('100')) < 0
    ? t.orderShare({ percent: percentOfOrder })
    : t.orderWhole;
}
