import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { GET as download } from '@/app/api/documents/[id]/route';
import { POST } from '@/app/api/documents/route';
import { as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life } from '@/demo/life';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { eicarText, pdfBytes, pngBytes } from '@/db/testing/files';
import { request } from '@/db/testing/request';
import { sessionOf } from '@/db/testing/sign-in';
import { startApplication } from '@/features/applications/start-commands';
import { attachDocument, removeDocument } from '@/features/applications/draft-commands';
import { fileClock } from '@/lib/testing/file-clock';
import { sweepFiles } from '@/features/jobs/file-sweep';
import { csrfToken } from '@/server/csrf';
import { env } from '@/server/env';
import { checkHealth } from '@/server/health';
import { sealedAddress } from '@/server/seal';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);

/**
 * Tests files through the same handlers that a browser calls: accepting, refusing, limiting, downloading and
 * sweeping them.
 */
let database: TestDatabase;
let life: Life;
let folder = '';
let applicationId = '';

const owner = (): Person => {
  const person = life.world.people.get('owner@startup.demo');
  if (!person) throw new Error('The start-up has no owner.');
  return person;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'suanquan-files-'));
  process.env.STORAGE_DIR = folder;
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  await life.setDay(0);
  const started = await as(owner(), startApplication, { programme: 'qingyang-compute-2024' });
  applicationId = started.id;
  await signIn('owner@startup.demo');
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
afterEach(async () => {
  env().CLAMD_URL = undefined;
  await signIn('owner@startup.demo');
});

const sessions = new Map<string, string>();
async function signIn(email: string | null): Promise<void> {
  request.sid = null;
  if (email === null) return;
  if (!sessions.has(email)) {
    sessions.set(email, await sessionOf(email));
  }
  request.sid = sessions.get(email) ?? null;
}

type Sent = { name?: string; requirement?: string; csrf?: string; length?: string | null };

/** Returns a body in pieces of an odd size, as a slow connection delivers them. */
const bodyOf = (bytes: Uint8Array) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += 60_001) {
        controller.enqueue(bytes.subarray(at, at + 60_001));
      }
      controller.close();
    },
  });

async function send(bytes: Uint8Array, sent: Sent = {}, body = bodyOf(bytes)): Promise<Response> {
  const { name = 'contract.pdf', requirement = 'contractFile' } = sent;
  const query = new URLSearchParams({ applicationId, requirement, name, locale: 'en' });
  const length = sent.length === undefined ? String(bytes.length) : sent.length;
  return POST(
    new Request(`http://localhost/api/documents?${query}`, {
      method: 'POST',
      headers: {
        'x-csrf': sent.csrf ?? (await csrfToken()),
        ...(length !== null && { 'content-length': length }),
      },
      body,
      duplex: 'half',
    } as RequestInit),
  );
}

const refusal = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const { code, detail, status } = (await response.json()) as Record<string, string | number>;
  expect(status).toBe(response.status);
  expect(detail).toMatch(/^[A-Z].*[.]$/);
  return `${response.status} ${code}`;
};

const rows = () =>
  database.superuser<
    {
      id: string;
      file_name: string;
      sha256: string;
      size_bytes: number;
      storage_key: string;
      removed_at: Date | null;
    }[]
  >`select * from documents where application_id = ${applicationId} order by id`;

/** Lists everything in the store, and everything that is still arriving. */
const stored = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );

let numbered = 0;
/** Returns a PDF that differs from all others. */
const fresh = (options: Parameters<typeof pdfBytes>[0] = {}) =>
  pdfBytes({ ...options, extra: `% ${(numbered += 1)}\n${options.extra ?? ''}` });

describe('an accepted file', () => {
  it('gets a row with its size and hash, its bytes, and an event; no temporary file is left', async () => {
    const bytes = fresh({ padding: 3_000_000 });
    const response = await send(bytes, { name: '<img src=x onerror=alert(1)>/../合同.pdf' });
    expect(response.status).toBe(201);
    const { documentId: id } = (await response.json()) as { documentId: string };
    const row = (await rows()).find((one) => one.id === id);
    expect(row).toMatchObject({
      file_name: '<img src=x onerror=alert(1)>..合同.pdf',
      size_bytes: bytes.length,
    });
    const hash = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
    expect(row?.sha256).toBe(Buffer.from(hash).toString('hex'));
    expect(await stored()).toHaveLength((await rows()).length);
    const [event] = await database.superuser`select data from audit_events
      where action = 'document.attached' and data->>'documentId' = ${id}`;
    expect(event?.data).toMatchObject({ fileName: row?.file_name });
  });

  it('sent twice for one requirement is reported, and stored once', async () => {
    const bytes = fresh();
    expect((await send(bytes)).status).toBe(201);
    const before = await stored();
    expect(await refusal(await send(bytes, { name: 'again.pdf' }))).toBe('422 file_duplicate');
    expect(await stored()).toHaveLength(before.length);
  });
});

