import { expect, test } from 'vitest';
import { isDatabaseAway, describeFault } from './database-away';

const fault = (code: string, message = '') => Object.assign(new Error(message), { code });

test('a database that is refused, lost, starting or stopping is waited for', () => {
  for (const code of ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', '57P01', '57P03', '08006']) {
    expect(isDatabaseAway(fault(code)), code).toBe(true);
  }
  expect(isDatabaseAway(new Error('Connection terminated unexpectedly'))).toBe(true);
  expect(isDatabaseAway(new AggregateError([fault('ECONNREFUSED')]))).toBe(true);
});

test('a wrong setting and an error of the portal itself are not', () => {
  for (const code of ['28P01', '3D000', '42501', '42P01', 'ERR_INVALID_URL']) {
    expect(isDatabaseAway(fault(code, 'Connection terminated')), code).toBe(false);
  }
  expect(isDatabaseAway(new TypeError("Cannot read properties of null (reading 'write')"))).toBe(
    false,
  );
  expect(isDatabaseAway('ECONNREFUSED')).toBe(false);
});

test('an error is described without what its message quotes', () => {
  const described = describeFault(
    fault('23505', 'Failed query: insert …\nparams: zhang@example.cn\n$argon2id$v=19'),
  );
  expect(described.name).toBe('Error');
  expect(described.code).toBe('23505');
  expect(described.at.length).toBeGreaterThan(0);
  expect(JSON.stringify(described)).not.toMatch(/zhang|argon2/);
  expect(describeFault('zhang@example.cn')).toEqual({ name: 'string', code: '', at: [] });
});
