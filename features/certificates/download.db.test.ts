import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as publicFile } from '@/app/api/certificates/route';
import { GET as keyFile } from '@/app/api/signing-keys/[slug]/[key]/route';
import { GET as keyList } from '@/app/api/signing-keys/[slug]/route';
import { GET as ownFile } from '@/app/api/vouchers/[id]/certificate/route';
import { accounts } from '@/db/testing/accounts';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { seedDemonstration } from '@/db/testing/demonstration';
import { request } from '@/db/testing/request';
import { sessionOf } from '@/db/testing/sign-in';
import { carry } from './domain/carried';
import { filesOf, verifyCommand } from './domain/keys';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);

/** Downloads what a holder, a vendor and the public download, through the handlers, and verifies it as they would. */
let database: TestDatabase;
let folder = '';
let row = { voucher: '', number: '', key: '', statement: '', signature: '' };

beforeAll(async () => {
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.9', 'user-agent': 'a browser' });
  database = await freshDatabase();
  await seedDemonstration(database);
  folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [found] = await database.superuser<(typeof row)[]>`
    select c.voucher_id as voucher, c.number, k.key_id as key, c.statement, c.signature
    from certificates c join signing_keys k on k.id = c.signing_key_id
    join memberships m on m.organisation_id = c.organisation_id join users u on u.id = m.user_id
    where u.email = ${accounts.owner}`;
  if (!found) throw new Error('The demonstration has no certificate.');
  row = found;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});
beforeEach(() => {
  request.sid = null;
});

const address = (query: string) => new Request(`https://suanquan.example/api/x?${query}`);
const own = (part: string) =>
  ownFile(address(`part=${part}`), { params: Promise.resolve({ id: row.voucher }) });
const carried = () =>
  carry({ statement: row.statement, signature: Buffer.from(row.signature, 'base64') });
const ofKey = (slug: string, key: string) =>
  keyFile(address(''), { params: Promise.resolve({ slug, key }) });
const keep = async (name: string, answer: Response) => {
  expect(answer.status, name).toBe(200);
  writeFileSync(join(folder, name), Buffer.from(await answer.arrayBuffer()));
};

describe('what is downloaded', () => {
  it('by its holder is verified by the command with the published key', async () => {
    const files = filesOf(row.number, row.key);
    await keep(files.key, await ofKey('qingyang', files.key));
    request.sid = await sessionOf(accounts.owner);
    await keep(files.statement, await own('statement'));
    await keep(files.signature, await own('signature'));
    const [program = '', ...rest] = verifyCommand('ed25519', files).split(' ');
    const said = execFileSync(program, rest, { cwd: folder, encoding: 'utf8' });
    expect(said).toContain('Signature Verified Successfully');
    const pdf = await own('pdf');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const bytes = Buffer.from(await pdf.arrayBuffer());
    expect(bytes.toString('latin1')).toContain(files.signature);
  });

  it('after a scan is the same, byte by byte, without an account', async () => {
    for (const part of ['statement', 'signature']) {
      const answer = await publicFile(address(`part=${part}&c=${carried()}`));
      expect(answer.status).toBe(200);
      const expected = part === 'statement' ? Buffer.from(row.statement) : undefined;
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(bytes.toString('base64')).toBe(expected?.toString('base64') ?? row.signature);
      expect(answer.headers.get('content-disposition')).toContain(row.number);
    }
    const changed = row.statement.replace(/amount-cny: /, 'amount-cny: 9');
    const signature = Buffer.from(row.signature, 'base64');
    const forged = carry({ statement: changed, signature });
    for (const query of [
      `part=statement&c=${forged}`,
      `part=other&c=${carried()}`,
      'part=statement',
    ])
      expect((await publicFile(address(query))).status, query).toBe(404);
  });

  it('by anybody else is nothing', async () => {
    for (const email of [undefined, 'owner@startup2.demo', accounts.manager, accounts.city_admin]) {
      request.sid = email ? await sessionOf(email) : null;
      for (const part of ['pdf', 'statement', 'signature'])
        expect((await own(part)).status, `${email ?? 'nobody'} ${part}`).toBe(404);
    }
  });
});

describe('the published keys', () => {
  it('are told to programs with their terms, and never with anything private', async () => {
    const answer = await keyList(address(''), { params: Promise.resolve({ slug: 'qingyang' }) });
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(JSON.parse(text)).toMatchObject({
      city: { slug: 'qingyang' },
      keys: [{ key: row.key, algorithm: 'ed25519', retiredAt: null }],
    });
    expect(text).not.toMatch(/PRIVATE|sealed|secret/i);
  });

  it('are those of one city, under its own name', async () => {
    expect((await ofKey('shenzhen', row.key)).status).toBe(404);
    expect((await ofKey('nowhere', row.key)).status).toBe(404);
    expect((await ofKey('qingyang', 'ffffffffffffffff')).status).toBe(404);
    const pem = await (await ofKey('qingyang', `${row.key}.pem`)).text();
    expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----\n[\s\S]+-----END PUBLIC KEY-----\n$/);
  });
});
