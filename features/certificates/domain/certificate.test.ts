import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCertificateNumber, parseVerifiable } from '@/lib/identifiers';
import { carry, readCarried } from './carried';
import { filesOf, verifyCommand } from './keys';
import { readStatement, writeStatement, type Statement } from './statement';
import { isGenuine, judge } from './verdict';

const statement: Statement = {
  number: makeCertificateNumber(new Uint8Array(13).fill(7)),
  city: 'qingyang',
  holder: '庆阳阿依古丽·买买提智算有限公司',
  creditCode: '91621000MA00000012',
  programme: '庆阳市算力券（2024）',
  amount: '300000.05',
  validUntil: '2027-06-30',
  vendors: 'listed',
  voucherIssued: '2026-06-01',
  signed: '2026-06-02T01:02:03Z',
  keyId: '0123456789abcdef',
};

const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) => text.replace(/\p{C}/gu, '').trim() !== '');

describe('the statement of a certificate', () => {
  it('is the text that is documented, and has no other value of the voucher', () => {
    expect(writeStatement(statement).split('\n')).toEqual([
      'suanquan-certificate: 1',
      `number: ${statement.number}`,
      'city: qingyang',
      'holder: 庆阳阿依古丽·买买提智算有限公司',
      'credit-code: 91621000MA00000012',
      'programme: 庆阳市算力券（2024）',
      'amount-cny: 300000.05',
      'valid-until: 2027-06-30',
      'vendors: listed',
      'voucher-issued: 2026-06-01',
      'signed: 2026-06-02T01:02:03Z',
      'key: 0123456789abcdef',
      'note: true when signed; ask the portal for balance and state',
      '',
    ]);
  });

  it('has one line more for a voucher of another unit, and is read back with it', () => {
    const counted = { ...statement, quantity: '1000.00 cardHour at 5.50' };
    const text = writeStatement(counted);
    expect(text.split('\n')[7]).toBe('quantity: 1000.00 cardHour at 5.50');
    expect(text.split('\n')).toHaveLength(15);
    expect(readStatement(text)).toEqual(counted);
    for (const quantity of [
      '1000 cardHour at 5.50',
      '1000.00 yuan at 5.50',
      '1000.00 hours at 5.50',
    ]) {
      expect(readStatement(writeStatement({ ...statement, quantity }))).toBeUndefined();
    }
  });

  it('is read back as it was written, whatever the names are', () => {
    fc.assert(
      fc.property(anyText, anyText, (holder, programme) => {
        const text = writeStatement({ ...statement, holder, programme });
        const read = readStatement(text);
        expect(text.split('\n')).toHaveLength(14);
        if (read) expect(writeStatement(read)).toBe(text);
      }),
    );
    expect(readStatement(writeStatement(statement))).toEqual(statement);
  });

  it('keeps a name from beginning a line of its own, and writes one form of the middle point', () => {
    const holder = '甲公司\namount-cny: 9999999.00\r\n乙 阿依古丽•买买提';
    const text = writeStatement({ ...statement, holder });
    expect(text).toContain('holder: 甲公司 amount-cny: 9999999.00 乙 阿依古丽·买买提\n');
    expect(readStatement(text)?.amount).toBe('300000.05');
  });

  it.each([
    ['a line is missing', (text: string) => text.replace('city: qingyang\n', '')],
    ['a line is added', (text: string) => text.replace('city:', 'state: valid\ncity:')],
    ['lines are exchanged', (text: string) => text.replace(/(city.*\n)(holder.*\n)/, '$2$1')],
    ['the amount is none', (text: string) => text.replace('300000.05', '3e5')],
    ['a day does not exist', (text: string) => text.replace('2027-06-30', '2027-06-31')],
    ['lines end otherwise', (text: string) => text.replaceAll('\n', '\r\n')],
    ['something follows', (text: string) => `${text}more`],
  ])('is not read where %s', (_, change) => {
    expect(readStatement(change(writeStatement(statement)))).toBeUndefined();
  });
});

describe('the digits in a QR code', () => {
  it('carry any statement and any signature, and come back byte by byte', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 72 }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
        (signature, text) => {
          const digits = carry({ statement: text, signature });
          expect(digits).toMatch(/^\d+$/);
          const read = readCarried(digits);
          expect(read?.statement).toBe(text);
          expect([...(read?.signature ?? [])]).toEqual([...signature]);
        },
      ),
    );
  });

  it.each(['', '0', '12', 'abc', '-5', '1e9', '9'.repeat(6_001), '9'.repeat(500)])(
    'carry nothing where they are %s',
    (digits) => {
      expect(readCarried(digits)).toBeUndefined();
    },
  );
});

describe('the verdict', () => {
  const validFrom = new Date('2026-06-02T01:02:03.456Z');
  const retiredAt = new Date('2026-07-01T00:00:00Z');
  const signedAt = (signed: string) => ({ signed });

  it('is good within the term of a key, from its first second', () => {
    const key = { validFrom, retiredAt: null };
    expect(judge(signedAt('2026-06-02T01:02:03Z'), key, true)).toBe('good');
    expect(judge(signedAt('2026-06-02T01:02:02Z'), key, true)).toBe('before_key');
  });

  it('names a retired key, and refuses what it is said to have signed afterwards', () => {
    const key = { validFrom, retiredAt };
    const before = judge(signedAt('2026-06-30T00:00:00Z'), key, true);
    expect(before).toBe('retired');
    expect(isGenuine(before)).toBe(true);
    const after = judge(signedAt('2026-07-01T00:00:01Z'), key, true);
    expect(after).toBe('after_retirement');
    expect(isGenuine(after)).toBe(false);
  });

  it('is forged where the signature does not match, and unknown without a key', () => {
    const key = { validFrom, retiredAt: null };
    expect(judge(signedAt('2026-06-30T00:00:00Z'), key, false)).toBe('forged');
    expect(judge(signedAt('2026-06-30T00:00:00Z'), undefined, false)).toBe('key_unknown');
  });
});

it('a certificate’s number is told from a voucher’s code', () => {
  expect(parseVerifiable(statement.number)).toEqual({ ok: true, value: statement.number });
  expect(parseVerifiable(statement.number.replace('CT', 'SQ'))).toMatchObject({ ok: true });
  expect(parseVerifiable(`${statement.number.slice(0, -1)}0`).ok).toBe(false);
});

it('the commands name the files and, for SM2, the id', () => {
  const files = filesOf('CT1', 'abc');
  expect(verifyCommand('ed25519', files)).toBe(
    'openssl pkeyutl -verify -rawin -pubin -inkey abc.pem -in CT1.txt -sigfile CT1.sig',
  );
  expect(verifyCommand('sm2', files)).toBe(
    'openssl dgst -sm3 -verify abc.pem -sigopt distid:1234567812345678 -signature CT1.sig CT1.txt',
  );
});
