import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Sql, TransactionSql } from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBase } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { splitFunding } from '@/features/rules/domain/limits';
import type { Rules } from '@/features/rules/domain/rules';
import { fen } from '@/lib/money';
import { sqlStateOf } from '@/server/database-errors';

/** Tests that every settled line is divided among the funders of its voucher, to the fen, and that nobody can change that. */
let database: TestDatabase;
let city = '';
let holder = '';

beforeAll(async () => {
  database = await freshDatabase();
  const world = await buildBase(database.owner, testDay);
  city = world.cities.get('qingyang') ?? '';
  holder = world.startups[0]?.id ?? '';
});

afterAll(() => database.close());

const inCity = <T>(work: (tx: TransactionSql) => Promise<T>, sql: Sql = database.app) =>
  sql.begin(async (tx) => {
    await tx`select set_config('app.city', ${city}, true), set_config('app.organisation', '', true),
      set_config('app.user', '', true), set_config('app.platform', '', true), set_config('app.portal', '', true)`;
    return work(tx);
  }) as Promise<T>;

type Funding = NonNullable<Rules['funding']>;
type Terms = NonNullable<Rules['terms']>;
type Place = { account: string; programme: string; funding: Funding; holds: [Hold, Hold] };
type Hold = { hold: string; vendor: string };

const fundingOf = (parts: readonly number[], odd: number): Funding => ({
  clause: '3',
  shares: parts.map((part, at) => ({
    funder: { 'zh-CN': `财政${at}`, en: `Funder ${at}` },
    parts: part,
  })),
  oddFenTo: odd % parts.length,
});

type Entry = { id: string; outcome: string };
async function post(
  kind: string,
  amount: bigint,
  account: string,
  { hold, vendor }: Hold,
  of?: string,
) {
  const [entry] = await inCity(
    (tx) => tx<
      Entry[]
    >`select id, outcome from ledger.post(${randomUUID()}, ${randomUUID()}, 'x', ${kind},
      ${amount.toString()}::bigint, ${account}, ${hold}, ${vendor}, app.now() + interval '90 days', ${of ?? null}::uuid)`,
  );
  if (!entry) throw new Error('The ledger did not answer.');
  return entry;
}

/** Opens a voucher of 10,000 fen with these funders, half of it held for each of two vendors. */
async function openVoucher(funding: Funding, terms: Terms = []): Promise<Place> {
  const [account, programme, version] = [randomUUID(), randomUUID(), randomUUID()];
  await database.superuser.begin(async (tx) => {
    // The ledger reads a voucher's rules and nothing else of its case.
    await tx`set local session_replication_role = replica`;
    await tx`insert into programme_versions (id, programme_id, city_id, number, state, rules, guide, form, examples,
        published_by, published_at)
      select ${version}, ${programme}, ${city}, 1, 'published', rules || ${tx.json({ funding, terms })}, guide, form,
        examples, published_by, published_at
      from programme_versions where id = (select current_version_id from programmes where slug = 'qingyang-compute-2024')`;
    await tx`insert into vouchers (id, city_id, organisation_id, programme_id, version_id, application_id, code, state,
        face_value_fen, issued_at, valid_to)
      values (${account}, ${city}, ${holder}, ${programme}, ${version}, ${randomUUID()}, ${randomUUID()}, 'active', 10000,
        '2026-03-01T00:00:00+08:00', app.now() + interval '1 year')`;
  });
  await inCity(async (tx) => {
    await tx`select ledger.set_budget(${city}, ${programme}, 10000)`;
    await tx`select ledger.open_account(${city}, ${programme}, ${account}, ${holder}, app.now() + interval '1 year')`;
  });
  const holds: [Hold, Hold] = [
    { hold: randomUUID(), vendor: randomUUID() },
    { hold: randomUUID(), vendor: randomUUID() },
  ];
  await post('issue', 10_000n, account, holds[0]);
  for (const hold of holds) await post('hold', 5_000n, account, hold);
  return { account, programme, funding, holds };
}

async function capture(amount: bigint, account: string, hold: Hold): Promise<string> {
  await post('claim', amount, account, hold);
  return (await post('capture', amount, account, hold)).id;
}

const settle = ({ vendor }: Hold) =>
  inCity((tx) => tx`select ledger.settle(${city}, ${randomUUID()}, ${vendor})`);

