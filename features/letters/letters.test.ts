import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { create } from 'fontkit';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { parseVerifiable } from '@/lib/identifiers';
import { plainName } from '@/lib/normal';
import { canonical, letterKinds, type LetterContent, type LetterFacts } from './domain/letter';
import { sheetOf } from './letter-sheet';
import { letterTitles } from './messages';
import { codeOf, runsOf, unprintable } from './pdf/faces';
import { unpackWoff } from './pdf/sfnt';
import { setLetter } from './pdf/sheet-pdf';

const head = {
  reference: 'QY-2026-000123',
  city: { 'zh-CN': '庆阳市', en: 'Qingyang' },
  bureau: { 'zh-CN': '庆阳市数据局', en: 'Qingyang Data Bureau' },
  phone: '0934-8210000',
  address: '庆阳市西峰区',
  organisation: '赵喆智算科技有限公司',
  organisationEn: 'Zhao Zhe Compute Ltd',
  creditCode: '91621000MA00000012',
  programme: { 'zh-CN': '庆阳市算力券（2024）', en: 'Qingyang computing vouchers (2024)' },
  version: 2,
  at: '2026-06-01T02:03:04.000Z',
};

const facts: Record<LetterFacts['kind'], LetterFacts> = {
  receipt: {
    kind: 'receipt',
    amountFen: '30000005',
    by: '林创始',
    workingDays: 20,
    dueOn: '2026-06-30',
  },
  resubmission: {
    kind: 'resubmission',
    amountFen: '30000000',
    by: '林创始',
    workingDays: 12,
    dueOn: '2026-06-30',
  },
  correction: {
    kind: 'correction',
    faults: [{ label: { 'zh-CN': '合同金额', en: 'Contract amount' }, fault: '与第 3 页不一致。' }],
    message: '请一次补齐。',
    correctBy: '2026-06-08T15:59:59.999Z',
  },
  approval: { kind: 'approval', amountFen: '30000000' },
  refusal: {
    kind: 'refusal',
    reason: '合同标的为存储服务。',
    appealWorkingDays: 10,
    appealBy: '2026-06-15T15:59:59.999Z',
  },
  withdrawal: { kind: 'withdrawal', reason: '合同将重新签订。', by: '林创始' },
  appeal_receipt: {
    kind: 'appeal_receipt',
    appeal: 'QY-SS-2026-000001',
    grounds: '附件二列明训练算力。',
    by: '林创始',
    refusedOn: '2026-06-01',
    workingDays: 20,
    dueOn: '2026-06-30',
  },
  appeal_decision: {
    kind: 'appeal_decision',
    appeal: 'QY-SS-2026-000001',
    outcome: 'dismissed',
    decision: '原决定认定事实清楚。',
    refusedOn: '2026-06-01',
  },
};

