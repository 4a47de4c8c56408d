import { isIsoDate, type IsoDate } from '../../../lib/dates';
import { plainName } from '../../../lib/normal';
import { units } from '../../rules/domain/vocabulary';

/**
 * What a certificate says. It has nothing with which a voucher could be spent: the number is the certificate's own, and the
 * voucher's code is not in it.
 */
export type Statement = {
  readonly number: string;
  /** The city's name in addresses. */
  readonly city: string;
  readonly holder: string;
  readonly creditCode: string;
  readonly programme: string;
  /** The face value in yuan with two decimals, such as `300000.00`. */
  readonly amount: string;
  /** Of a voucher that counts another unit: how much of it, and the price of one in yuan, such as `1000.00 cardHour at 5.50`. */
  readonly quantity?: string;
  /** The last day of the voucher, in Chinese time. */
  readonly validUntil: IsoDate;
  /** `listed`: vendors accredited in the city; `any`: every vendor. */
  readonly vendors: 'listed' | 'any';
  readonly voucherIssued: IsoDate;
  /** When it was signed, in UTC, to the second. */
  readonly signed: string;
  readonly keyId: string;
};

const title = 'suanquan-certificate: 1';
const note = 'note: true when signed; ask the portal for balance and state';
/** The lines of a statement by their labels, in their order. */
const lines = [
  ['number', 'number'],
  ['city', 'city'],
  ['holder', 'holder'],
  ['credit-code', 'creditCode'],
  ['programme', 'programme'],
  ['amount-cny', 'amount'],
  ['quantity', 'quantity'],
  ['valid-until', 'validUntil'],
  ['vendors', 'vendors'],
  ['voucher-issued', 'voucherIssued'],
  ['signed', 'signed'],
  ['key', 'keyId'],
] as const satisfies readonly (readonly [string, keyof Statement])[];

/** Brings a name to one line and one form of the middle point, so that it cannot begin another line. */
const oneLine = (text: string): string =>
  plainName(text).replace(/\s+/g, ' ').trim().normalize('NFC');

/**
 * Writes the text that is signed: UTF-8, one value a line, each line ended by a line feed. The same statement always gives the
 * same bytes.
 */
export function writeStatement(statement: Statement): string {
  const written = lines.flatMap(([label, name]) => {
    const value = statement[name];
    return value === undefined ? [] : [`${label}: ${oneLine(value)}`];
  });
  return [title, ...written, note, ''].join('\n');
}

const shapes: Readonly<Record<keyof Statement, (value: string) => boolean>> = {
  number: (value) => /^CT[0-9A-HJ-NP-Y]{14}$/.test(value),
  city: (value) => /^[a-z0-9-]{1,80}$/.test(value),
  holder: (value) => value !== '',
  creditCode: (value) => /^[0-9A-HJ-NP-RTUW-Y]{18}$/.test(value),
  programme: (value) => value !== '',
  amount: (value) => /^[1-9]\d{0,14}\.\d{2}$|^0\.\d{2}$/.test(value),
  quantity: (value) => {
    const [, whole = '', unit] = /^(\d{1,15})\.\d{2} (\w+) at \d{1,13}\.\d{2}$/.exec(value) ?? [];
    return whole !== '' && units.some((known) => known === unit && known !== 'yuan');
  },
  validUntil: isIsoDate,
  vendors: (value) => value === 'listed' || value === 'any',
  voucherIssued: isIsoDate,
  signed: (value) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) && !Number.isNaN(Date.parse(value)),
  keyId: (value) => /^[0-9a-f]{16}$/.test(value),
};

/** Reads a statement back; nothing for a text that `writeStatement` would not have written byte by byte. */
export function readStatement(text: string): Statement | undefined {
  const values = text.split('\n').slice(1);
  const read: Partial<Record<keyof Statement, string>> = {};
  let at = 0;
  for (const [label, name] of lines) {
    const line = values[at] ?? '';
    // Only a voucher that counts another unit has this line.
    if (name === 'quantity' && !line.startsWith(`${label}: `)) continue;
    at += 1;
    const value = line.slice(label.length + 2);
    if (!line.startsWith(`${label}: `) || !shapes[name](value)) return undefined;
    read[name] = value;
  }
  // Every line has been read, and the shape of each was checked.
  const statement = read as Statement;
  return writeStatement(statement) === text ? statement : undefined;
}
