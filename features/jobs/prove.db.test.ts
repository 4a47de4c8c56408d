import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Cases } from '@/db/testing/cases';
import { dayOf, setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { buildBase } from '@/demo/base';
import { actorOf } from '@/demo/act';
import { Life } from '@/demo/life';
import { booksDiffer } from '@/features/ledger/books-queries';
import {
  checkChain,
  checkFully,
  checkRecent,
  keepCheck,
  keepDayFindings,
} from '@/features/proof/check-commands';
import { reconcile, readFigures } from '@/features/proof/domain/reconciliation';
import { Proof } from '@/features/proof/domain/proof';
import { askThrough, bookRecords, chainRecords } from '@/features/proof/read-records';
import { getProof } from '@/features/proof/queries';
import { sealChain } from '@/features/proof/seal-commands';
import { sha256 } from '@/features/proof/sha';
import { fen } from '@/lib/money';
import { checkHealth } from '@/server/health';
import { portalIn, prove } from './prove';

/** Tests the proof of the books against somebody who has the database, and against work that is slow or doubled. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let city = '';

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  city = life.world.cities.get('qingyang') ?? '';
  await life.setDay(dayOf('2026-06-01'));
  await cases.verified(fen(900_000n));
});
afterAll(() => database.close());

const inCity = () => portalIn(city);
const chainFindings = async () => {
  const { findings } = await checkChain(inCity(), city);
  return findings.map(({ name, subject }) => [name, subject]);
};
const one = async <T>(query: string): Promise<T> => {
  const [row] = await database.superuser.unsafe<({ value: T } & Record<string, unknown>)[]>(query);
  if (!row) throw new Error(`Nothing is found by: ${query}`);
  return row.value;
};
const count = (query: string) => one<number>(`select count(*)::int as value from ${query}`);
const seal = (every = false) => sealChain(inCity(), city, { every });

/** Adds an event as the portal does, dated by its clock or some time before that. */
const addEvent = (name: string, ago = '0 s') =>
  one<string>(`insert into audit_events (at, actor_name, actor_role, action, subject_kind, subject_id, city_id, data)
    values (app.now() - interval '${ago}', $name$${name}$name$, 'system', 'deadline.moved', 'city', '${city}', '${city}',
      '{"b": 1, "a": "“引号” \\" \\\\ \\n"}') returning id as value`);

describe('the proof of the books', () => {
  it('seals everything, publishes the head, closes the day, and is right', async () => {
    await addEvent('某人 "A" \\ \n\t\u0001\u007f\u2028 👩‍💻');
    await prove();
    const rows =
      (await count(`ledger.entries where city_id = '${city}'`)) +
      (await count(`audit_events where city_id = '${city}'`));
    expect(await count(`sealed_rows where city_id = '${city}'`)).toBe(rows);
    expect(await count(`audit_events where city_id is null`)).toBe(
      await count(`sealed_rows where city_id = '00000000-0000-0000-0000-000000000000'`),
    );
    expect(await chainFindings()).toEqual([]);
    expect(await count('proof_findings')).toBe(0);
    expect(await count(`published_heads where city_id = '${city}' and day = '2026-06-14'`)).toBe(1);
    const day = await one<Record<string, string>>(
      `select figures as value from day_ends where city_id = '${city}' and day = '2026-06-14'`,
    );
    const identities = reconcile(readFigures(day));
    expect(identities.map(({ differenceFen }) => differenceFen)).toEqual([0n, 0n, 0n, 0n, 0n]);
    expect(day).toMatchObject({ redeemed: '900000', due: '900000', settled: '0' });
    expect(BigInt(day.issued ?? 0)).toBeGreaterThan(900_000n);
    expect(await checkRecent(inCity(), city)).toMatchObject({ found: 0 });
  });

  it('comes to the same outside the database, from the rows alone', async () => {
    const proof = new Proof(sha256);
    const ask = askThrough(inCity());
    for await (const record of chainRecords(ask, { cityId: city, slug: 'qingyang' })) {
      proof.take(record);
    }
    for await (const record of bookRecords(ask, city)) proof.take(record);
    const [report] = proof.end();
    expect(report?.findings).toEqual([]);
    expect(report?.entries).toBeGreaterThan(3);
    expect(report?.identities.map(({ differenceFen }) => differenceFen)).toEqual([
      0n,
      0n,
      0n,
      0n,
      0n,
    ]);
    const stored = await one<Record<string, string>>(
      `select figures as value from day_ends where city_id = '${city}' order by day desc limit 1`,
    );
    const figures = Object.fromEntries(
      (report?.identities ?? []).flatMap(({ whole, parts }) =>
        [whole, ...parts].map(({ name, fen: amount }) => [name, amount.toString()]),
      ),
    );
    expect(figures).toEqual(stored);
  });
});

describe('sealing', () => {
  it('does not skip what a transaction held open across its runs', async () => {
    let commit: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (commit = resolve));
    let began: (() => void) | undefined;
    const isOpen = new Promise<void>((resolve) => (began = resolve));
    let slow = '';
    const slowly = database.superuser.begin(async (tx) => {
      const [row] = await tx<{ id: string }[]>`
        insert into audit_events (at, actor_name, actor_role, action, subject_kind, subject_id, city_id, data)
        values (app.now(), 'slow', 'system', 'deadline.moved', 'city', ${city}, ${city}, '{}') returning id`;
      slow = row?.id ?? '';
      began?.();
      await held;
    });
    await isOpen;
    const later = await addEvent('quick');
    expect(later > slow).toBe(true);
    await seal();
    expect(await count(`sealed_rows where row_id = '${later}'`)).toBe(1);
    await seal();
    commit?.();
    await slowly;
    expect(await count(`sealed_rows where row_id = '${slow}'`)).toBe(0);
    expect(await seal()).toBe(1);
    expect(await count(`sealed_rows where row_id = '${slow}'`)).toBe(1);
    expect(await chainFindings()).toEqual([]);
  });

  it('makes one chain when several seal at once', async () => {
    for (let at = 0; at < 20; at += 1) await addEvent(`at once ${at}`);
    const sealed = await Promise.all([seal(), seal(true), seal(), seal(true)]);
    expect(sealed.reduce((sum, rows) => sum + rows, 0)).toBe(20);
    expect(await chainFindings()).toEqual([]);
    expect(await seal()).toBe(0);
    const fork = database.superuser`insert into seals (city_id, number, kind, rows, total, previous_hash, hash, sealed_at)
      select city_id, 1000000, kind, rows, total, previous_hash, 'x', sealed_at from seals
      where city_id = ${city} order by number desc limit 1`;
    await expect(fork).rejects.toMatchObject({ constraint_name: 'seals_no_fork' });
  });
});

