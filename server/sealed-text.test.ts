import { afterAll, beforeEach, expect, it, vi } from 'vitest';

const secret = 'a secret that is only good for tests';

/** Loads the module as in a process that was started with this secret. */
async function startedWith(authSecret: string) {
  vi.resetModules();
  vi.stubEnv('AUTH_SECRET', authSecret);
  return import('./sealed-text');
}

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', 'postgres://a:b@localhost/c');
});
afterAll(() => vi.unstubAllEnvs());

const text = '/reset-password/一个 secret';

it('opens what it sealed, also in another process, and shows nothing of it', async () => {
  const { sealText } = await startedWith(secret);
  const { openText } = await startedWith(secret);
  for (const one of [text, '', 'x'.repeat(5_000)]) {
    const sealed = sealText('a purpose', one);
    expect(openText('a purpose', sealed)).toBe(one);
    expect(sealed).toMatch(/^[\w-]+$/);
  }
  expect(Buffer.from(sealText('a purpose', text), 'base64url').includes('secret')).toBe(false);
});

it('seals the same text differently each time, so that equal texts cannot be recognised', async () => {
  const { sealText } = await startedWith(secret);
  expect(sealText('a purpose', text)).not.toBe(sealText('a purpose', text));
});

it('does not open it for another purpose, nor with another secret', async () => {
  const { sealText, openText } = await startedWith(secret);
  const sealed = sealText('a purpose', text);
  expect(openText('another purpose', sealed)).toBeUndefined();
  const elsewhere = await startedWith(`${secret}, and another one`);
  expect(elsewhere.openText('a purpose', sealed)).toBeUndefined();
});

it('does not open what was changed, whichever byte it was', async () => {
  const { sealText, openText } = await startedWith(secret);
  const sealed = Buffer.from(sealText('a purpose', text), 'base64url');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openText('a purpose', changed.toString('base64url')), `byte ${at}`).toBeUndefined();
  }
});

it('does not open what was cut short, nor what never was sealed', async () => {
  const { sealText, openText } = await startedWith(secret);
  const sealed = Buffer.from(sealText('a purpose', text), 'base64url');
  for (let length = 0; length < sealed.length; length += 1) {
    const cut = sealed.subarray(0, length).toString('base64url');
    expect(openText('a purpose', cut), `${length} bytes`).toBeUndefined();
  }
  for (const none of ['', 'x', text, '！', sealed.toString('base64url') + 'AAAA']) {
    expect(openText('a purpose', none)).toBeUndefined();
  }
});
