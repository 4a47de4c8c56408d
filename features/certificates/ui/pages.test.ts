import { createElement, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { fen } from '@/lib/money';
import { locales } from '@/lib/locale';
import { carry } from '../domain/carried';
import { writeStatement, type Statement } from '../domain/statement';
import type { SignatureVerdict } from '../domain/verdict';
import { checkMessages, verdictTexts } from '../messages';
import type { CheckedCertificate } from '../queries';
import { KeyList } from './key-list';
import { Offline } from './offline';
import { CheckedCertificatePage } from './verified-certificate';

const keyId = '0123456789abcdef';
const statement: Statement = {
  number: 'CT7777777777777A',
  city: 'qingyang',
  holder: '庆阳智算有限公司',
  creditCode: '91621000MA00000012',
  programme: '庆阳市算力券（2024）',
  amount: '300000.00',
  validUntil: '2027-06-30',
  vendors: 'listed',
  voucherIssued: '2026-06-01',
  signed: '2026-06-02T01:02:03Z',
  keyId,
};
const key = {
  keyId,
  algorithm: 'sm2',
  publicKey: '-----BEGIN PUBLIC KEY-----\n',
  fingerprint: keyId.repeat(4),
  validFrom: new Date('2026-06-01T00:00:00Z'),
  retiredAt: null,
} as const;
const voucher = {
  city: { 'zh-CN': '庆阳市', en: 'Qingyang' },
  programme: { 'zh-CN': '庆阳市算力券（2024）', en: 'Qingyang vouchers (2024)' },
  holder: '庆阳智算有限公司',
  state: 'active',
  faceValueFen: fen(30_000_000n),
  validTo: new Date('2027-06-30T15:59:59.999Z'),
  pause: undefined,
  signedAt: new Date('2026-06-02T01:02:03.456Z'),
  keyId,
} as const;
const checked: CheckedCertificate = {
  checkedAt: new Date('2026-06-03T00:00:00Z'),
  verdict: 'good',
  statement,
  carried: { statement: writeStatement(statement), signature: new Uint8Array(70).fill(9) },
  key,
  voucher,
};

/** Renders a part of a page as the server sends it, as plain text. */
const textOf = (element: ReactElement): string =>
  renderToStaticMarkup(element)
    .replace(/<wbr\/?>|<[^>]+>/g, '')
    .replaceAll('&amp;', '&');
const page = (change: Partial<CheckedCertificate> = {}) =>
  createElement(CheckedCertificatePage, { locale: 'zh-CN', checked: { ...checked, ...change } });

describe('the pages about certificates', () => {
  it.each(locales)('print both commands, exactly (%s)', (locale) => {
    const text = textOf(createElement(Offline, { locale, cities: [] }));
    const [number, name] = locale === 'en' ? ['NUMBER', 'KEY'] : ['证书编号', '密钥编号'];
    expect(text).toContain(
      `openssl pkeyutl -verify -rawin -pubin -inkey ${name}.pem -in ${number}.txt -sigfile ${number}.sig`,
    );
    expect(text).toContain(
      `openssl dgst -sm3 -verify ${name}.pem -sigopt distid:1234567812345678 -signature ${number}.sig ${number}.txt`,
    );
  });

  it('print the command of a scanned certificate with the names of its own files, and lead to them', () => {
    const markup = renderToStaticMarkup(page());
    expect(textOf(page())).toContain(
      `openssl dgst -sm3 -verify ${keyId}.pem -sigopt distid:1234567812345678 -signature CT7777777777777A.sig CT7777777777777A.txt`,
    );
    const digits = carry(checked.carried);
    expect(markup).toContain(`/api/certificates?part=statement&amp;c=${digits}`);
    expect(markup).toContain(`/api/certificates?part=signature&amp;c=${digits}`);
    expect(markup).toContain(`/api/signing-keys/qingyang/${keyId}.pem`);
  });

  it.each([
    ['good', voucher, true],
    ['retired', voucher, true],
    ['forged', undefined, false],
    ['key_unknown', undefined, false],
    ['after_retirement', undefined, false],
    ['before_key', undefined, false],
  ] as const)('say what the signature proves: %s', (verdict: SignatureVerdict, known, genuine) => {
    const text = textOf(page({ verdict, voucher: known }));
    expect(text).toContain(verdictTexts('zh-CN')[verdict]);
    expect(text.includes(checkMessages('zh-CN').active)).toBe(genuine);
    expect(text.includes(checkMessages('zh-CN').doNotAccept)).toBe(!genuine);
  });

  it('accept nothing that is not on record, however good its signature is', () => {
    const text = textOf(page({ voucher: undefined }));
    expect(text).toContain(checkMessages('zh-CN').offRecord);
    expect(text).not.toContain(verdictTexts('zh-CN').good);
  });

  it.each(['key_unknown', 'forged', 'after_retirement'] as const)(
    'offer no files of a text that the city has not signed: %s',
    (verdict) => {
      const markup = renderToStaticMarkup(page({ verdict, voucher: undefined }));
      expect(markup).not.toContain('openssl');
      expect(markup).not.toContain('/api/certificates');
    },
  );

  it('name retired keys as retired, with their term', () => {
    const retired = { ...key, retiredAt: new Date('2026-07-01T04:00:00Z') };
    const text = textOf(
      createElement(() => KeyList({ locale: 'en', slug: 'qingyang', keys: [key, retired] })),
    );
    expect(text).toContain('In use');
    expect(text).toContain('Retired');
    expect(text).toContain('1 Jul 2026');
    expect(text).toContain('0123 4567 89ab cdef');
  });
});