describe('a chain that somebody with the database has tampered with', () => {
  /** Tampers, checks what is found, and puts everything back. */
  async function after(tampering: string, undo: string): Promise<(string | undefined)[][]> {
    await database.superuser.unsafe(tampering);
    try {
      return await chainFindings();
    } finally {
      await database.superuser.unsafe(undo);
      expect(await chainFindings()).toEqual([]);
    }
  }
  const entry = () =>
    one<string>(
      `select id as value from ledger.entries where city_id = '${city}' and kind = 'issue' limit 1`,
    );
  const event = (offset = 0) =>
    one<string>(`select row_id as value from sealed_rows where city_id = '${city}' and kind = 'event'
      and seal = (select seal from sealed_rows where city_id = '${city}' and kind = 'event'
        group by seal having count(*) > 5 order by seal limit 1) order by position offset ${offset} limit 1`);

  it('names an entry whose amount was changed, and an event whose data was', async () => {
    const id = await entry();
    expect(
      await after(
        `update ledger.entries set amount_fen = amount_fen + 1 where id = '${id}'`,
        `update ledger.entries set amount_fen = amount_fen - 1 where id = '${id}'`,
      ),
    ).toEqual([['row_changed', id]]);
    const changed = await event(2);
    const data = await one<string>(
      `select data::text as value from audit_events where id = '${changed}'`,
    );
    expect(
      await after(
        `update audit_events set data = data || '{"x": 1}' where id = '${changed}'`,
        `update audit_events set data = $data$${data}$data$ where id = '${changed}'`,
      ),
    ).toEqual([['row_changed', changed]]);
  });

  it('names one that was removed, also where its place in the seal was removed too', async () => {
    const id = await event(3);
    await database.superuser`create table kept as select * from audit_events where id = ${id}`;
    await database.superuser`create table kept_place as select * from sealed_rows where row_id = ${id}`;
    await database.superuser`alter table kept drop column actor_search, drop column mandate_id`;
    const columns = await one<string>(`select string_agg(quote_ident(column_name), ', ') as value
      from information_schema.columns where table_name = 'kept'`);
    const back = `insert into audit_events (${columns}) select ${columns} from kept;`;
    const gone = `delete from audit_events where id = '${id}';`;
    expect(await after(gone, back)).toEqual([['row_gone', id]]);
    const [seal, place] = await Promise.all([
      one<string>(`select seal::text as value from kept_place`),
      one<number>('select position as value from kept_place'),
    ]);
    expect(
      await after(
        `${gone} delete from sealed_rows where row_id = '${id}'`,
        `${back} insert into sealed_rows select * from kept_place`,
      ),
    ).toEqual([['row_missing', `${seal}/${place}`]]);
  });

  it('names one that was dated back, before it is sealed and after', async () => {
    await seal();
    const id = await addEvent('dated back', '3 days');
    expect(await chainFindings()).toEqual([['row_unsealed', id]]);
    await seal();
    expect(await chainFindings()).toEqual([['row_backdated', id]]);
    await database.superuser`update seals set ran_after = null where city_id = ${city}
      and number = (select seal from sealed_rows where row_id = ${id})`;
    expect(await chainFindings()).toEqual([]);
  });

  it('names one that was moved, a seal that was changed, one that is gone and a head that was replaced', async () => {
    const [first, second] = await Promise.all([event(0), event(1)]);
    const swap = `update sealed_rows set position = position + 1000 where row_id = '${first}';
      update sealed_rows set position = position - 1 where row_id = '${second}';
      update sealed_rows set position = position - 999 where row_id = '${first}';`;
    const back = `update sealed_rows set position = position + 1000 where row_id = '${second}';
      update sealed_rows set position = position - 1 where row_id = '${first}';
      update sealed_rows set position = position - 999 where row_id = '${second}';`;
    expect(await after(swap, back)).toEqual([['row_moved', first]]);
    const hash = await one<string>(
      `select hash as value from seals where city_id = '${city}' and number = 2`,
    );
    expect(
      await after(
        `update seals set hash = 'forged' where city_id = '${city}' and number = 2`,
        `update seals set hash = '${hash}' where city_id = '${city}' and number = 2`,
      ),
    ).toEqual([
      ['seal_changed', '2'],
      ['seal_unlinked', '3'],
      ['head_differs', '2026-06-14'],
    ]);
    // A row that is changed with its own hash is found by the seal, although not which of its rows it is.
    const rows = await one<string>(
      `select row_hash as value from sealed_rows where row_id = '${first}'`,
    );
    const name = await one<string>(
      `select actor_name as value from audit_events where id = '${first}'`,
    );
    const number = await one<string>(
      `select seal::text as value from sealed_rows where row_id = '${first}'`,
    );
    expect(
      await after(
        `update audit_events set actor_name = 'forged' where id = '${first}';
         update sealed_rows set row_hash = (select encode(sha256(convert_to(app.event_text(a), 'UTF8')), 'hex')
           from audit_events a where a.id = '${first}') where row_id = '${first}'`,
        `update audit_events set actor_name = $name$${name}$name$ where id = '${first}';
         update sealed_rows set row_hash = '${rows}' where row_id = '${first}'`,
      ),
    ).toEqual([['seal_changed', number]]);
    const head = await one<string>(
      `select hash as value from published_heads where city_id = '${city}' limit 1`,
    );
    expect(
      await after(
        `update published_heads set hash = 'other' where city_id = '${city}'`,
        `update published_heads set hash = '${head}' where city_id = '${city}'`,
      ),
    ).toEqual([['head_differs', '2026-06-14']]);
  });
});