/** Lists what the funders bear of a voucher, in the order of the rules, and the sum that was settled on it. */
async function borne({ account, funding }: Place): Promise<{ parts: bigint[]; settled: bigint }> {
  const rows = await database.superuser<{ name: string; sum: string }[]>`
    select u.name_zh name, sum(x.amount_fen)::text sum from ledger.funder_entries x
    join ledger.entries e on e.id = x.entry_id join ledger.funders u on u.id = x.funder_id
    where e.account_id = ${account} group by 1`;
  const [line] = await database.superuser<{ sum: string }[]>`
    select coalesce(sum(l.amount_fen), 0)::text sum from ledger.settlement_lines l
    join ledger.entries e on e.id = l.entry_id where e.account_id = ${account}`;
  const sums = new Map(rows.map(({ name, sum }) => [name, BigInt(sum)]));
  return {
    parts: funding.shares.map(({ funder }) => sums.get(funder['zh-CN']) ?? 0n),
    settled: BigInt(line?.sum ?? '-1'),
  };
}

const expected = ({ funding }: Place, settled: bigint) =>
  splitFunding({ funding } as Rules, fen(settled))?.map((share) => BigInt(share.fen));

const faults = (sql: Sql | TransactionSql = database.app) => {
  const read = (tx: TransactionSql) =>
    tx<{ thing: string }[]>`select thing from ledger.breaks
      where thing in ('funders', 'funder_share', 'bill', 'settlement_line') order by 1`.then(
      (rows) => rows.map(({ thing }) => thing),
    );
  return 'begin' in sql ? inCity(read, sql) : read(sql);
};

const amount = fc.bigInt({ min: 1n, max: 299n });
const steps = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('capture' as const), amount, at: fc.nat(1) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('reverse' as const), amount, at: fc.nat(9) }),
    },
    { weight: 3, arbitrary: fc.record({ do: fc.constant('settle' as const), at: fc.nat(1) }) },
  ),
  { minLength: 4, maxLength: 14 },
);
const shares = fc.record({
  parts: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 2, maxLength: 5 }),
  odd: fc.nat(4),
});

it('divides as the calculation of the rules does', async () => {
  const amounts = fc.bigInt({ min: 0n, max: 1_000_000_000_000_000n });
  await fc.assert(
    fc.asyncProperty(shares, amounts, async ({ parts, odd }, whole) => {
      const funding = fundingOf(parts, odd);
      const [row] = await inCity(
        (tx) => tx<
          { split: string[] }[]
        >`select ledger.split(${whole.toString()}::bigint, ${parts}::bigint[],
          ${funding.oddFenTo}::integer)::text[] split`,
      );
      const split = (row?.split ?? []).map(BigInt);
      expect(split.reduce((sum, share) => sum + share, 0n)).toBe(whole);
      expect(split).toEqual(
        splitFunding({ funding } as Rules, fen(whole))?.map((share) => BigInt(share.fen)),
      );
    }),
    { numRuns: 150 },
  );
});

