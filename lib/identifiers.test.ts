import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkBankAccount,
  checkCnaps,
  checkEmail,
  checkInvoice,
  checkPhone,
  formatVoucherCode,
  makeVoucherCode,
  parseVoucherCode,
} from './identifiers';
import { decodeCursor, decodeIdCursor, encodeCursor, pageOf } from './keyset';
import { maskAccount, maskCreditCode, maskEmail, maskName } from './mask';

const random = fc.uint8Array({ minLength: 13, maxLength: 13 });

describe('a voucher code', () => {
  it('is read however it is typed or shown', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const code = makeVoucherCode(bytes);
        expect(code).toMatch(/^SQ[0-9A-HJKMNP-TV-Y]{14}$/);
        const shown = formatVoucherCode(code);
        const wide = shown.replace(/[!-~]/g, (one) =>
          String.fromCharCode(one.charCodeAt(0) + 0xfee0),
        );
        const pasted = [
          `\ufeff${shown}\u200b`,
          `\u202d${shown}\u202c`,
          shown.split('').join('\u200d'),
        ];
        const dashed = [shown.replaceAll('-', '—'), shown.replaceAll('-', '\u3000'), `${shown}。`];
        for (const typed of [code, shown, ` ${code.toLowerCase()} `, wide, ...pasted, ...dashed]) {
          expect(parseVoucherCode(typed)).toEqual({ ok: true, value: code });
        }
      }),
    );
  });

  it('takes O for 0, and I and L for 1', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const code = makeVoucherCode(bytes);
        const typed = `SQ${code.slice(2).replaceAll('0', 'O').replaceAll('1', 'l')}`;
        expect(parseVoucherCode(typed)).toEqual({ ok: true, value: code });
      }),
    );
  });

  it('catches every single wrong character and neighbours that changed places', () => {
    const known = '0123456789ABCDEFGHJKMNPQRSTVWXY';
    fc.assert(
      fc.property(
        random,
        fc.integer({ min: 2, max: 15 }),
        fc.constantFrom(...known),
        (bytes, at, other) => {
          const code = makeVoucherCode(bytes);
          fc.pre(code.charAt(at) !== other);
          expect(parseVoucherCode(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
        },
      ),
    );
    fc.assert(
      fc.property(random, fc.integer({ min: 2, max: 14 }), (bytes, at) => {
        const code = makeVoucherCode(bytes);
        const [a, b] = [code.charAt(at), code.charAt(at + 1)];
        fc.pre(a !== b);
        expect(parseVoucherCode(code.slice(0, at) + b + a + code.slice(at + 2)).ok).toBe(false);
      }),
    );
  });

  it('is not made of too little chance', () => {
    expect(() => makeVoucherCode(new Uint8Array(12))).toThrow(RangeError);
  });

  it.each(['', 'SQ', 'XX62W22R9MYS48PY', 'SQ62W22R9MYS48P', 'SQ62W22R9MYS48PYY'])(
    'does not take %j for one',
    (text) => {
      expect(parseVoucherCode(text).ok).toBe(false);
    },
  );
});

describe('an invoice', () => {
  it.each([
    [{ number: '26622000000000010001' }, ':26622000000000010001'],
    [{ number: '２６６２２００００００００００１０００１' }, ':26622000000000010001'],
    [{ code: '1100204130', number: '12345678' }, '1100204130:12345678'],
    [{ code: '044001900111', number: '0123 4567' }, '044001900111:01234567'],
  ])('%j has one key', (invoice, key) => {
    expect(checkInvoice(invoice)).toEqual({ ok: true, value: { key } });
  });

  it.each([
    [{ number: '12345678' }, 'invoice_number_invalid'],
    [{ number: '2662200000000001000' }, 'invoice_number_invalid'],
    [{ code: '110020413', number: '12345678' }, 'invoice_code_invalid'],
    [{ code: '1100204130', number: '1234567' }, 'invoice_number_invalid'],
  ])('%j is refused as %s', (invoice, code) => {
    expect(checkInvoice(invoice)).toMatchObject({ ok: false, code });
  });
});

