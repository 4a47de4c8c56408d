import { fen, type Fen } from '../../../lib/money';
import type { Rules } from './rules';
import { ruleFen } from './sheet';
import type { Unit } from './vocabulary';

export type OtherUnit = Exclude<Unit, 'yuan'>;

/** The approved price of one unit of a programme: of one GPU-hour, one card-hour or one million tokens. In fen. */
export type UnitPrice = { readonly unit: OtherUnit; readonly priceFen: Fen };

declare const quantityBrand: unique symbol;

/** How much of a unit, in hundredths of it. */
export type Quantity = bigint & { readonly [quantityBrand]: true };

export const quantity = (hundredths: bigint): Quantity => hundredths as Quantity;

type Counting = Pick<Rules, 'unit' | 'unitPrice'>;

/** Returns whether a programme counts something other than yuan. */
export const countsUnits = ({ unit }: Pick<Rules, 'unit'>): boolean =>
  unit !== undefined && unit !== 'yuan';

/**
 * Returns the price of a programme's unit; undefined where amounts are yuan, and where rules that count another unit have no
 * price, as drafts and versions that are never published.
 */
export function unitPriceOf({ unit, unitPrice }: Counting): UnitPrice | undefined {
  if (unit === undefined || unit === 'yuan' || !unitPrice) return undefined;
  const priceFen = ruleFen(unitPrice.yuan);
  return priceFen > 0n ? { unit, priceFen } : undefined;
}

/** Returns whether amounts of a programme can become money: they are yuan, or their unit has a price. */
export const isPriced = (rules: Counting): boolean =>
  !countsUnits(rules) || unitPriceOf(rules) !== undefined;

/** Returns what a quantity is worth; undefined where that is not a whole number of fen. */
export function moneyOf(amount: Quantity, { priceFen }: UnitPrice): Fen | undefined {
  const product = amount * priceFen;
  return product % 100n === 0n ? fen(product / 100n) : undefined;
}

/**
 * Returns the quantity that an amount of money buys. An amount that came from a quantity gives exactly that one back; any
 * other is brought to a hundredth of the unit: down where it limits something, up where it was used of something.
 */
export function quantityOf(amount: Fen, { priceFen }: UnitPrice, rest: 'down' | 'up'): Quantity {
  const hundredths = amount * 100n;
  const whole = hundredths / priceFen;
  return quantity(rest === 'up' && hundredths % priceFen > 0n ? whole + 1n : whole);
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));

/** Returns the largest quantity that is worth a whole number of fen and not more than an amount. */
export function largestQuantity(most: Fen, price: UnitPrice): Quantity {
  const step = 100n / divisor(100n, price.priceFen);
  const whole = quantityOf(most, price, 'down');
  return quantity(whole - (whole % step));
}

/** Returns whether every multiple of a rounding step is worth a whole number of fen. @param unitFen hundredths of the unit */
export const isExact = (unitFen: number, { priceFen }: Pick<UnitPrice, 'priceFen'>): boolean =>
  (BigInt(unitFen) * priceFen) % 100n === 0n;

/**
 * Converts an amount that the rules calculated, in the programme's unit, to money. `assess` gives whole rounding steps alone,
 * which the price makes whole fen.
 * @throws RangeError for an amount that is not worth a whole number of fen, and where a unit has no price
 */
export function toMoney(rules: Counting, amount: Fen): Fen {
  const price = unitPriceOf(rules);
  if (!price) {
    if (countsUnits(rules)) throw new RangeError('The unit of these rules has no price.');
    return amount;
  }
  const money = moneyOf(quantity(amount), price);
  if (money === undefined) throw new RangeError('The amount is not worth whole fen.');
  return money;
}

/**
 * Returns about what an amount that the rules calculated is worth, for comparisons of drafts, whose price may be missing or give
 * parts of a fen.
 */
export function estimatedMoney(rules: Counting, amount: Fen): Fen {
  const price = unitPriceOf(rules);
  return price ? fen((amount * price.priceFen) / 100n) : amount;
}

/**
 * Converts money to an amount in the programme's unit, in hundredths, as the rules calculate with it. Without a price the pool of
 * a programme counts hundredths of its unit itself.
 */
export function fromMoney(rules: Counting, money: Fen, rest: 'down' | 'up'): Fen {
  const price = unitPriceOf(rules);
  return price ? fen(quantityOf(money, price, rest)) : money;
}

/**
 * Converts what an earlier award was worth to the unit of the present rules: it counts what it counted at its own price, and only
 * an award in another unit is worked out anew at the present one.
 */
export function inUnitOf(rules: Counting, money: Fen, price: UnitPrice | undefined): Fen {
  const own = price !== undefined && price.unit === rules.unit;
  return own ? fen(quantityOf(money, price, 'up')) : fromMoney(rules, money, 'up');
}

/** Returns the price that is stored with a voucher or a hold; undefined for yuan. */
export const priceOf = (row: {
  readonly unit: OtherUnit | null;
  readonly priceFen: Fen | null;
}): UnitPrice | undefined =>
  row.unit === null || row.priceFen === null
    ? undefined
    : { unit: row.unit, priceFen: row.priceFen };