it('bears exactly the split of a voucher’s sum after any sequence of captures, reversals and settlements', async () => {
  await fc.assert(
    fc.asyncProperty(shares, steps, async ({ parts, odd }, sequence) => {
      const place = await openVoucher(fundingOf(parts, odd));
      const captures: { id: string; hold: Hold }[] = [];
      for (const step of sequence) {
        const hold = place.holds[step.at % 2] ?? place.holds[0];
        if (step.do === 'capture') {
          captures.push({ id: await capture(step.amount, place.account, hold), hold });
        } else if (step.do === 'reverse') {
          const of = captures[step.at % Math.max(1, captures.length)];
          if (of) await post('reverse', step.amount, place.account, of.hold, of.id);
        } else {
          await settle(hold);
          const { parts: bearing, settled } = await borne(place);
          expect(bearing).toEqual(expected(place, settled));
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(await faults()).toEqual([]);
});

it('gives each line parts that add up to it, however small the line', async () => {
  const place = await openVoucher(fundingOf([1, 1, 1], 0));
  const [hold] = place.holds;
  for (let at = 0; at < 6; at += 1) {
    await capture(1n, place.account, hold);
    await settle(hold);
  }
  // Six single fen among three equal funders: two each. Rounded one by one, the first would bear all six.
  expect((await borne(place)).parts).toEqual([2n, 2n, 2n]);
  const lines = await database.superuser<{ off: string }[]>`
    select (sum(x.amount_fen) - max(l.amount_fen))::text off from ledger.funder_entries x
    join ledger.settlement_lines l using (entry_id) group by x.entry_id`;
  expect(lines.every(({ off }) => off === '0')).toBe(true);
});

it('takes from each funder what it had borne when everything is reversed', async () => {
  const place = await openVoucher(fundingOf([2, 3], 1));
  const [one, two] = place.holds;
  const first = await capture(701n, place.account, one);
  await settle(one);
  await post('reverse', 701n, place.account, one, first);
  await capture(999n, place.account, one);
  await settle(one);
  expect(await borne(place)).toEqual({ parts: [399n, 600n], settled: 999n });
  await capture(1n, place.account, two);
  await settle(two);
  expect((await borne(place)).parts).toEqual([400n, 600n]);
});

it('counts every payee of a voucher where two are settled at the same time', async () => {
  for (let round = 0; round < 8; round += 1) {
    const place = await openVoucher(fundingOf([1, 1], 0));
    for (const hold of place.holds) await capture(1n, place.account, hold);
    await Promise.all(place.holds.map(settle));
    expect((await borne(place)).parts).toEqual([1n, 1n]);
  }
});

describe('an article on funding that is out of force', () => {
  const issuedIn = async (term: Omit<Terms[number], 'clause'>) => {
    const place = await openVoucher(fundingOf([1, 1], 0), [{ clause: '3', ...term }]);
    await capture(10n, place.account, place.holds[0]);
    await settle(place.holds[0]);
    return (await borne(place)).parts;
  };

  it('divides nothing of a voucher that was issued meanwhile', async () => {
    expect(await issuedIn({ to: '2026-02-28' })).toEqual([0n, 0n]);
    expect(await issuedIn({ from: '2026-03-02' })).toEqual([0n, 0n]);
    expect(await issuedIn({ suspendedFrom: '2026-02-01' })).toEqual([0n, 0n]);
  });

  it('divides on its first and last day, and after a suspension', async () => {
    expect(await issuedIn({ from: '2026-03-01', to: '2026-03-01' })).toEqual([5n, 5n]);
    expect(await issuedIn({ suspendedFrom: '2026-02-01', suspendedTo: '2026-02-28' })).toEqual([
      5n,
      5n,
    ]);
  });
});

describe('what a funder bears', () => {
  it('cannot be written, changed or deleted by the portal', async () => {
    const attempts = [
      'insert into ledger.funder_entries select * from ledger.funder_entries limit 1',
      'update ledger.funder_entries set amount_fen = amount_fen + 1',
      'delete from ledger.funder_entries',
      'update ledger.funders set name_zh = name_en',
      'select ledger.split_lines(array[]::uuid[])',
    ];
    for (const attempt of attempts) {
      const code = inCity((tx) => tx.unsafe(attempt)).then(() => 'done', sqlStateOf);
      expect(await code, attempt).toBe('42501');
    }
    const engine = database.superuser.begin(async (tx) => {
      await tx`set local role suanquan_engine`;
      await tx`update ledger.funder_entries set amount_fen = 0`;
    });
    expect(await engine.then(() => 'done', sqlStateOf)).toBe('42501');
  });

  it('is noticed by the proof, whatever is wrong with it', async () => {
    const undone = new Error('undone');
    const shownAfter = async (damage: string) => {
      let found: string[] = [];
      const attempt = database.superuser.begin(async (tx) => {
        await tx`select set_config('app.city', ${city}, true)`;
        expect((await tx.unsafe(damage)).count).toBeGreaterThan(0);
        found = [...new Set(await faults(tx))];
        throw undone;
      });
      await expect(attempt).rejects.toBe(undone);
      return found;
    };
    const one = '(select entry_id from ledger.funder_entries where amount_fen > 1 limit 1)';
    const added = 'update ledger.funder_entries set amount_fen = amount_fen + 1 where entry_id =';
    expect(await shownAfter(`${added} ${one}`)).toEqual(['funder_share', 'funders']);
    expect(await shownAfter(`delete from ledger.funder_entries where entry_id = ${one}`)).toEqual([
      'funder_share',
      'funders',
    ]);
    // Moved from one funder to another: the line still adds up.
    const moved = `update ledger.funder_entries x set amount_fen = x.amount_fen + case x.funder_id
      when (select min(y.funder_id::text)::uuid from ledger.funder_entries y where y.entry_id = x.entry_id) then 1
      when (select max(y.funder_id::text)::uuid from ledger.funder_entries y where y.entry_id = x.entry_id) then -1
      else 0 end where x.entry_id = ${one}`;
    expect(await shownAfter(moved)).toEqual(['funder_share']);
  });

  it('comes out the same where lines were settled before there were parts', async () => {
    const read = (tx: TransactionSql) =>
      tx`select funder_id, sum(amount_fen)::text sum from ledger.funder_entries group by 1 order by 1`;
    await database.superuser.begin(async (tx) => {
      const before = [...(await read(tx))];
      await tx`delete from ledger.funder_entries`;
      await tx`select ledger.split_lines(array_agg(entry_id)) from ledger.settlement_lines`;
      expect([...(await read(tx))]).toEqual(before);
    });
    expect(await faults()).toEqual([]);
  });
});