it.each([
  [checkBankAccount, '6222 0000 1000 0000 001', true],
  [checkBankAccount, '６２２２００００１０００００００００１', true],
  [checkBankAccount, '1234567', false],
  [checkBankAccount, '1'.repeat(33), false],
  [checkBankAccount, '6222A00010000000001', false],
  [checkCnaps, '102821000016', true],
  [checkCnaps, '10282100001', false],
  [checkPhone, '138 0013 8000', true],
  [checkPhone, '0934-8880000', true],
  [checkPhone, '+86 13800138000', true],
  [checkPhone, '400-123-4567', true],
  [checkPhone, '138-0013-8000', true],
  [checkPhone, '１３８ ００１３ ８０００', true],
  [checkPhone, '\u202d13800138000\u202c', true],
  [checkPhone, '0934—8880000', true],
  [checkBankAccount, '\u200b6222–0000–1000–0000–001', true],
  [checkEmail, 'owner@startup.demo\u200b', true],
  [checkEmail, 'owner@startup.demo。', true],
  [checkPhone, '12800138000', false],
  [checkPhone, '12345', false],
  [checkEmail, ' Owner@Startup.Demo ', true],
  [checkEmail, 'owner＠startup.demo', true],
  [checkEmail, 'owner@localhost', false],
  [checkEmail, 'owner@@startup.demo', false],
  [checkEmail, 'owner@startup.demo@elsewhere.cn', false],
  [checkEmail, 'owner@-startup.demo', false],
  [checkEmail, `${'a'.repeat(65)}@startup.demo`, false],
  [checkEmail, `a@${'b'.repeat(250)}.cn`, false],
  [checkEmail, 'a b@c.cn', false],
] as const)('%o takes %j: %s', (check, text, valid) => {
  expect(check(text).ok).toBe(valid);
});

describe('a place in a list', () => {
  const cursors = fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), {
    maxLength: 5,
  });

  it('survives the address', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        fc.pre(encodeCursor(cursor).length <= 500);
        expect(encodeCursor(cursor)).toMatch(/^[\w-]*$/);
        expect(decodeCursor(encodeCursor(cursor))).toEqual(cursor);
      }),
    );
  });

  it('counts as the first page when somebody meddled with it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const cursor = decodeCursor(text);
        expect(cursor === null || Array.isArray(cursor)).toBe(true);
      }),
    );
    for (const damaged of [
      undefined,
      '',
      '!',
      'a'.repeat(501),
      btoa('{}'),
      btoa('[{}]'),
      btoa('[1,2,3,4,5,6]'),
    ]) {
      expect(decodeCursor(damaged)).toBeNull();
    }
    const id = '0196a6d5-0000-7000-8000-000000000001';
    expect(decodeIdCursor(encodeCursor([id]))).toBe(id);
    expect(decodeIdCursor(encodeCursor([7]))).toBeUndefined();
    expect(decodeIdCursor(encodeCursor(['not an id']))).toBeUndefined();
    // An invented cursor need not follow the types.
    expect(decodeIdCursor(encodeCursor([{} as unknown as string]))).toBeUndefined();
  });

  it('leads page by page through every row once, and stops', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 25 }), (total, limit) => {
        const all = Array.from({ length: total }, (_, n) => n);
        const seen: number[] = [];
        let cursor: string | null | undefined;
        while (cursor !== null) {
          const [last] = decodeCursor(cursor) ?? [-1];
          const from = all.filter((n) => n > Number(last)).slice(0, limit + 1);
          const page = pageOf(from, limit, (n) => [n]);
          seen.push(...page.rows);
          cursor = page.nextCursor;
        }
        expect(seen).toEqual(all);
      }),
    );
  });

  it('ends where the rows end', () => {
    expect(pageOf([1, 2, 3], 3, (n) => [n]).nextCursor).toBeNull();
    const page = pageOf([1, 2, 3, 4], 3, (n) => [n]);
    expect(page.rows).toEqual([1, 2, 3]);
    expect(decodeCursor(page.nextCursor ?? undefined)).toEqual([3]);
  });
});

it('leaves no more than eight characters of a code and four of an account', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9A-HJ-NP-RTUW-Y]{18}$/),
      fc.stringMatching(/^\d{8,32}$/),
      (code, account) => {
        expect(maskCreditCode(code)).toHaveLength(18);
        expect(maskCreditCode(code).replace(/\*/g, '')).toBe(code.slice(0, 4) + code.slice(-4));
        expect(maskAccount(account).replace(/[* ]/g, '')).toBe(account.slice(-4));
      },
    ),
  );
});

it('masks so that the owner recognises it and nobody else can use it', () => {
  expect(maskCreditCode('91350100M000100Y43')).toBe('9135**********0Y43');
  expect(maskAccount('6222000010000001234')).toBe('**** **** 1234');
  expect(maskName('王建国')).toBe('王**');
  expect(maskName('王')).toBe('王*');
  expect(maskName('𠮷野家')).toBe('𠮷**');
  expect(maskName('Jonathan')).toBe('J***');
  expect(maskEmail('owner@startup.demo')).toBe('o***@startup.demo');
});
