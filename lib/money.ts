import type { Locale } from './locale';
import { readDecimal } from './decimal';
import { plainWidth } from './normal';
import { done, refused, type Outcome } from './result';

declare const fenBrand: unique symbol;

/** An amount of money in fen (分), a hundredth of a yuan. It is never a float. */
export type Fen = bigint & { readonly [fenBrand]: true };

export const fen = (amount: bigint): Fen => amount as Fen;
export const zeroFen = fen(0n);

/** ¥100 billion: no single amount of the portal is larger. */
export const largestFen = fen(10_000_000_000_000n);

export const minFen = (...amounts: [Fen, ...Fen[]]): Fen =>
  amounts.reduce((least, amount) => (amount < least ? amount : least));
export const maxFen = (...amounts: [Fen, ...Fen[]]): Fen =>
  amounts.reduce((most, amount) => (amount > most ? amount : most));
export const sumFen = (amounts: Iterable<Fen>): Fen => {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return fen(sum);
};

export type MoneyFault =
  'money_invalid' | 'money_negative' | 'money_too_precise' | 'money_too_large';

/** The currency sign and the word for yuan, which people type around an amount. */
const decoration = /^\s*[¥￥]|[元圆]\s*$/g;

/**
 * Reads an amount in yuan as people write it: `1,200.50`, `１２００`, `¥ 1200 元`.
 * @returns fen; zero is accepted, a negative amount is not
 */
export function parseYuan(text: string): Outcome<Fen, MoneyFault> {
  const plain = plainWidth(text).replace(decoration, '');
  if (/^\s*\p{Dash}\s*\d/u.test(plain)) return refused('money_negative');
  const read = readDecimal(plain);
  if (!read) return refused('money_invalid');
  const { whole, fraction } = read;
  if (fraction.length > 2) return refused('money_too_precise');
  const amount = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
  return amount > largestFen ? refused('money_too_large') : done(fen(amount));
}

function parts(amount: bigint): { sign: string; whole: string; cents: string } {
  const absolute = amount < 0n ? -amount : amount;
  return {
    sign: amount < 0n ? '−' : '',
    whole: (absolute / 100n).toString(),
    cents: (absolute % 100n).toString().padStart(2, '0'),
  };
}

const grouped = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** Formats an amount in fen exactly, for ledgers and documents: `¥1,234,567.89`. */
export function formatFen(amount: Fen): string {
  const { sign, whole, cents } = parts(amount);
  return `${sign}¥${grouped(whole)}.${cents}`;
}

/** Formats an amount in fen for files, forms and interfaces: `1234567.89`, with a plain hyphen below zero. */
export function formatYuanPlain(amount: Fen): string {
  const { sign, whole, cents } = parts(amount);
  return `${sign && '-'}${whole}.${cents}`;
}

const scales: Record<Locale, readonly { from: bigint; unit: string }[]> = {
  'zh-CN': [
    { from: 10_000_000_000n, unit: '亿' },
    { from: 1_000_000n, unit: '万' },
  ],
  en: [
    { from: 100_000_000_000n, unit: 'B' },
    { from: 100_000_000n, unit: 'M' },
    { from: 100_000n, unit: 'K' },
  ],
};

/**
 * Formats an amount in fen for overviews: `¥123.46万`, `¥1.20亿`, `¥1.23M`. It is cut off and not rounded, so that no balance looks
 * larger than it is.
 */
export function formatOverview(amount: Fen, locale: Locale): string {
  const absolute = amount < 0n ? 0n - amount : amount;
  const scale = scales[locale].find(({ from }) => absolute >= from);
  if (!scale) return formatFen(amount);
  const hundredths = fen((absolute * 100n) / scale.from);
  const { whole, cents } = parts(hundredths);
  return `${amount < 0n ? '−' : ''}¥${grouped(whole)}.${cents}${scale.unit}`;
}
