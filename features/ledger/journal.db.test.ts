import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GET as auditFile } from '@/app/api/audit/route';
import { GET as ledgerFile } from '@/app/api/ledger/route';
import { db } from '@/db/client';
import { accounts } from '@/db/testing/accounts';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { seedDemonstration } from '@/db/testing/demonstration';
import { request } from '@/db/testing/request';
import { sessionOf } from '@/db/testing/sign-in';
import { auditFields } from '@/features/audit/detail-messages';
import { detailText } from '@/features/audit/detail-text';
import { auditFilter, listAudit, readAudit } from '@/features/audit/log-queries';
import { readFilter } from '@/lib/input/filter';
import type { Actor } from '@/server/actor';
import { authorise } from '@/server/gate';
import { journalFilter, readEntries, type JournalFilter } from './journal-filter';
import {
  listJournal,
  listJournalProgrammes,
  readJournal,
  type JournalRow,
} from './journal-queries';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);

/** Reads the journal and the record of the demonstration as the auditor of a city does, and compares them with the tables. */
let database: TestDatabase;
let cityId = '';
let auditor: Actor<'ledger.read'>;
let inspector: Actor<'audit.read'>;

beforeAll(async () => {
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.9', 'user-agent': 'a browser' });
  database = await freshDatabase();
  await seedDemonstration(database);
  const [row] = await database.superuser<{ id: string }[]>`
    select id from cities where slug = 'qingyang'`;
  cityId = row?.id ?? '';
  request.sid = await sessionOf(accounts.auditor);
  const [reads, inspects] = [await authorise('ledger.read'), await authorise('audit.read')];
  if (!reads.ok || !inspects.ok) throw new Error('The auditor may not read.');
  auditor = reads.value;
  inspector = inspects.value;
});
afterAll(() => database.close());
beforeEach(() => {
  request.sid = null;
});

const journal = (query: Record<string, string>): JournalFilter => {
  const { filter, fits } = readFilter(journalFilter, query);
  expect(fits, JSON.stringify(query)).toBe(true);
  return filter;
};
async function allOf<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}
const rowsFor = (query: Record<string, string>): Promise<JournalRow[]> =>
  allOf(readJournal(auditor, journal(query)));
const counted = async (where: string) => {
  const [row] = await database.superuser.unsafe<{ n: number }[]>(
    `select count(*)::int as n from ledger.entries e where city_id = '${cityId}' and ${where}`,
  );
  return row?.n ?? -1;
};

