import type { Locale } from '@/lib/locale';
import { compareRational, percent } from '@/lib/rational';
import { guideUseMessages } from './messages';

/** Describes how much of an order a voucher pays. The guide and every form use this one wording. */
export function orderShareText(locale: Locale, percentOfOrder: string): string {
  const t = guideUseMessages(locale);
  return compareRational(percent(percentOfOrder), percent('100')) < 0
    ? t.orderShare({ percent: percentOfOrder })
    : t.orderWhole;
}