describe('a difference in the books', () => {
  const mails = () => count(`mails where template = 'books_differ'`);
  const everything = { day: undefined, cursor: undefined };
  const tamper = (by: number) =>
    database.superuser`update ledger.accounts set held_fen = held_fen + ${by}
      where id = (select id from ledger.accounts where city_id = ${city} order by id limit 1)`;

  it('is found within one run, told once, shown by the health, and closed when it is gone', async () => {
    expect(await checkHealth()).toMatchObject({ proof: { breaks: 0, days: 0, chain: 0 } });
    await tamper(1);
    await prove();
    const told = await mails();
    expect(told).toBeGreaterThan(2);
    expect(await count(`audit_events where action = 'books.differed'`)).toBe(1);
    await prove();
    expect(await mails()).toBe(told);
    expect(
      await one<string>(`select first_name as value from proof_checks
      where city_id = '${city}' and kind = 'recent'`),
    ).toBe('account');
    const shown = await getProof(actorOf(life.official('auditor', 'qingyang')), everything);
    expect(shown?.findings).toMatchObject({
      count: 1,
      rows: [{ name: 'account', detail: { held: '1' }, page: { kind: 'voucher' } }],
    });
    const elsewhere = actorOf<'ledger.read'>(life.official('finance1', 'shenzhen'));
    expect(await getProof(elsewhere, everything)).toMatchObject({ findings: { count: 0 } });
    const health = await checkHealth();
    expect(health.warnings).toContain('ledger_breaks:1');
    expect(health.ok).toBe(true);
    await tamper(-1);
    await prove();
    expect(await count('proof_findings where gone_at is null')).toBe(0);
    expect((await checkHealth()).warnings.join()).not.toContain('ledger_breaks');
  });

  it('stops what is issued, before a check finds it, after, and where no check ran', async () => {
    const differs = () => inCity()(({ tx }) => booksDiffer(tx, city));
    expect(await differs()).toBe(false);
    // Nothing was posted to this voucher lately, so only a check of everything finds it.
    await tamper(1);
    await prove();
    expect(await differs()).toBe(true);
    await tamper(-1);
    expect(await differs()).toBe(false);
    await prove();
    await tamper(1);
    await database.superuser`update proof_checks set ran_at = ran_at - interval '1 hour'`;
    expect(await differs()).toBe(true);
    await tamper(-1);
    expect(await differs()).toBe(false);
    // A part that is not added up by vouchers is read whole each time.
    await prove();
    const pool = (by: number) =>
      database.superuser`update ledger.pools set promised_fen = promised_fen + ${by}
        where id = (select id from ledger.pools where city_id = ${city} order by id limit 1)`;
    await pool(1);
    expect(await differs()).toBe(true);
    await pool(-1);
    expect(await differs()).toBe(false);
  });

  it('at the end of a day is told once, not each night anew, and closed when it is gone', async () => {
    const night = (day: string, difference?: string) =>
      inCity()((reading) => {
        const one = { source: 'day' as const, name: 'settled', subject: day };
        const found = difference === undefined ? [] : [{ ...one, detail: { difference } }];
        return keepDayFindings(reading, city, found);
      });
    const open = () => count(`proof_findings where source = 'day' and gone_at is null`);
    expect(await night('2026-06-01', '1')).toHaveLength(1);
    expect(await night('2026-06-02', '1')).toHaveLength(0);
    expect(await open()).toBe(1);
    const { warnings } = await checkHealth();
    expect(warnings).toContain('day_findings:1');
    expect(warnings.join()).not.toContain('ledger_breaks');
    await night('2026-06-03');
    expect(await open()).toBe(0);
  });

  it('is told once by two checks that keep it at the same time', async () => {
    await tamper(1);
    const checked = await checkFully(inCity(), city);
    const kept = await Promise.allSettled([
      inCity()((reading) => keepCheck(reading, city, checked)),
      inCity()((reading) => keepCheck(reading, city, checked)),
    ]);
    const fresh = kept.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    expect(fresh).toHaveLength(1);
    await tamper(-1);
    const again = await checkFully(inCity(), city);
    await inCity()((reading) => keepCheck(reading, city, again));
    expect(await count('proof_findings where gone_at is null')).toBe(0);
  });
});