describe('the journal', () => {
  it('names of every entry what it is about, whose it is and who did it', async () => {
    const rows = await rowsFor({});
    expect(rows).toHaveLength(await counted('true'));
    for (const row of rows) {
      expect(row.subject?.label, row.kind).toBeTruthy();
      expect(row.subject?.path, row.kind).toMatch(/^\/city\/(vouchers|redemptions|claims|recover)/);
      expect(row.holder?.name, row.kind).toBeTruthy();
      expect(row.programme?.label, row.kind).toBeTruthy();
      if (row.actorId !== null) expect(row.by, row.kind).toBeTruthy();
      if (['hold', 'claim', 'capture'].includes(row.kind) && row.outcome === 'posted') {
        expect(row.payee?.name, row.kind).toBeTruthy();
      }
    }
    const kinds = new Set(rows.map(({ subject }) => subject?.kind));
    for (const kind of ['voucher', 'hold', 'redemption'] as const) expect(kinds).toContain(kind);
  });

  it('leads from every captured amount to its redemption and its payment', async () => {
    const captures = await rowsFor({ kind: 'capture' });
    const known = await database.superuser<{ entry: string; id: string; reference: string }[]>`
      select capture_entry_id as entry, id, reference from redemptions where capture_entry_id is not null`;
    const redemptions = new Map(known.map((one) => [one.entry, one]));
    const settled = await database.superuser<{ entry: string; reference: string; paid: string }[]>`
      select l.entry_id as entry, p.reference, p.paid_on as paid from ledger.settlement_lines l
      join payments p on p.id = l.settlement_id`;
    const payments = new Map(settled.map((one) => [one.entry, one]));
    expect(captures.length).toBeGreaterThan(3);
    expect(captures.some(({ payment }) => payment?.paidOn)).toBe(true);
    for (const { id, subject, payment } of captures) {
      const redemption = redemptions.get(id);
      if (redemption) expect(subject).toMatchObject({ kind: 'redemption', id: redemption.id });
      expect(payment?.subject.label).toBe(payments.get(id)?.reference);
      expect(payment?.paidOn ?? null).toBe(payments.get(id)?.paid ?? null);
    }
  });

  it('leads from what was claimed to the redemption, by amount and moment', async () => {
    const [unclear] = await database.superuser<{ n: number }[]>`
      select count(*)::int as n from ledger.entries e where city_id = ${cityId} and kind = 'claim'
        and outcome = 'posted' and exists (select 1 from redemptions r where r.hold_id = e.hold_id)`;
    const claimed = await rowsFor({ kind: 'claim' });
    const named = claimed.filter(({ subject }) => subject?.kind === 'redemption');
    expect(named).toHaveLength(unclear?.n ?? -1);
  });

  it('is filtered by what was paid and what is owed', async () => {
    const paid = `id in (select l.entry_id from ledger.settlement_lines l
      join payments p on p.id = l.settlement_id where p.state = 'paid')`;
    const owed = `outcome = 'posted' and kind in (select kind from ledger.rules where payable <> 0)`;
    expect(await rowsFor({ payment: 'paid' })).toHaveLength(await counted(paid));
    expect(await rowsFor({ payment: 'due' })).toHaveLength(
      await counted(`${owed} and not ${paid}`),
    );
  });

  it('is filtered by kind, amount, day and programme, as the tables say', async () => {
    const [programme] = await listJournalProgrammes(auditor);
    const [found] = await database.superuser<{ day: string }[]>`
      select to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from ledger.entries
      where city_id = ${cityId} group by 1 order by count(*) desc, 1 limit 1`;
    const day = found?.day ?? '';
    const local = `to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')`;
    const cases: [Record<string, string>, string][] = [
      [{ kind: 'hold' }, `kind = 'hold'`],
      [{ from: day, to: day }, `${local} = '${day}'`],
      [{ from: day }, `${local} >= '${day}'`],
      [{ least: '100000', most: '100000.00' }, `amount_fen = 10000000`],
      [{ least: '1000.01' }, `amount_fen > 100000`],
      [
        { programme: programme?.id ?? '' },
        `account_id in (select id from vouchers where programme_id = '${programme?.id ?? ''}')`,
      ],
    ];
    for (const [query, where] of cases) {
      expect(await rowsFor(query), where).toHaveLength(await counted(where));
    }
  });

  it('is found by code, order, reference and name, in any spelling', async () => {
    const [one] = await database.superuser<
      { code: string; holder: string; reference: string; hold: string; voucher: string }[]
    >`select v.code, o.name as holder, r.reference, r.hold_id as hold, v.id as voucher from redemptions r
      join vouchers v on v.id = r.voucher_id join organisations o on o.id = v.organisation_id
      where r.city_id = ${cityId} and r.state = 'paid' order by r.id limit 1`;
    if (!one) throw new Error('Nothing was paid.');
    const ofVoucher = await counted(`account_id = '${one.voucher}'`);
    for (const q of [one.code, one.code.toLowerCase(), one.code.replace(/(.{4})(?=.)/g, '$1 ')]) {
      const rows = await rowsFor({ q });
      expect(rows, q).toHaveLength(ofVoucher);
      expect(new Set(rows.map(({ voucherId }) => voucherId))).toEqual(new Set([one.voucher]));
    }
    const byReference = await rowsFor({ q: one.reference.toLowerCase() });
    expect(byReference).toHaveLength(await counted(`hold_id = '${one.hold}'`));
    const names = (await rowsFor({ q: one.holder })).map(({ holder }) => holder?.name);
    expect(new Set(names)).toEqual(new Set([one.holder]));
    expect(await rowsFor({ q: `${one.reference}9` })).toEqual([]);
  });

  it('comes in pages that leave nothing out and repeat nothing', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await listJournal(auditor, { ...journal({}), cursor });
      seen.push(...page.rows.map(({ id }) => id));
      if (!page.nextCursor) break;
      cursor = page.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual((await rowsFor({})).map(({ id }) => id));
  });

  it('finds a page of a long journal by index', async () => {
    const plans = await database.superuser.begin(async (tx) => {
      await tx`insert into ledger.entries
        (city_id, kind, amount_fen, account_id, client_id, idempotency_key, fingerprint, outcome, at)
        select city_id, case when n % 5000 = 0 then 'write_off' else 'hold' end, 1 + n, id,
          gen_random_uuid(), n::text, '', 'declined:frozen', now() - n * interval '1 minute'
        from (select * from ledger.accounts where city_id = ${cityId} limit 1) a, generate_series(1, 60000) n`;
      await tx`analyze ledger.entries`;
      const explained: string[] = [];
      for (const query of [
        {},
        { kind: 'write_off' },
        { from: '2026-10-01', to: '2026-10-01' },
      ] as Record<string, string>[]) {
        const { sql, params } = readEntries(db() as never, cityId, journal(query), {
          before: undefined,
          limit: 26,
        }).toSQL();
        const rows = await tx.unsafe(`explain ${sql}`, params as never[]);
        explained.push(rows.map((row) => String(row['QUERY PLAN'])).join('\n'));
      }
      await tx`set local session_replication_role = replica`;
      await tx`delete from ledger.entries where fingerprint = ''`;
      return explained;
    });
    for (const plan of plans) expect(plan).not.toContain('Seq Scan on entries');
  });
});