describe('a file that is refused leaves nothing', () => {
  const mb = 1024 * 1024;
  it.each<[string, string, () => Uint8Array, Sent?]>([
    ['empty', '422 file_empty', () => new Uint8Array()],
    ['too large by what it says', '413 file_too_large', () => fresh({ padding: 21 * mb })],
    [
      'too large whatever it says',
      '413 file_too_large',
      () => fresh({ padding: 21 * mb }),
      { length: '5' },
    ],
    ['of unknown size', '411 length_needed', () => fresh(), { length: null }],
    ['something else', '415 file_type', () => Buffer.from('MZ a program')],
    [
      'a test virus in a PDF, across two pieces',
      '422 file_malware',
      () =>
        Buffer.concat([
          pdfBytes(),
          Buffer.alloc(60_001 - pdfBytes().length - 40, ' '),
          Buffer.from(eicarText),
          Buffer.from('\n%%EOF\n'),
        ]),
    ],
    ['with a script', '422 file_active', () => fresh({ extra: '<</S/JavaScript>>' })],
    ['a page bomb', '422 file_pages', () => fresh({ pages: 501 })],
    ['a bomb of pixels', '422 file_pixels', () => pngBytes(60_000, 60_000)],
    [
      'for a requirement that is none',
      '422 not_editable',
      () => fresh(),
      { requirement: 'nothing' },
    ],
    ['without the page’s token', '403 stale_page', () => fresh(), { csrf: 'x' }],
  ])('%s', async (_name, expected, bytes, sent) => {
    const [files, before] = [await stored(), await rows()];
    expect(await refusal(await send(bytes(), sent))).toBe(expected);
    expect(await rows()).toEqual(before);
    expect(await stored()).toHaveLength(files.length);
  });

  it('one whose sender disconnects half-way', async () => {
    const files = await stored();
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(fresh());
      },
      pull(controller) {
        controller.error(new Error('aborted'));
      },
    });
    expect(await refusal(await send(fresh(), {}, broken))).toBe('500 unexpected');
    expect(await stored()).toHaveLength(files.length);
  });
});

describe('who may send', () => {
  it('neither users who are not signed in nor officials', async () => {
    await signIn(null);
    expect(await refusal(await send(fresh()))).toBe('401 sign_in_needed');
    await signIn('manager@qingyang.demo');
    expect(await refusal(await send(fresh()))).toBe('403 not_allowed');
  });

  it('another organisation finds no such case, however often it tries', async () => {
    await signIn('owner@startup2.demo');
    expect(await refusal(await send(fresh()))).toBe('404 case_unknown');
  });
});

describe('how much may come', () => {
  it('twenty files for a requirement, those at the same time counted', async () => {
    const sent = await Promise.all(
      Array.from({ length: 23 }, () => {
        const file = new File([Uint8Array.from(fresh())], 'licence.pdf');
        const requirement = 'licenceFile';
        return perform(owner(), attachDocument, { applicationId, requirement, file });
      }),
    );
    expect(sent.filter(({ ok }) => ok)).toHaveLength(20);
    expect(sent.find(({ ok }) => !ok)).toMatchObject({ code: 'files_too_many' });
    expect(await refusal(await send(fresh(), { requirement: 'licenceFile' }))).toBe(
      '422 files_too_many',
    );
    expect(await stored()).toHaveLength((await rows()).length);
  });

  it('2 GB a day for an organisation', async () => {
    await database.superuser`update documents set size_bytes = 2147483000
      where id = (select id from documents where application_id = ${applicationId} order by id desc limit 1)`;
    expect(await refusal(await send(fresh({ padding: 10_000 })))).toBe('422 quota_reached');
    await database.superuser`update documents set size_bytes = 1000 where size_bytes > 2147482999`;
  });

  it('a limited number a minute for a person', async () => {
    const given = env().UPLOADS_PER_MINUTE;
    env().UPLOADS_PER_MINUTE = 1;
    await send(fresh());
    const response = await send(fresh());
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refusal(response)).toBe('429 uploads_fast');
    env().UPLOADS_PER_MINUTE = given;
    await database.superuser`truncate app.rates`;
  });
});

