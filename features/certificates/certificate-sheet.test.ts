import qrcode from 'qrcode';
import { getDocumentProxy, extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { setLetter } from '@/features/letters/pdf/sheet-pdf';
import { locales } from '@/lib/locale';
import { certificateSheet, scanAddress } from './certificate-sheet';
import { readCarried } from './domain/carried';
import { signingAlgorithms } from './domain/keys';
import { readStatement, writeStatement, type Statement } from './domain/statement';
import type { Certificate } from './queries';
import { makeKey, signText } from './signer';

const origin = 'https://computing-vouchers.qingyang.gov.cn';
const usual: Statement = {
  number: 'CT7777777777777A',
  city: 'qingyang',
  holder: '庆阳阿依古丽·买买提智算科技有限公司',
  creditCode: '91621000MA00000012',
  programme: '庆阳市算力券（2024）',
  amount: '300000.05',
  validUntil: '2027-06-30',
  vendors: 'listed',
  voucherIssued: '2026-06-01',
  signed: '2026-06-02T01:02:03Z',
  keyId: '0123456789abcdef',
};
/** Names of the length that forms take at most. */
const longest: Statement = {
  ...usual,
  holder: '黔西南布依族苗族自治州大数据智能算力基础设施建设运营管理服务有限责任公司'.padEnd(
    120,
    '甲',
  ),
  programme: '黔西南布依族苗族自治州人工智能算力券管理办法'.padEnd(60, '乙'),
};

function certificate(said: Statement, algorithm: 'ed25519' | 'sm2' = 'ed25519'): Certificate {
  const key = makeKey(algorithm);
  const keyId = key.fingerprint.slice(0, 16);
  const statement = { ...said, keyId };
  const text = writeStatement(statement);
  return {
    number: said.number,
    statement,
    carried: { statement: text, signature: signText(key, text) },
    algorithm,
    signedAt: new Date(said.signed),
    city: { 'zh-CN': '庆阳市', en: 'Qingyang' },
    bureau: { 'zh-CN': '庆阳市数据局', en: 'Qingyang Data Bureau' },
  };
}

async function read(pdf: Buffer) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: true });
  return { pages: document.numPages, text: text.replace(/\s+/g, ''), document };
}

describe('the PDF of a certificate', () => {
  it.each(signingAlgorithms)('says what was signed, in both languages (%s)', async (algorithm) => {
    const one = certificate(usual, algorithm);
    for (const locale of locales) {
      const { text } = await read(await setLetter(certificateSheet(one, { locale, origin })));
      for (const part of [
        usual.holder,
        usual.creditCode,
        '¥300,000.05',
        '人民币叁拾万元零伍分',
        'CT77-7777-7777-777A',
        one.statement.keyId,
        // The statement stands there as text too.
        'amount-cny:300000.05',
        'valid-until:2027-06-30',
        'vendors:listed',
      ]) {
        expect(text, `${locale} ${part}`).toContain(part);
      }
    }
  });

  it('has the signed statement and its signature attached, byte by byte', async () => {
    const one = certificate(usual);
    const pdf = await setLetter(certificateSheet(one, { locale: 'zh-CN', origin }));
    const { document } = await read(pdf);
    const bytes = async (name: string) =>
      Buffer.from((await document.getAttachmentContent(name)) ?? []);
    expect((await bytes(`${usual.number}.txt`)).toString('utf8')).toBe(one.carried.statement);
    expect((await bytes(`${usual.number}.sig`)).equals(Buffer.from(one.carried.signature))).toBe(
      true,
    );
    expect(pdf.equals(await setLetter(certificateSheet(one, { locale: 'zh-CN', origin })))).toBe(
      true,
    );
  });

  it.each(locales)('fits on one page, with the longest names too (%s)', async (locale) => {
    for (const said of [usual, longest]) {
      const sheet = certificateSheet(certificate(said, 'sm2'), { locale, origin });
      expect((await read(await setLetter(sheet))).pages).toBe(1);
    }
  });
});

describe('the QR code of a certificate', () => {
  it('carries statement and signature, and no module is smaller than a telephone can read', () => {
    // A signature by SM2 is between 68 and 72 bytes long, so the code has more modules at times.
    const tries = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? usual : longest));
    for (const said of tries) {
      const one = certificate(said, 'sm2');
      const address = scanAddress(one, 'zh-CN', origin);
      const carried = readCarried(address.split('/').at(-1) ?? '');
      expect(carried?.statement).toBe(one.carried.statement);
      expect(readStatement(carried?.statement ?? '')).toEqual(one.statement);
      const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' });
      // 48 mm as printed. At 32 mm the usual names still leave more than a third of a millimetre.
      expect(48 / modules.size).toBeGreaterThan(0.375);
      if (said === usual) expect(32 / modules.size).toBeGreaterThan(1 / 3);
    }
  });
});