const code = 'WS0123456789ABC0';
const contentOf = (kind: LetterFacts['kind']): LetterContent => ({ ...head, ...facts[kind] });
const sheet = (content: LetterContent, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  sheetOf(content, { locale, code, origin: 'https://suanquan.example' });

async function read(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  // Line breaks depend on the layout, so they are removed before comparing.
  return { document, text: text.replace(/\s+/g, '') };
}

describe('a letter as PDF', () => {
  it.each(letterKinds)(
    '%s is real text in both languages and contains the required facts',
    async (kind) => {
      for (const locale of ['zh-CN', 'en'] as const) {
        const { text } = await read(await setLetter(sheet(contentOf(kind), locale)));
        expect(text).toContain(letterTitles(locale)[kind].replace(/\s+/g, ''));
        for (const part of ['QY-2026-000123', '赵喆智算科技有限公司', 'WS01-2345-6789-ABC0']) {
          expect(text).toContain(part);
        }
        expect(text.includes('Thisisatranslation')).toBe(locale === 'en');
      }
    },
  );

  it('writes the amount in figures and in words', async () => {
    const { text } = await read(await setLetter(sheet(contentOf('receipt'))));
    expect(text).toContain('¥300,000.05');
    expect(text).toContain('人民币叁拾万元零伍分');
  });

  it('states how, to whom and until when to appeal', async () => {
    const { text } = await read(await setLetter(sheet(contentOf('refusal'))));
    expect(text).toContain('合同标的为存储服务。');
    expect(text).toContain('10个工作日内（2026-06-1524:00前）');
    expect(text).toContain('向庆阳市数据局提出申诉');
  });

  it('is tagged, has its language set, and embeds its fonts', async () => {
    const pdf = await setLetter(sheet(contentOf('refusal')));
    const plain = pdf.toString('latin1');
    for (const mark of [
      '/MarkInfo',
      '/StructTreeRoot',
      '/Lang (zh-CN)',
      '/ToUnicode',
      '/FontFile2',
    ]) {
      expect(plain).toContain(mark);
    }
    expect(plain).not.toContain('/Helvetica');
    const { document } = await read(pdf);
    const meta = await document.getMetadata();
    expect((meta.info as { Title?: string }).Title).toBe('不予通过通知书 申请编号 QY-2026-000123');
  });

  it('gives the same bytes every time', async () => {
    const content = contentOf('appeal_receipt');
    expect((await setLetter(sheet(content))).equals(await setLetter(sheet(content)))).toBe(true);
  });

  it('marks characters that no font has, names them, and never fails because of them', async () => {
    const content = { ...head, ...facts.refusal, organisation: '赵喆䶮😀👩‍🔬★①\u0000㙍有限公司' };
    const pdf = await setLetter(sheet(content));
    const { text } = await read(pdf);
    expect(text).toContain('赵喆〓');
    expect(text).toContain('★①');
    // The character 䶮 as text of the tag, in UTF-16.
    expect(pdf.length).toBeGreaterThan(10_000);
  });

  it('prints every character of the shipped font files', () => {
    const folder = join(process.cwd(), 'node_modules', '@fontsource', 'noto-sans-sc', 'files');
    const files = readdirSync(folder).filter((name) => name.endsWith('-400-normal.woff'));
    expect(files.length).toBeGreaterThan(100);
    const all = new Set<number>();
    for (const name of files) {
      const font = create(unpackWoff(readFileSync(join(folder, name))));
      if ('characterSet' in font) for (const code of font.characterSet) all.add(code);
    }
    const text = [...all].map((code) => String.fromCodePoint(code));
    const printed = text.filter((one) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(one));
    expect(printed.length).toBeGreaterThan(13_000);
    expect(unprintable(printed.join('\n'))).toEqual([]);
  });

  it('prints compound characters by their parts, and lists at its end those it cannot print', async () => {
    expect(unprintable('ⅠⅡⅫⅸЖя◇◎①②③№℃‰→★㈠')).toEqual([]);
    expect(unprintable('Ωα䶮鲰䶮')).toEqual(['Ω', 'α', '䶮', '鲰']);
    const reason = '附件Ⅻ由阿依古丽•买买提提交，䶮字无误◇。';
    const content = { ...contentOf('approval'), ...facts.refusal, reason } as LetterContent;
    const { text } = await read(await setLetter(sheet(content)));
    expect(text).toContain('阿依古丽·买买提');
    expect(text).toContain('◇');
    expect(text).toContain('依次为（Unicode编码）：U+4DAE。');
    const { text: whole } = await read(await setLetter(sheet(contentOf('approval'))));
    expect(whole).not.toContain('Unicode');
  });

  it('prints rare surnames and the signs of official texts, and each comes back when the text is copied', async () => {
    const rare = '邴钭郤殳缑禚';
    const signs = '①②③⑩℃‰№ⅠⅡⅫ→★◇◎';
    expect(unprintable(rare + signs)).toEqual([]);
    const reason = `经办人邴某、钭某、郤某、殳某、缑某、禚某，附件①至③，机房24℃，合同№7。${rare}${signs}`;
    const content = { ...contentOf('approval'), ...facts.refusal, reason } as LetterContent;
    const { text } = await read(await setLetter(sheet(content)));
    expect(text).not.toContain('〓');
    for (const one of rare) expect(text, one).toContain(`${one}某`);
    // A compound sign may be set by its parts: № as No.
    for (const one of signs) {
      expect(text.includes(one) || text.includes(one.normalize('NFKC')), one).toBe(true);
    }
  });

  it('lets no character vanish without a mark', () => {
    const unit = fc.integer({ min: 0x21, max: 0x3ffff }).map((code) => String.fromCodePoint(code));
    const characters = fc
      .sample(unit, { numRuns: 1_500, seed: 20_261_130 })
      .filter((one) => /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(one));
    expect(characters.length).toBeGreaterThan(500);
    for (const one of characters) {
      const runs = runsOf(`甲${one}乙`, 400);
      const set = runs.map(({ text }) => text).join('');
      expect(set.startsWith('甲') && set.endsWith('乙'), codeOf(one)).toBe(true);
      const shown = set.slice(1, -1);
      if (unprintable(one).length > 0) {
        expect(runs.find(({ text }) => text === '〓')?.actual, codeOf(one)).toBe(one);
      } else if (plainName(one) !== '') {
        expect(shown === plainName(one) || shown === one.normalize('NFKC'), codeOf(one)).toBe(true);
      }
    }
  });

  it('continues over as many pages as needed', async () => {
    const faults = Array.from({ length: 60 }, (_, at) => ({
      label: { 'zh-CN': `第 ${at} 项`, en: `Item ${at}` },
      fault: '请上传盖章页，并逐页核对金额。'.repeat(3),
    }));
    const content = { ...head, ...facts.correction, kind: 'correction', faults } as LetterContent;
    const { document, text } = await read(await setLetter(sheet(content)));
    expect(document.numPages).toBeGreaterThan(3);
    expect(text).toContain(`第${document.numPages}页，共${document.numPages}页`);
    expect(text).toContain('第59项');
  });
});

describe('the content of a letter', () => {
  it('gives the same canonical text for any order of its parts', () => {
    const content = contentOf('receipt');
    const turned = Object.fromEntries(Object.entries(content).reverse());
    expect(canonical(turned)).toBe(canonical(content));
    expect(canonical({ ...content, amountFen: '30000006' })).not.toBe(canonical(content));
  });

  it('links to the page that verifies it', () => {
    expect(sheet(contentOf('receipt')).verify.url).toBe(`https://suanquan.example/verify/${code}`);
    expect(parseVerifiable('hello').ok).toBe(false);
  });
});