describe('the record', () => {
  it('names what its events are about, and every part of their data', async () => {
    const rows = await allOf(readAudit(inspector, {}));
    const names = new Set(Object.keys(auditFields('en')));
    expect(rows.length).toBeGreaterThan(100);
    for (const row of rows) {
      expect(row.subject, row.action).not.toBeNull();
      for (const name of Object.keys(row.data)) expect(names, row.action).toContain(name);
      for (const locale of ['zh-CN', 'en'] as const) {
        expect(detailText(locale, row.data), row.action).not.toMatch(/\d{4}-\d\d-\d\dT\d\d:/);
      }
    }
    const money = /^(redemption|hold|claim|recovery|settlement|payment|voucher)\./;
    const moved = rows.filter(({ action }) => money.test(action));
    expect(moved.length).toBeGreaterThan(20);
    for (const { subject, action } of moved) {
      expect(subject?.label, action).toBeTruthy();
      expect(subject?.path, action).toMatch(/^\/city\//);
    }
  });

  it('is filtered by day, kind of subject and action, as the tables say', async () => {
    const cases = {
      'kind=voucher': `subject_kind = 'voucher'`,
      'action=redemption.paid': `action = 'redemption.paid'`,
      'from=2026-06-01&to=2026-06-30': `to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM') = '2026-06'`,
    };
    for (const [query, where] of Object.entries(cases)) {
      const { filter, fits } = readFilter(
        auditFilter,
        Object.fromEntries(new URLSearchParams(query)),
      );
      expect(fits).toBe(true);
      const [row] = await database.superuser.unsafe<{ n: number }[]>(
        `select count(*)::int as n from audit_events where city_id = '${cityId}' and ${where}`,
      );
      expect(await allOf(readAudit(inspector, filter)), query).toHaveLength(row?.n ?? -1);
    }
  });

  it('finds the acts on a redemption by its number', async () => {
    const [one] = await database.superuser<{ id: string; reference: string }[]>`
      select id, reference from redemptions where city_id = ${cityId} and state = 'paid' order by id limit 1`;
    const { rows } = await listAudit(inspector, { q: one?.reference });
    expect(rows.map(({ action }) => action)).toContain('redemption.paid');
    expect(new Set(rows.map(({ subject }) => subject?.id))).toEqual(new Set([one?.id]));
  });
});

describe('the files', () => {
  const get = async (file: typeof ledgerFile, email: string | null, query = '') => {
    request.sid = email && (await sessionOf(email));
    return file(new Request(`https://suanquan.example/api/x?${query}`));
  };
  const linesOf = async (answer: Response) => (await answer.text()).trim().split('\r\n');

  it('have every row that fits the filter, in the language of the page', async () => {
    const answer = await get(ledgerFile, accounts.finance, 'kind=capture&locale=en');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="ledger.csv"');
    const [head = '', ...rows] = await linesOf(answer);
    expect(head).toContain('Time,Kind,Outcome');
    expect(rows).toHaveLength(await counted(`kind = 'capture'`));
    const [auditHead = '', ...events] = await linesOf(await get(auditFile, accounts.auditor));
    expect(auditHead).toContain('时间,事项,人员');
    expect(events.length).toBeGreaterThan(100);
  });

  it('hold nothing that a spreadsheet would run', async () => {
    const [one] = await database.superuser<{ id: string; name: string }[]>`
      select o.id, o.name from organisations o join vouchers v on v.organisation_id = o.id
      where v.city_id = ${cityId} limit 1`;
    await database.superuser`update organisations set name = '=HYPERLINK("x")' where id = ${one?.id ?? ''}`;
    const text = await (await get(ledgerFile, accounts.finance)).text();
    await database.superuser`update organisations set name = ${one?.name ?? ''} where id = ${one?.id ?? ''}`;
    expect(text).toContain(`'=HYPERLINK`);
    expect(text).not.toMatch(/(^|,)"?=/m);
  });

  it('are nothing to anybody else, and nothing for a filter that does not fit', async () => {
    for (const email of [null, accounts.owner, accounts.vendor_finance, accounts.reviewer]) {
      expect((await get(ledgerFile, email)).status, String(email)).toBe(404);
      expect((await get(auditFile, email)).status, String(email)).toBe(404);
    }
    expect((await get(auditFile, accounts.finance)).status).toBe(404);
    expect((await get(ledgerFile, accounts.finance, 'from=2026-02-30')).status).toBe(404);
    const elsewhere = await linesOf(await get(ledgerFile, 'auditor@nanning.demo'));
    const own = new Set((await rowsFor({})).map(({ id }) => id));
    for (const line of elsewhere) expect(own.has(line.slice(-36))).toBe(false);
  });
});
