import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blanks,
  compact,
  dashes,
  identityKey,
  invisible,
  marks,
  normalText,
  plainName,
  plainWidth,
  sameName,
  searchText,
  searchWords,
} from './normal';

const within = (ranges: typeof blanks) => (code: number) =>
  ranges.some(([first, last = first]) => code >= parseInt(first, 16) && code <= parseInt(last, 16));

const characters = (ranges: typeof blanks): string[] =>
  ranges.flatMap(([first, last = first]) =>
    Array.from({ length: parseInt(last, 16) - parseInt(first, 16) + 1 }, (_, at) =>
      String.fromCodePoint(parseInt(first, 16) + at),
    ),
  );

const anyText = fc.string({ unit: 'binary', maxLength: 30 }).filter((text) => !text.includes('\0'));
const likely = fc.string({
  unit: fc.constantFrom(
    ...'aZ09ＡｚＺ０９ßſİıςΣ庆阳算力券()（）〔〕[]【】·•・.。．… \u3000\t-–—－─ー\u0301\u0308\u00a8',
    ...['\u200b', '\ufeff', '\u00ad', '\u202e', '\u2060', '\ufe0f', '\u1160', 'ﬁ', '㎏', '①'],
  ),
  maxLength: 12,
});

/** Returns a text and the same in full width, as an input method gives it. */
const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

describe('the lists of characters', () => {
  it('have everything that Unicode calls invisible, blank or a dash', () => {
    const missing: string[] = [];
    const [unseen, blank, dash] = [within(invisible), within(blanks), within(dashes)];
    for (let code = 1; code < 0x110000; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      const isBlank = /[\p{White_Space}]/u.test(character);
      const isUnseen = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(character);
      if (isBlank && !blank(code)) missing.push(`blank ${code.toString(16)}`);
      if (isUnseen && !isBlank && !unseen(code)) missing.push(`unseen ${code.toString(16)}`);
      if (/\p{Dash}/u.test(character) && !dash(code)) missing.push(`dash ${code.toString(16)}`);
    }
    expect(missing).toEqual([]);
  });

  it('take no letter and no digit for a sign', () => {
    const wrong = characters(marks).filter(
      (one) => /[\p{L}\p{Nd}]/u.test(one) && one === one.normalize('NFKC'),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the normal form', () => {
  it.each([
    ['ＰＯ–2026　7。', 'po-2026 7'],
    ['  a \u00a0\t b  ', 'a b'],
    ['SQ\u200b8F\ufeff', 'sq8f'],
    ['庆阳市算力券（２０２４）', '庆阳市算力券(2024)'],
    ['庆政发〔2024〕3 号', '庆政发(2024)3 号'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['Straße İzmir', 'straße izmir'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['e\u200b\u0301', 'é'],
    ['…', ''],
    ['', ''],
  ])('of %j is %j', (typed, normal) => {
    expect(normalText(typed)).toBe(normal);
  });

  it.each([normalText, compact, identityKey, plainWidth, searchText, plainName])(
    'is its own normal form: %o',
    (form) => {
      fc.assert(
        fc.property(fc.oneof(anyText, likely), (text) => {
          expect(form(form(text))).toBe(form(text));
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('does not see width, case, blanks, dashes, invisible characters and a stop at the end', () => {
    const plain = fc.stringMatching(/^[A-Z0-9][A-Z0-9 -]{0,10}[A-Z0-9]$/);
    const pick = (ranges: typeof blanks) => fc.constantFrom(...characters(ranges).slice(0, 4000));
    fc.assert(
      fc.property(
        plain,
        pick(blanks),
        pick(dashes),
        pick(invisible),
        fc.constantFrom('', '.', '。', '．', '｡', ' .'),
        fc.nat(12),
        (text, blank, dash, unseen, stop, at) => {
          const typed = text.replaceAll(' ', blank).replaceAll('-', dash);
          const split = [...typed];
          split.splice(at, 0, unseen);
          const variants = [wide(text), text.toLowerCase(), typed, split.join(''), text + stop];
          for (const variant of variants) {
            expect(normalText(variant)).toBe(normalText(text));
            expect(compact(variant)).toBe(compact(text));
            expect(identityKey(variant)).toBe(identityKey(text));
            expect(searchText(variant)).toBe(searchText(text));
            expect(searchWords(variant)).toEqual(searchWords(text));
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('an identity', () => {
  it.each([
    'PO-2026-7',
    'po-2026-7',
    'ＰＯ-2026-7',
    'PO–2026–7',
    'PO 2026 7',
    'PO2026-7.',
    ' PO—2026\u3000-\u200b7',
  ])('%j is one order with the others', (typed) => {
    expect(identityKey(typed)).toBe('po2026-7');
  });

  it.each([
    ['PO-20267', 'PO-2026-7'],
    ['1-23', '12-3'],
    ['PO-2026-7A', 'PO-2026-7'],
    ['PO.2026', 'PO2026'],
  ])('%j is another than %j', (one, other) => {
    expect(identityKey(one)).not.toBe(identityKey(other));
  });

  it.each(['', '-', '—— 。', '\u200b'])('%j says nothing', (typed) => {
    expect(identityKey(typed)).toBe('');
  });
});

describe('a name', () => {
  it.each([
    ['阿依古丽·买买提', '阿依古丽•买买提'],
    ['阿依古丽·买买提', '阿依古丽・买买提'],
    ['阿依古丽·买买提', '阿依古丽･买买提'],
    ['庆阳云（集团）有限公司', '庆阳云(集团) 有限公司'],
    ['Qingyang Cloud Co., Ltd.', 'QINGYANG  CLOUD CO., LTD'],
  ])('%j and %j are the same', (one, other) => {
    expect(sameName(one, other)).toBe(true);
  });

  it('is not the same as another', () => {
    expect(sameName('庆阳云有限公司', '庆阳云二有限公司')).toBe(false);
  });

  it('is kept with one kind of point and without what nobody sees', () => {
    expect(plainName('阿依\u200b古丽•买买提')).toBe('阿依古丽·买买提');
    expect(plainName('Anna-Maria O’Neil')).toBe('Anna-Maria O’Neil');
  });
});

describe('a search', () => {
  const finds = (typed: string, text: string) =>
    searchWords(typed).every((word) => searchText(text).includes(word));

  it.each([
    ['庆阳市算力券(2024)', '庆阳市算力券（2024）'],
    ['庆阳市算力券〔2024〕', '庆阳市算力券（2024）'],
    ['２０２４', '庆阳市算力券（2024）'],
    ['庆阳 算力券', '庆阳市“东数西算”算力券'],
    ['9162 1000 MA00 0001 3X', '91621000MA0000013X'],
    ['QY－2026－000032', 'QY-2026-000032'],
    ['qy2026000032', 'QY-2026-000032'],
    ['000032', 'QY-2026-000032'],
    ['云，智算', '庆阳云·智算有限公司'],
  ])('for %j finds %j', (typed, text) => {
    expect(finds(typed, text)).toBe(true);
  });

  it.each([
    ['公司2', '庆阳云有限公司'],
    ['庆阳 兰州', '庆阳云有限公司'],
  ])('for %j does not find %j', (typed, text) => {
    expect(finds(typed, text)).toBe(false);
  });

  it.each(['', '  ', '—…。', '%', '\u200b'])('for %j has no word', (typed) => {
    expect(searchWords(typed)).toEqual([]);
  });
});
