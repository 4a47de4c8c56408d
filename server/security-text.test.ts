import { expect, it } from 'vitest';
import { readEnv } from './env';
import { writeSecurityText } from './security-text';

const contact = 'mailto:security@portal.example';
const fieldsOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => {
      const at = line.indexOf(': ');
      return [line.slice(0, at), line.slice(at + 2)] as const;
    });

it('expires after its day and less than a year from it, on every day of the year', () => {
  for (let day = 0; day < 366; day += 1) {
    const now = new Date(Date.UTC(2027, 11, 1) + day * 86_400_000);
    const text = writeSecurityText({ contact, address: 'https://portal.example', now });
    const expires = fieldsOf(text).filter(([name]) => name === 'Expires');
    expect(expires).toHaveLength(1);
    const value = expires[0]?.[1] ?? '';
    // The form of RFC 3339.
    expect(value).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const days = (new Date(value).getTime() - now.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(1);
    expect(days).toBeLessThan(365);
  }
});

it('names the contact of the settings and its own address', () => {
  const now = new Date('2026-12-01T00:00:00Z');
  const fields = fieldsOf(writeSecurityText({ contact, address: 'https://portal.example', now }));
  expect(fields).toContainEqual(['Contact', contact]);
  expect(fields).toContainEqual(['Canonical', 'https://portal.example/.well-known/security.txt']);
});

it('takes as a contact what RFC 9116 has, and nothing that would be a line of its own', () => {
  const needed = { DATABASE_URL: 'postgres://localhost/a', AUTH_SECRET: 'x'.repeat(32) };
  const read = (value: string) => readEnv({ ...needed, SECURITY_CONTACT: value }).SECURITY_CONTACT;
  for (const good of [contact, 'https://portal.example/report', 'tel:+86-934-1234567']) {
    expect(read(good)).toBe(good);
  }
  expect(read('')).toBeUndefined();
  for (const bad of [
    'security@portal.example',
    'http://portal.example',
    'mailto:',
    `${contact}\nExpires: 2099-01-01T00:00:00Z`,
  ]) {
    expect(() => read(bad), bad).toThrow(/SECURITY_CONTACT/);
  }
});