it('a pause of a month is made up for by a week of days, each with the time of its figures', async () => {
  const before = await count(`day_ends where city_id = '${city}'`);
  await setClock(database.superuser, new Date(testStart.getTime() + 50 * 86_400_000));
  await prove();
  await prove();
  expect(await count(`day_ends where city_id = '${city}'`)).toBe(before + 7);
  expect(await count(`published_heads where city_id = '${city}'`)).toBe(2);
  const auditor = actorOf<'ledger.read'>(life.official('auditor', 'qingyang'));
  const proof = await getProof(auditor, { day: '2026-07-15', cursor: undefined });
  expect(proof?.day).toMatchObject({ day: '2026-07-15', late: true });
  expect(proof?.days.rows).toHaveLength(before + 7);
  expect(await getProof(auditor, { day: '2026-06-20', cursor: undefined })).toBeUndefined();
  expect(await count('proof_findings where gone_at is null')).toBe(0);
});

it('a hundred thousand rows are sealed by pages, and so they are checked', async () => {
  const other = life.world.cities.get('shenzhen') ?? '';
  await database.superuser`insert into audit_events
    (at, actor_name, actor_role, action, subject_kind, subject_id, city_id, data)
    select app.now(), 'many', 'system', 'deadline.moved', 'city', ${other}, ${other}, jsonb_build_object('n', n)
    from generate_series(1, 100000) n`;
  await database.superuser`analyze audit_events`;
  await sealChain(portalIn(other), other, { every: false });
  await database.superuser`analyze sealed_rows`;
  expect(await one<number>(`select max(rows) as value from seals where city_id = '${other}'`)).toBe(
    2_000,
  );
  const checked = await checkChain(portalIn(other), other);
  expect(checked.findings).toEqual([]);
  expect(checked.lookedAt).toBe(await count(`audit_events where city_id = '${other}'`));
  expect(checked.lookedAt).toBeGreaterThanOrEqual(100_000);
});