describe('the scanner', () => {
  const scannerSaying = async (answer: string | null) => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      if (answer === null) socket.destroy();
      else
        socket.on('data', (piece) => {
          if (piece.toString('latin1') === 'zPING\0') socket.end('PONG\0');
          else if (piece.subarray(-4).equals(Buffer.alloc(4))) socket.end(`stream: ${answer}\0`);
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    env().CLAMD_URL = `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return server;
  };

  it('decides, and is shown in the health of the portal', async () => {
    expect(await checkHealth()).toMatchObject({ scanner: 'none' });
    const clean = await scannerSaying('OK');
    expect((await send(fresh(), { requirement: 'contractFile' })).status).toBe(201);
    expect(await checkHealth()).toMatchObject({ scanner: 'ready' });
    clean.close();
    const infected = await scannerSaying('Win.Test FOUND');
    expect(await refusal(await send(fresh()))).toBe('422 file_malware');
    infected.close();
    const limited = await scannerSaying('Heuristics.Limits.Exceeded.MaxFileSize FOUND');
    expect(await refusal(await send(fresh()))).toBe('422 scanner_limits');
    limited.close();
  });

  it('that is set up and cannot be reached makes all files be refused', async () => {
    const gone = await scannerSaying(null);
    expect(await refusal(await send(fresh()))).toBe('503 scanner_unavailable');
    expect(await checkHealth()).toMatchObject({ ok: true, scanner: 'unreachable' });
    gone.close();
  });
});

describe('downloading a file', () => {
  const get = async (id: string, address?: string) =>
    download(
      new Request(`http://localhost${address ?? (await sealedAddress(`/api/documents/${id}`))}`),
      {
        params: Promise.resolve({ id }),
      },
    );
  const first = async () => (await rows())[0]?.id ?? '';

  it('its own address returns it, as an attachment in which no script can run', async () => {
    const response = await get(await first());
    expect(response.status).toBe(200);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; .*%3Cimg%20src/);
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(3_000_000);
  });

  it('an unsigned, expired or changed address, or another user’s, leads to the page that makes a new one', async () => {
    const id = await first();
    const good = await sealedAddress(`/api/documents/${id}`);
    const over = good.replace(/until=\d+/, 'until=1');
    const later = good.replace(/until=\d+/, 'until=99999999999');
    for (const address of [`/api/documents/${id}`, over, later]) {
      const response = await get(id, address);
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe(`/documents/${id}`);
    }
    await signIn('member@startup.demo');
    expect((await get(id, good)).status).toBe(303);
    expect((await get(id)).status).toBe(200);
    vi.useFakeTimers({ now: Date.now() + 11 * 60_000, toFake: ['Date'] });
    expect((await get(id, good)).status).toBe(303);
    vi.useRealTimers();
  });

  it('is impossible for all others', async () => {
    const id = await first();
    const good = await sealedAddress(`/api/documents/${id}`);
    for (const email of ['owner@startup2.demo', 'manager@shenzhen.demo', null]) {
      await signIn(email);
      expect((await get(id, good)).status, email ?? 'nobody').toBe(404);
      expect((await get(id)).status, email ?? 'nobody').toBe(404);
    }
  });
});

describe('files without a row', () => {
  it('are deleted within a day; files with a row stay, also those removed from a case', async () => {
    const [removed] = await rows();
    await as(owner(), removeDocument, { applicationId, documentId: removed?.id ?? '' });
    const orphan = 'ab/' + 'ab'.repeat(24);
    await mkdir(join(folder, 'ab'), { recursive: true });
    await writeFile(join(folder, orphan), 'bytes of a transaction that never stood');
    await writeFile(join(folder, 'incoming', 'half'), 'half a file of a process that was killed');
    const known = await rows();
    const now = new Date(await fileClock());
    expect(await sweepFiles(now)).toEqual({ stored: 0, arriving: 0 });
    const yesterday = new Date(now.getTime() - 23 * 60 * 60 * 1000);
    for (const file of await stored()) {
      await utimes(join(file.parentPath, file.name), yesterday, yesterday);
    }
    expect(await sweepFiles(now)).toEqual({ stored: 1, arriving: 1 });
    const left = (await stored()).map(({ parentPath, name }) => join(parentPath, name)).sort();
    expect(left).toEqual(known.map((row) => join(folder, row.storage_key)).sort());
  });
});
