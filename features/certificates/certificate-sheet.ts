import { say } from '@/lib/bilingual';
import { chineseAmount } from '@/lib/chinese-amount';
import { formatDate, formatDateTime, shanghaiDate } from '@/lib/dates';
import { formatAmount, formatUnitPrice } from '@/features/rules/amount';
import { units } from '@/features/rules/domain/vocabulary';
import type { LetterSheet } from '@/features/letters/domain/sheet';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen, parseYuan } from '@/lib/money';
import { paths } from '@/lib/paths';
import { carry } from './domain/carried';
import { filesOf } from './domain/keys';
import type { Statement } from './domain/statement';
import { algorithmNames, certificateMessages, vendorScopes } from './messages';
import type { Certificate } from './queries';

type Rows = readonly (readonly [term: string, value: string])[];

/** Returns the face value of a statement in figures and in words. */
function amountOf({ amount }: Statement, locale: Locale): string {
  const parsed = parseYuan(amount);
  if (!parsed.ok) throw new Error(`A statement has the amount ${amount}.`);
  const shown = { amount: formatFen(parsed.value), words: chineseAmount(parsed.value) };
  return certificateMessages(locale).inWords(shown);
}

/** Returns the row with the quantity of a voucher that counts another unit than yuan, and its price. */
function quantityRows({ quantity }: Statement, locale: Locale): Rows {
  const [number = '', name, , price = ''] = quantity?.split(' ') ?? [];
  const unit = units.find((known) => known === name);
  const [amount, yuan] = [parseYuan(number), parseYuan(price)];
  if (unit === undefined || unit === 'yuan' || !amount.ok || !yuan.ok) return [];
  const t = certificateMessages(locale);
  return [
    [t.quantity, formatAmount(amount.value, unit, locale)],
    [t.unitPrice, formatUnitPrice({ unit, priceFen: yuan.value }, locale)],
  ];
}

/** Returns what a certificate says, with its terms: the same on the page and on paper. */
export function statementRows(statement: Statement, locale: Locale): Rows {
  const t = certificateMessages(locale);
  return [
    [t.holder, statement.holder],
    [t.creditCode, statement.creditCode],
    [t.programme, statement.programme],
    [t.amount, amountOf(statement, locale)],
    ...quantityRows(statement, locale),
    [t.voucherIssued, formatDate(statement.voucherIssued, locale)],
    [t.validUntil, formatDate(statement.validUntil, locale)],
    [t.vendors, vendorScopes(locale)[statement.vendors]],
  ];
}

/** Returns the address that the QR code of a certificate leads to, with the signed statement in it. */
export const scanAddress = (
  { carried }: Pick<Certificate, 'carried'>,
  locale: Locale,
  origin: string,
) => origin + localePath(locale, paths.certificate(carry(carried)));

/** Returns a certificate as a sheet of one page, with the statement and its signature attached. */
export function certificateSheet(
  certificate: Certificate,
  { locale, origin }: { locale: Locale; origin: string },
): LetterSheet {
  const t = certificateMessages(locale);
  const drawn = certificateMessages('zh-CN');
  const { number, statement, carried, algorithm, signedAt, bureau, city } = certificate;
  const shown = formatVoucherCode(number);
  const files = filesOf(number, statement.keyId);
  const signed = formatDateTime(signedAt, locale);
  const key = t.keyAndWay({ key: statement.keyId, algorithm: algorithmNames(locale)[algorithm] });
  return {
    locale,
    head: say(bureau, locale),
    title: t.title,
    number: t.numbered({ number: shown }),
    to: t.to,
    blocks: [
      { kind: 'text', text: t.attests },
      {
        kind: 'facts',
        rows: [...statementRows(statement, locale), [t.signedAt, signed], [t.key, key]],
      },
    ],
    closing: [say(bureau, locale), formatDate(shanghaiDate(signedAt), locale)],
    seal: {
      name: city['zh-CN'],
      of: drawn.seal,
      mark: drawn.sealMark,
      alt: t.sealAlt({ name: city['zh-CN'] }),
      note: t.sealNote,
    },
    verify: {
      url: origin + localePath(locale, paths.signingKeys(statement.city)),
      lead: t.verifyLead,
      code: shown,
      alt: t.scan({ number: shown }),
      scan: scanAddress(certificate, locale, origin),
      fine: carried.statement,
    },
    onePage: true,
    attachments: [
      { name: files.statement, type: 'text/plain', bytes: Buffer.from(carried.statement, 'utf8') },
      {
        name: files.signature,
        type: 'application/octet-stream',
        bytes: Buffer.from(carried.signature),
      },
    ],
    footer: (page, pages) => t.page({ page, pages, number: shown }),
    at: signedAt,
  };
}
