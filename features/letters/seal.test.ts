import { inflateSync } from 'node:zlib';
import { getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { letterKinds, type LetterContent, type LetterKind } from './domain/letter';
import { sheetOf } from './letter-sheet';
import { letterMessages } from './messages';
import { setLetter } from './pdf/sheet-pdf';

const origin = 'https://suanquan.example';
const code = 'WS0123456789ABC0';
const most = {
  reference: 'QY-2026-000123',
  phone: '0934-8210000',
  address: '庆阳市西峰区',
  version: 2,
  organisation: '赵喆智算科技有限公司',
  organisationEn: 'Zhao Zhe Compute Ltd',
  creditCode: '91621000MA00000012',
  programme: { 'zh-CN': '算力券', en: 'Vouchers' },
  at: '2026-06-01T02:03:04.000Z',
  by: '林创始',
  amountFen: '30000000',
  workingDays: 20,
  dueOn: '2026-06-30',
  faults: [],
  message: '请补齐。',
  correctBy: '2026-06-08T15:59:59.999Z',
  reason: '合同标的为存储服务。',
  appealWorkingDays: 10,
  appealBy: '2026-06-15T15:59:59.999Z',
  appeal: 'QY-SS-2026-000001',
  grounds: '附件二列明训练算力。',
  refusedOn: '2026-06-01',
  outcome: 'dismissed',
  decision: '原决定认定事实清楚。',
};

type City = { name: string; bureau: { 'zh-CN': string; en: string } };
const qingyang: City = {
  name: '庆阳市',
  bureau: { 'zh-CN': '庆阳市数据局', en: 'Qingyang Data Bureau' },
};
const longest: City = {
  name: '黔西南布依族苗族自治州',
  bureau: {
    'zh-CN': '黔西南布依族苗族自治州大数据发展和算力基础设施建设管理委员会办公室',
    en: 'Office of the Commission for Big Data and Computing Infrastructure of Qianxinan Prefecture',
  },
};

const letter = (kind: LetterKind, { name, bureau }: City, locale: 'zh-CN' | 'en') => {
  const content = { ...most, kind, city: { 'zh-CN': name, en: 'City' }, bureau } as LetterContent;
  return setLetter(sheetOf(content, { locale, code, origin }));
};

type Matrix = [number, number, number, number, number, number];
type Box = { left: number; bottom: number; right: number; top: number };
const nowhere = { left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix =>
  [
    ...[a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j],
    ...[e * g + f * i + k, e * h + f * j + l],
  ] as Matrix;

/** A figure drawn on a page: its box, its number of shapes, and whether it contains text. */
type Figure = { box: Box; shapes: number; text: boolean };

/** Reads the figures from the drawing instructions of a page. */
function figuresIn(instructions: string): Figure[] {
  const figures: Figure[] = [];
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  let figure: Figure | undefined;
  let numbers: number[] = [];
  const cover = (x: number, y: number) => {
    if (!figure) return;
    const [, , , , h, v] = times([1, 0, 0, 1, x, y], matrix);
    const { left, bottom, right, top } = figure.box;
    figure.box = {
      left: Math.min(left, h),
      bottom: Math.min(bottom, v),
      right: Math.max(right, h),
      top: Math.max(top, v),
    };
  };
  for (const token of instructions.split(/\s+/)) {
    if (/^-?[\d.]+$/.test(token)) {
      numbers.push(Number(token));
      continue;
    }
    if (token === '/Figure') figure = { box: nowhere, shapes: 0, text: false };
    else if (token === 'EMC' && figure) {
      figures.push(figure);
      figure = undefined;
    } else if (token === 'q') stack.push(matrix);
    else if (token === 'Q') matrix = stack.pop() ?? matrix;
    else if (token === 'cm') matrix = times(numbers.slice(-6) as Matrix, matrix);
    else if (token === 'BT' && figure) figure.text = true;
    else if (/^[fS]$/.test(token) && figure) figure.shapes += 1;
    else if (token === 're') {
      const [x = 0, y = 0, width = 0, height = 0] = numbers.slice(-4);
      cover(x, y);
      cover(x + width, y + height);
    } else if (/^[mlcv]$/.test(token)) {
      for (let at = 0; at + 1 < numbers.length; at += 2)
        cover(numbers[at] ?? 0, numbers[at + 1] ?? 0);
    }
    numbers = [];
  }
  return figures;
}

/** Returns the instructions of every page, in the order of the pages. */
function pagesOf(pdf: Buffer): string[] {
  const plain = pdf.toString('latin1');
  return [...plain.matchAll(/\/FlateDecode\s*>>\s*stream\r?\n/g)].flatMap(({ 0: head, index }) => {
    const start = index + head.length;
    const bytes = pdf.subarray(start, plain.indexOf('\nendstream', start));
    const text = inflateSync(bytes).toString('latin1');
    return text.startsWith('1 0 0 -1 0 841.89 cm') ? [text] : [];
  });
}

/** Returns the boxes of all pieces of text on a page. */
async function textOn(pdf: Buffer, page: number): Promise<(Box & { text: string })[]> {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { items } = await (await document.getPage(page)).getTextContent();
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , left = 0, bottom = 0] = item.transform as number[];
    return [{ text: item.str, left, bottom, right: left + item.width, top: bottom + item.height }];
  });
}

const overlap = (one: Box, other: Box) =>
  one.left < other.right &&
  other.left < one.right &&
  one.bottom < other.top &&
  other.bottom < one.top;

describe('the seal on a letter', () => {
  it.each(
    letterKinds.flatMap(
      (kind) =>
        [
          [kind, 'zh-CN'],
          [kind, 'en'],
        ] as const,
    ),
  )('is drawn on %s (%s) and overlaps nothing', async (kind, locale) => {
    for (const city of [qingyang, longest]) {
      const pdf = await letter(kind, city, locale);
      const pages = pagesOf(pdf);
      const last = figuresIn(pages.at(-1) ?? '');
      expect(last).toHaveLength(2);
      const [seal, qr] = last;
      if (!seal || !qr) throw new Error('A letter ends in its seal and its code.');
      // Three rings, the square, its character, the characters of the city's name, and two for the kind of document.
      expect(seal.shapes).toBe(3 + 1 + 1 + city.name.length + 2);
      expect(seal.text).toBe(false);
      expect(seal.box.right - seal.box.left).toBeCloseTo(seal.box.top - seal.box.bottom, 1);
      expect(overlap(seal.box, qr.box)).toBe(false);
      const printed = await textOn(pdf, pages.length);
      for (const piece of printed) expect(overlap(piece, seal.box), piece.text).toBe(false);
      // Within the margins.
      expect(seal.box.right).toBeLessThanOrEqual(595.28 - 72);
      expect(seal.box.bottom).toBeGreaterThan(78);
    }
  });

  it('is no text, and a line says that it is no signature and how to verify the letter', async () => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const pdf = await letter('approval', qingyang, locale);
      const printed = (await textOn(pdf, pagesOf(pdf).length)).map(({ text }) => text).join('');
      expect(printed.replace(/\s+/g, '')).toContain(
        letterMessages(locale).sealNote.replace(/\s+/g, ''),
      );
      expect(printed).toContain('WS01-2345-6789-ABC0');
    }
  });
});
