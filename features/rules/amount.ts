import type { Locale } from '@/lib/locale';
import { fen, formatFen, type Fen } from '@/lib/money';
import { amountMessages } from './amount-messages';
import type { Rules, Unit } from './domain/rules';
import { estimatedMoney, quantityOf, unitPriceOf, type UnitPrice } from './domain/unit-price';
import { termNames } from './term-messages';

/**
 * Formats an amount of a programme: `¥1,200.00`, or `1,200.00 GPU-hours` if the programme gives something other than money.
 * @param amount hundredths of the unit, which for yuan is fen
 */
export function formatAmount(amount: Fen, unit: Unit | undefined, locale: Locale): string {
  const money = formatFen(amount);
  if (unit === undefined || unit === 'yuan') return money;
  return `${money.replace('¥', '')} ${termNames(locale)[unit]}`;
}

/**
 * Formats money of a voucher or a case: `¥5,500.00`, or `1,000.00 card-hours (¥5,500.00)` where it has a unit price. Money
 * that is not a whole hundredth of the unit shows the hundredth below.
 */
export function formatWorth(money: Fen, price: UnitPrice | undefined, locale: Locale): string {
  if (!price) return formatFen(money);
  return amountMessages(locale).worth({
    quantity: formatQuantity(money, price, locale),
    money: formatFen(money),
  });
}

/**
 * Formats an amount of a programme's pool, which is money, with the quantity that it buys where there is a unit price. Without a
 * price the pool counts the unit itself.
 */
export function formatPool(
  amount: Fen,
  rules: Pick<Rules, 'unit' | 'unitPrice'>,
  locale: Locale,
): string {
  const price = unitPriceOf(rules);
  return price ? formatWorth(amount, price, locale) : formatAmount(amount, rules.unit, locale);
}

/** Formats the quantity alone that an amount of money buys: `1,000.00 card-hours`. */
export const formatQuantity = (money: Fen, price: UnitPrice, locale: Locale): string =>
  formatAmount(fen(quantityOf(money, price, 'down')), price.unit, locale);

/** Formats the price of a unit: `每卡时 5.50 元`, `¥5.50 per card-hour`. Whole yuan have no decimals. */
export const formatUnitPrice = ({ unit, priceFen }: UnitPrice, locale: Locale): string =>
  amountMessages(locale)[`price_${unit}`]({
    yuan: formatFen(priceFen).replace('¥', '').replace(/\.00$/, ''),
  });

/**
 * Formats an amount of the rules, in the programme's unit, with its value where there is a unit price. A limit that no award
 * reaches exactly may be worth parts of a fen, which are left out.
 */
export function formatAward(
  amount: Fen,
  rules: Pick<Rules, 'unit' | 'unitPrice'>,
  locale: Locale,
): string {
  const quantity = formatAmount(amount, rules.unit, locale);
  if (!unitPriceOf(rules)) return quantity;
  return amountMessages(locale).worth({
    quantity,
    money: formatFen(estimatedMoney(rules, amount)),
  });
}
