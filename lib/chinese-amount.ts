import type { Fen } from './money';

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const places = ['', '拾', '佰', '仟'] as const;
const groups = ['', '万', '亿', '万亿'] as const;

const digit = (value: number) => digits[value] ?? '';

/** Returns four digits in words; the caller writes leading zeros. */
function group(value: number): string {
  let words = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const at = Math.floor(value / 10 ** place) % 10;
    if (at === 0) {
      zero = words !== '';
    } else {
      words += (zero ? '零' : '') + digit(at) + (places[place] ?? '');
      zero = false;
    }
  }
  return words;
}

function whole(yuan: bigint): string {
  let words = '';
  let gap = false;
  const chunks: number[] = [];
  for (let rest = yuan; rest > 0n; rest /= 10_000n) chunks.push(Number(rest % 10_000n));
  for (let at = chunks.length - 1; at >= 0; at -= 1) {
    const value = chunks[at] ?? 0;
    if (value === 0) {
      gap = words !== '';
      continue;
    }
    if (words && (gap || value < 1000)) words += '零';
    words += group(value) + (groups[at] ?? '');
    gap = false;
  }
  return words;
}

/**
 * Returns an amount in fen in financial characters (大写金额), as invoices and certificates show it. An
 * amount of whole yuan ends in 整; an amount with fen never does.
 * @throws RangeError below zero
 */
export function chineseAmount(amount: Fen): string {
  if (amount < 0n) throw new RangeError('An amount in words is never negative.');
  const yuan = amount / 100n;
  const jiao = Number((amount / 10n) % 10n);
  const cents = Number(amount % 10n);
  const head = yuan > 0n ? `${whole(yuan)}元` : '';
  if (jiao === 0 && cents === 0) return `人民币${head || '零元'}整`;
  const tenths = jiao > 0 ? `${digit(jiao)}角` : head ? '零' : '';
  return `人民币${head}${tenths}${cents > 0 ? `${digit(cents)}分` : ''}`;
}
