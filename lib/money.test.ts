import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chineseAmount } from './chinese-amount';
import {
  fen,
  formatFen,
  formatOverview,
  formatYuanPlain,
  largestFen,
  maxFen,
  minFen,
  parseYuan,
  sumFen,
  zeroFen,
} from './money';

const amounts = fc.bigInt({ min: 0n, max: largestFen }).map(fen);
const read = (text: string) => {
  const parsed = parseYuan(text);
  return parsed.ok ? parsed.value : parsed.code;
};

/** Reads financial characters, independently of the code that writes them. */
function readChinese(words: string): bigint {
  const digit = '零壹贰叁肆伍陆柒捌玖';
  const small: Record<string, bigint> = { 拾: 10n, 佰: 100n, 仟: 1000n };
  const large: Record<string, bigint> = { 万: 10_000n, 亿: 100_000_000n };
  let [total, section, last] = [0n, 0n, 0n];
  let cents = 0n;
  for (const word of words.replace('人民币', '')) {
    if (digit.includes(word)) last = BigInt(digit.indexOf(word));
    else if (small[word]) section += last * small[word];
    else if (large[word]) total += (section + last) * large[word];
    else if (word === '元') total += section + last;
    else if (word === '角') cents += last * 10n;
    else if (word === '分') cents += last;
    if (!digit.includes(word)) last = 0n;
    if (large[word] || word === '元') section = 0n;
  }
  return total * 100n + cents;
}

describe('reading an amount in yuan', () => {
  it.each([
    ['1234567.89', 123456789n],
    ['1,234,567.89', 123456789n],
    ['１，２３４．５', 123450n],
    [' ¥ 1 200 元 ', 120000n],
    ['￥5000', 500000n],
    ['0', 0n],
    ['0.01', 1n],
    ['007', 700n],
    ['5.', 500n],
    ['¥1,000.5元', 100050n],
    ['1200圆', 120000n],
    ['１，000 000', 100000000n],
    ['1,000000', 100000000n],
    ['100000000000', 10_000_000_000_000n],
  ])('takes %j for what it means', (text, amount) => {
    expect(read(text)).toBe(amount);
  });

  it.each([
    ['-1', 'money_negative'],
    ['−5,000', 'money_negative'],
    ['1.234', 'money_too_precise'],
    ['100000000000.01', 'money_too_large'],
    ['', 'money_invalid'],
    ['abc', 'money_invalid'],
    ['1e5', 'money_invalid'],
    ['1.2.3', 'money_invalid'],
    // One and a half must not be read as fifteen.
    ['1,5', 'money_invalid'],
    ['1,23', 'money_invalid'],
    ['1234,567', 'money_invalid'],
    ['1,,000', 'money_invalid'],
    ['1,0000', 'money_invalid'],
    ['- 5', 'money_negative'],
    ['1.000,50', 'money_invalid'],
    // Overviews show ten thousands, but an amount is entered in yuan.
    ['5万', 'money_invalid'],
    ['.5', 'money_invalid'],
    ['+5', 'money_invalid'],
    ['١٢', 'money_invalid'],
    ['1'.repeat(21), 'money_invalid'],
    ['－３', 'money_negative'],
    ['1.001', 'money_too_precise'],
    ['0x10', 'money_invalid'],
    ['NaN', 'money_invalid'],
  ])('refuses %j by name', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('reads back whatever it has written, in every form it writes', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(read(formatFen(amount))).toBe(amount);
        expect(read(formatYuanPlain(amount))).toBe(amount);
      }),
    );
  });

  it('reads the same whichever width, sign and spaces it is typed with', () => {
    const wide = (text: string) =>
      text.replace(/[0-9.,]/g, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(amounts, (amount) => {
        const plain = formatYuanPlain(amount);
        for (const typed of [
          wide(plain),
          `${plain} 元`,
          `￥ ${plain}`,
          `  ${wide(formatFen(amount))}\t`,
        ]) {
          expect(read(typed)).toBe(amount);
        }
      }),
    );
  });

  it('never gives an amount below zero, above the largest, or another than the digits say', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-\d.,¥元 ]{0,16}$/), (text) => {
        const amount = read(text);
        if (typeof amount === 'string') return;
        expect(amount >= 0n && amount <= largestFen).toBe(true);
        const [yuan = '', cents = ''] = text.replace(/[^\d.]/g, '').split('.');
        expect(amount).toBe(BigInt(yuan + cents.padEnd(2, '0')));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(typeof parseYuan(text).ok).toBe('boolean');
      }),
    );
  });
});

