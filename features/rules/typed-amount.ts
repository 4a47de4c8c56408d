import { fen, formatFen, largestFen, type Fen } from '@/lib/money';
import { refused, done, type Outcome } from '@/lib/result';
import {
  largestQuantity,
  moneyOf,
  quantity,
  quantityOf,
  type UnitPrice,
} from './domain/unit-price';

/** The field of a quantity, in hundredths of the unit; it stands in place of the field of the amount. */
export const quantityField = 'quantity';

/** What a form sends of an amount: in its own field, or as a quantity. */
export type TypedAmount<Name extends string> = {
  readonly [Field in Name | typeof quantityField]?: Fen | undefined;
};
type Read<Name extends string> = {
  readonly money: Fen;
  /** The field that it was typed in. */
  readonly field: Name | typeof quantityField;
};

/** Why a typed amount or quantity is not taken. `quantity_above_rest` is for those who know what is left. */
export type AmountRefusal =
  | 'amount_missing'
  | 'quantity_missing'
  | 'quantity_inexact'
  | 'quantity_too_large'
  | 'quantity_above_rest';

/**
 * Returns the money of a typed amount: in the field `name` in fen, or with a unit price as a quantity in its own field; the other
 * field is not taken. A quantity must be worth a whole number of fen; the refusal names the largest that is, among those that are
 * not more than the typed one.
 */
export function readAmount<const Name extends string>(
  typed: TypedAmount<Name>,
  price: UnitPrice | undefined,
  name: Name,
): Outcome<Read<Name>, Exclude<AmountRefusal, 'quantity_above_rest'>> {
  if (!price) {
    const amount = typed[name];
    return amount === undefined
      ? refused('amount_missing', {}, name)
      : done({ money: amount, field: name });
  }
  const hundredths = typed[quantityField];
  if (hundredths === undefined) return refused('quantity_missing', {}, quantityField);
  if (hundredths > quantityOf(largestFen, price, 'down')) {
    return refused('quantity_too_large', {}, quantityField);
  }
  const money = moneyOf(quantity(hundredths), price);
  if (money !== undefined) return done({ money, field: quantityField });
  const below = largestQuantity(fen((hundredths * price.priceFen) / 100n), price);
  return refused('quantity_inexact', { below: plainQuantity(below) }, quantityField);
}

const plainQuantity = (hundredths: bigint): string => formatFen(fen(hundredths)).replace('¥', '');

/**
 * Formats a limit beside the field that it limits: money, or the largest quantity that is worth whole fen and not more where the
 * field takes a quantity.
 */
export const limitText = (most: Fen, price: UnitPrice | undefined): string =>
  price ? plainQuantity(largestQuantity(most, price)) : formatFen(most);