describe('showing an amount', () => {
  it.each([
    [123456789n, '¥1,234,567.89'],
    [0n, '¥0.00'],
    [5n, '¥0.05'],
    [100000n, '¥1,000.00'],
    [-123456n, '−¥1,234.56'],
  ])('writes %s fen exactly', (amount, text) => {
    expect(formatFen(fen(amount))).toBe(text);
  });

  it.each([
    [123_456_789n, 'zh-CN', '¥123.45万'],
    [9_999_999_999n, 'zh-CN', '¥9,999.99万'],
    [12_000_000_000n, 'zh-CN', '¥1.20亿'],
    [999_999n, 'zh-CN', '¥9,999.99'],
    [123_456_789n, 'en', '¥1.23M'],
  ] as const)('cuts %s off for an overview in %s', (amount, locale, text) => {
    expect(formatOverview(fen(amount), locale)).toBe(text);
  });

  it('never shows more in an overview than there is', () => {
    const unit = { 万: 1_000_000n, 亿: 10_000_000_000n } as const;
    fc.assert(
      fc.property(amounts, (amount) => {
        const text = formatOverview(amount, 'zh-CN');
        const scale = text.endsWith('亿') ? unit.亿 : text.endsWith('万') ? unit.万 : 100n;
        const shown = read(text.replace(/[万亿]$/, ''));
        expect(typeof shown === 'bigint' && (shown * scale) / 100n <= amount).toBe(true);
      }),
    );
  });
});

it('adds up, and finds the least and the most', () => {
  const list = [300n, 100n, 200n].map(fen) as [ReturnType<typeof fen>];
  expect([sumFen(list), minFen(...list), maxFen(...list)]).toEqual([600n, 100n, 300n]);
  expect(sumFen([])).toBe(zeroFen);
});

describe('an amount in financial characters', () => {
  it.each([
    ['1409.50', '人民币壹仟肆佰零玖元伍角'],
    ['6007.14', '人民币陆仟零柒元壹角肆分'],
    ['16409.02', '人民币壹万陆仟肆佰零玖元零贰分'],
    ['360000', '人民币叁拾陆万元整'],
    ['2000000', '人民币贰佰万元整'],
    ['100000000', '人民币壹亿元整'],
    ['100000001', '人民币壹亿零壹元整'],
    ['10010', '人民币壹万零壹拾元整'],
    ['0.35', '人民币叁角伍分'],
    ['0.05', '人民币伍分'],
    ['0', '人民币零元整'],
    ['10', '人民币壹拾元整'],
    ['101.10', '人民币壹佰零壹元壹角'],
    ['1000000', '人民币壹佰万元整'],
    ['1000001', '人民币壹佰万零壹元整'],
    // Where only the last of the ten thousands is missing there is no 零; both forms are accepted.
    ['10001000', '人民币壹仟万壹仟元整'],
    ['20300.05', '人民币贰万零叁佰元零伍分'],
    ['100001000', '人民币壹亿零壹仟元整'],
    ['100000000000', '人民币壹仟亿元整'],
  ])('writes %s as the sources do', (yuan, words) => {
    const amount = parseYuan(yuan);
    expect(amount.ok && chineseAmount(amount.value)).toBe(words);
  });

  it('ends in 整 exactly when there are no fen and no jiao', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(chineseAmount(amount).endsWith('整')).toBe(amount % 100n === 0n);
        expect(chineseAmount(amount)).not.toMatch(/零零|零元[^整]|undefined/);
      }),
    );
  });

  it('can be read back to the very amount', () => {
    fc.assert(
      fc.property(amounts, (amount) => {
        expect(readChinese(chineseAmount(amount))).toBe(amount);
      }),
      { numRuns: 1000 },
    );
  });

  it('has no words for less than nothing', () => {
    expect(() => chineseAmount(fen(-1n))).toThrow(RangeError);
  });

  it('gives different amounts different words', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        fc.pre(a !== b);
        expect(chineseAmount(a)).not.toBe(chineseAmount(b));
      }),
    );
  });
});
