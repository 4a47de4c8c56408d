import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import postgres, { type Sql, type TransactionSql } from 'postgres';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildBase } from '@/demo/base';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { LedgerModel, postingKinds, type Posting, type Sender } from '@/db/testing/ledger-model';

/**
 * Runs random sequences of everything that can be done to the ledger, against PostgreSQL and against a model of it, and compares
 * the two after every step. `LEDGER_SEQUENCES` says how many (`npm run torture` takes 10,000), `PROPERTY_SEED` which.
 */
const sequences = Number(process.env.LEDGER_SEQUENCES ?? 300);
/** Sequences that run at the same time: each has pools and payees of its own. */
const lanes = 4;
const longest = 100;

let database: TestDatabase;
let sql: Sql;
let city = '';
let otherCity = '';

beforeAll(async () => {
  database = await freshDatabase();
  const world = await buildBase(database.owner, testDay);
  city = world.cities.get('qingyang') ?? '';
  otherCity = world.cities.get('shenzhen') ?? '';
  sql = postgres(process.env.DATABASE_URL ?? '', { max: 2 * lanes, onnotice: () => undefined });
});

afterAll(async () => {
  await sql.end();
  await database.close();
});

/** Runs as the portal does: its own role, one transaction, one scope. The scope and the work are sent together. */
const within = <T>(sender: Sender, work: (tx: TransactionSql) => Promise<T>): Promise<T> => {
  const asCity = sender === 'city' ? city : sender === 'other_city' ? otherCity : '';
  const asOrganisation = sender === 'city' || sender === 'other_city' ? '' : sender;
  return sql.begin(async (tx) => {
    // A query is sent when somebody waits for it, so the scope is sent explicitly: it must come first.
    const entering =
      tx`select set_config('app.user', '', true), set_config('app.city', ${asCity}, true),
      set_config('app.organisation', ${asOrganisation}, true),
      set_config('app.platform', '', true), set_config('app.portal', '', true)`.execute();
    const [, value] = await Promise.all([entering, work(tx)]);
    return value;
  }) as Promise<T>;
};

/** Returns the name of the constraint, or else the code, with which the database refuses; or what it answers. */
const answerOf = <T>(work: Promise<T>): Promise<T | string> =>
  work.catch((error: unknown) => {
    if (!(error instanceof postgres.PostgresError)) throw error;
    return error.constraint_name ?? error.code;
  });

type Entry = { id: string; outcome: string };

const post = (posting: Posting): Promise<Entry | string> =>
  answerOf(
    within(posting.sender, async (tx) => {
      const { key, print, kind, amount, account, hold, payee, of, late } = posting;
      const [entry] = await tx<Entry[]>`
        select id, outcome from ledger.post(${city}, ${key}, ${print}, ${kind},
          ${amount.toString()}::bigint, ${account}, ${hold}, ${payee},
          app.now() + ${late ? '-1 hour' : '90 days'}::interval, ${of}::uuid)`;
      if (!entry) throw new Error('The ledger did not answer.');
      return { id: entry.id, outcome: entry.outcome };
    }),
  );

/** One world of a sequence: a programme's pool with two parts, and the organisations that hold vouchers and get paid. */
type Real = { pools: string[]; holders: string[]; vendors: string[] };

/** Reads everything that the database has of a world, in one statement. */
async function readLedger({ pools }: Real): Promise<Record<string, string>> {
  const rows = await database.superuser<{ id: string; shown: string }[]>`
    with a as (select * from ledger.accounts where pool_id = any(${pools}::uuid[])),
      h as (select * from ledger.holds where account_id in (select id from a))
    select id, concat_ws(' ', 'pool', budget_fen, committed_fen, allotted_fen) as shown
      from ledger.pools where id = any(${pools}::uuid[])
    union all select id, concat_ws(' ', 'account', granted_fen, held_fen, spent_fen, returned_fen) from a
    union all select id, concat_ws(' ', 'hold', amount_fen, claimed_fen, captured_fen, released_fen, reversed_fen)
      from h
    union all select l.settlement_id, concat_ws(' ', 'settlement', sum(l.amount_fen))
      from ledger.settlement_lines l join ledger.entries e on e.id = l.entry_id
      where e.hold_id in (select id from h) group by l.settlement_id`;
  return Object.fromEntries(rows.map(({ id, shown }) => [id, shown]));
}

/** Counts what has happened, so that a suite that never reaches something is noticed. */
const seen = new Map<string, number>();

const at = <T>(list: readonly T[], n: number): T | undefined => list[n % Math.max(1, list.length)];

/** Does something and names what happened, or does nothing. After it the database and the model must show the same. */
abstract class Step implements fc.AsyncCommand<LedgerModel, Real> {
  check = () => true;
  abstract act(model: LedgerModel, real: Real): Promise<string | undefined>;
  async run(model: LedgerModel, real: Real): Promise<void> {
    const happened = await this.act(model, real);
    if (happened === undefined) return;
    seen.set(happened, (seen.get(happened) ?? 0) + 1);
    expect(await readLedger(real)).toEqual(model.shown());
  }
}

type Drawn = {
  kind: Posting['kind'];
  amount: bigint;
  account: number;
  hold: number;
  payee: number;
  of: number;
  late: boolean;
  /** Who sends it: mostly somebody who may. */
  by: 'city' | 'holder' | 'payee' | 'other' | 'other_city';
  /** Whether the amount is cut to what is left. */
  fits: boolean;
  /** Whether it names something that does not belong together, as a forged request would. */
  astray: boolean;
};

class Post extends Step {
  constructor(private readonly drawn: Drawn) {
    super();
  }

  /** Chooses among what is there: mostly what belongs together, and of which something is left. */
  private choose(model: LedgerModel, { holders, vendors }: Real): Posting | undefined {
    const { kind, late, by, astray, fits } = this.drawn;
    const isFollowing = ['reverse', 'repay', 'write_off'].includes(kind);
    const isOnHold = isFollowing || ['claim', 'unclaim', 'capture', 'release'].includes(kind);
    const pick = (ids: Iterable<string>, n: number) => {
      const all = [...ids];
      const fitting = all.filter((id) => model.mostOf(kind, id) > 0n);
      return at(fits ? fitting : all, n);
    };
    const followable = [...model.entries].filter(
      ([, one]) => astray || one.kind === (kind === 'reverse' ? 'capture' : 'reverse'),
    );
    const followed = isFollowing
      ? pick(
          followable.map(([id]) => id),
          this.drawn.of,
        )
      : undefined;
    const ofFollowed = astray ? undefined : model.entries.get(followed ?? '')?.hold;
    const holdId = isOnHold ? (ofFollowed ?? pick(model.holds.keys(), this.drawn.hold)) : undefined;
    const hold = holdId === undefined ? undefined : model.holds.get(holdId);
    const drawnAccount = pick(model.accounts.keys(), this.drawn.account);
    const account = hold && !astray ? hold.account : drawnAccount;
    if (account === undefined || (fits && isOnHold && holdId === undefined)) return undefined;
    const holder = model.accounts.get(account)?.holder ?? '';
    // A hold in favour of its own holder is that of a programme whose start-ups pay first.
    const drawnPayee = at([...vendors, holder], this.drawn.payee) ?? '';
    const payee = hold && !astray ? hold.payee : drawnPayee;
    const other = holders.find((one) => one !== holder) ?? '';
    const most = model.mostOf(kind, followed ?? holdId ?? account);
    const amount = fits && most > 0n && this.drawn.amount > most ? most : this.drawn.amount;
    const sender = { city: 'city', other_city: 'other_city', holder, payee, other }[by];
    return {
      key: randomUUID(),
      print: 'print',
      kind,
      amount,
      account,
      hold: kind === 'hold' ? randomUUID() : isOnHold ? (holdId ?? randomUUID()) : null,
      payee: kind === 'hold' || isOnHold ? payee : null,
      of: followed ?? null,
      late,
      sender,
    };
  }

  override async act(model: LedgerModel, real: Real): Promise<string | undefined> {
    const posting = this.choose(model, real);
    if (!posting) return undefined;
    const refused = model.refusal(posting);
    const why = refused ?? model.objection(posting);
    const answer = await post(posting);
    if (refused !== undefined || typeof answer === 'string') {
      expect(answer).toBe(refused);
      return refused;
    }
    expect(answer.outcome).toBe(why ? `declined:${why}` : 'posted');
    model.sent.set(posting.key, { posting, entry: answer });
    if (why) return why;
    model.apply(posting, answer.id);
    const isOwn = posting.kind === 'hold' && real.holders.includes(posting.payee ?? '');
    return isOwn ? 'own hold' : posting.kind;
  }

  override toString = () =>
    JSON.stringify(this.drawn, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    );
}

/** Sends a posting again under its key: the same, or with other contents. */
class Again extends Step {
  constructor(
    private readonly nth: number,
    private readonly changed: boolean,
  ) {
    super();
  }
  override async act(model: LedgerModel): Promise<string | undefined> {
    const before = at([...model.sent.values()], this.nth);
    if (!before) return undefined;
    const posting = { ...before.posting, ...(this.changed && { print: 'another' }) };
    // A sender who has lost the right since the first sending is refused.
    const refused = model.refusal(posting);
    const outcome = `repeated:${before.entry.outcome}`;
    expect(await post(posting)).toEqual(refused ?? { id: before.entry.id, outcome });
    return refused === undefined ? 'repeated' : refused === 'LG422' ? 'changed' : refused;
  }
  override toString = () => `again(${this.nth}, ${String(this.changed)})`;
}

class Freeze extends Step {
  constructor(private readonly nth: number) {
    super();
  }
  override async act(model: LedgerModel): Promise<string | undefined> {
    const [id, account] = at([...model.accounts], this.nth) ?? [];
    if (id === undefined || !account) return undefined;
    account.frozen = !account.frozen;
    await within('city', (tx) => tx`select ledger.set_frozen(${city}, ${id}, ${account.frozen})`);
  }
  override toString = () => `freeze(${this.nth})`;
}

/** Lets the term of a voucher end. */
class End extends Step {
  constructor(private readonly nth: number) {
    super();
  }
  override async act(model: LedgerModel): Promise<string | undefined> {
    const [id, account] = at([...model.accounts], this.nth) ?? [];
    if (id === undefined || !account) return undefined;
    account.ended = true;
    await database.superuser`update ledger.accounts set valid_to = app.now() - interval '1 second' where id = ${id}`;
    return 'end';
  }
  override toString = () => `end(${this.nth})`;
}

class SetBudget extends Step {
  constructor(
    private readonly nth: number,
    private readonly budget: bigint,
  ) {
    super();
  }
  override async act(model: LedgerModel, { pools }: Real): Promise<string | undefined> {
    const id = at(pools, this.nth) ?? '';
    const rejected = model.setBudget(id, this.budget);
    const answer = await answerOf(setBudget(pools, id, this.budget).then(() => undefined));
    expect(answer).toBe(rejected);
    return rejected ?? 'budget';
  }
  override toString = () => `setBudget(${this.nth}, ${this.budget.toString()})`;
}

const setBudget = ([parent = '']: readonly string[], id: string, budget: bigint) =>
  within('city', (tx) =>
    id === parent
      ? tx`select ledger.set_budget(${city}, ${id}, ${budget.toString()}::bigint)`
      : tx`select ledger.set_sub_budget(${city}, ${parent}, ${id}, ${budget.toString()}::bigint)`,
  );

/** Settles with a payee: anew, or once more into a settlement that is not paid yet, which may be another payee's. */
class Settle extends Step {
  constructor(
    private readonly nth: number,
    private readonly into: number | null,
  ) {
    super();
  }
  override async act(model: LedgerModel, { holders, vendors }: Real): Promise<string | undefined> {
    const payee = at([...vendors, ...holders], this.nth) ?? '';
    const before = this.into === null ? undefined : at([...model.settlements.keys()], this.into);
    const id = before ?? randomUUID();
    const isTakingDebt = [...model.entries.values()].some(
      (one) => one.payee === payee && one.kind === 'reverse' && !one.settled,
    );
    const expected = model.settle(id, payee);
    const answer = await answerOf(
      within('city', async (tx) => {
        const [row] = await tx<{ total: string }[]>`
          select ledger.settle(${city}, ${id}, ${payee})::text as total`;
        return BigInt(row?.total ?? '-1');
      }),
    );
    expect(answer).toBe(expected);
    if (typeof expected === 'string') return 'another payee';
    return expected === 0n ? 'nothing to settle' : isTakingDebt ? 'netted settlement' : 'settle';
  }
  override toString = () => `settle(${this.nth}, ${this.into})`;
}

/** Issues a list of vouchers at once, perhaps paid out at once as where start-ups have paid already. */
class IssueMany extends Step {
  constructor(
    private readonly pool: number,
    private readonly amounts: readonly bigint[],
    private readonly payOut: boolean,
  ) {
    super();
  }
  override async act(model: LedgerModel, { pools, holders }: Real): Promise<string | undefined> {
    const pool = at(pools, this.pool) ?? '';
    const rows = this.amounts.map((amount, n) => ({
      key: randomUUID(),
      voucher: randomUUID(),
      organisation: at(holders, n) ?? '',
      amount: Number(amount),
      hold: randomUUID(),
    }));
    const why = model.objectionToList(pool, this.amounts);
    const [answer] = await within(
      'city',
      (tx) => tx<{ outcome: string }[]>`
        select ledger.issue_many(${city}, ${pool}, ${city},
          (select jsonb_agg(one || jsonb_build_object('valid_to', app.now() + interval '1 year'))
            from jsonb_array_elements(${tx.json(rows)}) one), ${this.payOut}) as outcome`,
    );
    expect(answer?.outcome).toBe(why ? `declined:${why}` : 'posted');
    if (why) return 'list declined';
    const captures = await database.superuser<{ id: string; hold: string }[]>`
      select id, hold_id as hold from ledger.entries
      where kind = 'capture' and hold_id = any(${rows.map(({ hold }) => hold)}::uuid[])`;
    const none = { granted: 0n, held: 0n, spent: 0n, returned: 0n, frozen: false, ended: false };
    for (const [n, { voucher: account, organisation: holder, hold }] of rows.entries()) {
      model.accounts.set(account, { pool, holder, ...none });
      const common = { key: '', print: '', amount: this.amounts[n] ?? 0n, account, of: null };
      const city = { ...common, late: false, sender: 'city' };
      const entry = captures.find((one) => one.hold === hold)?.id ?? '';
      model.apply({ ...city, kind: 'issue', hold: null, payee: null }, '');
      for (const kind of this.payOut ? (['hold', 'claim', 'capture'] as const) : []) {
        model.apply({ ...city, kind, hold, payee: holder }, entry);
      }
    }
    return this.payOut ? 'list paid out' : 'list';
  }
  override toString = () =>
    `issueMany(${this.pool}, ${this.amounts.join('+')}, ${String(this.payOut)})`;
}

const amounts = fc.bigInt({ min: 1n, max: 120n });
const posted = (weight: number, ...kinds: Posting['kind'][]) => ({
  weight,
  arbitrary: fc
    .record({
      kind: fc.constantFrom(...kinds),
      amount: amounts,
      account: fc.nat(9),
      hold: fc.nat(9),
      payee: fc.nat(9),
      of: fc.nat(9),
      late: fc.nat(7).map((n) => n === 7),
      by: fc.oneof(
        { weight: 24, arbitrary: fc.constant('city' as const) },
        { weight: 4, arbitrary: fc.constantFrom('holder' as const, 'payee' as const) },
        { weight: 1, arbitrary: fc.constantFrom('other' as const, 'other_city' as const) },
      ),
      fits: fc.nat(4).map((n) => n !== 4),
      astray: fc.nat(11).map((n) => n === 11),
    })
    .map((drawn) => new Post(drawn)),
});
const other = <T extends Step>(weight: number, arbitrary: fc.Arbitrary<T>) => ({
  weight,
  arbitrary,
});
const step = fc.oneof(
  posted(5, 'issue'),
  posted(7, 'hold'),
  posted(9, 'claim'),
  posted(8, 'capture'),
  posted(4, 'unclaim', 'release', 'expire', 'clawback'),
  posted(7, 'reverse'),
  posted(6, 'repay', 'write_off'),
  other(
    4,
    fc.tuple(fc.nat(9), fc.boolean()).map((drawn) => new Again(...drawn)),
  ),
  other(
    1,
    fc.nat(9).map((n) => new Freeze(n)),
  ),
  other(
    1,
    fc.nat(9).map((n) => new End(n)),
  ),
  other(
    2,
    fc.tuple(fc.nat(2), fc.bigInt({ min: 0n, max: 700n })).map((drawn) => new SetBudget(...drawn)),
  ),
  other(
    5,
    fc.tuple(fc.nat(9), fc.option(fc.nat(4))).map((drawn) => new Settle(...drawn)),
  ),
  other(
    1,
    fc
      .tuple(fc.nat(2), fc.array(amounts, { minLength: 1, maxLength: 3 }), fc.boolean())
      .map((drawn) => new IssueMany(...drawn)),
  ),
) as fc.Arbitrary<Step>;

const budgets = fc.tuple(
  fc.bigInt({ min: 200n, max: 900n }),
  fc.bigInt({ min: 0n, max: 450n }),
  fc.bigInt({ min: 0n, max: 450n }),
);

/** Opens a world and its model: a pool, two parts where they fit, and a voucher of each. */
async function open(drawn: readonly bigint[]): Promise<{ model: LedgerModel; real: Real }> {
  const pools = drawn.map(() => randomUUID());
  const [parent = ''] = pools;
  const [budget = 0n, ...parts] = drawn;
  const fitting = parts.reduce((sum, one) => sum + one, 0n) <= budget ? parts : [0n, 0n];
  const model = new LedgerModel();
  const holders = [randomUUID(), randomUUID()];
  for (const [n, id] of pools.entries()) {
    const own = n === 0 ? budget : (fitting[n - 1] ?? 0n);
    await setBudget(pools, id, own);
    const allotted = n === 0 ? fitting.reduce((sum, one) => sum + one, 0n) : 0n;
    model.pools.set(id, { parent: n === 0 ? null : parent, budget: own, committed: 0n, allotted });
    const account = randomUUID();
    const holder = at(holders, n) ?? '';
    await within(
      'city',
      (tx) =>
        tx`select ledger.open_account(${city}, ${id}, ${account}, ${holder}, app.now() + interval '1 year')`,
    );
    const none = { granted: 0n, held: 0n, spent: 0n, returned: 0n };
    model.accounts.set(account, { pool: id, holder, frozen: false, ended: false, ...none });
  }
  return { model, real: { pools, holders, vendors: [randomUUID(), randomUUID()] } };
}

it(
  `agrees with a model of it over ${sequences} random sequences, and explains every balance`,
  { timeout: 600_000 + sequences * 500 },
  async () => {
    const seed = fc.readConfigureGlobal().seed ?? 0;
    const lane = (n: number) =>
      fc.assert(
        fc.asyncProperty(
          fc.commands([step], { maxCommands: longest, size: 'max' }),
          budgets,
          async (commands, drawn) => {
            const { model, real } = await open(drawn);
            await fc.asyncModelRun(() => ({ model, real }), commands);
            expect(model.unbalanced()).toEqual([]);
          },
        ),
        { numRuns: Math.ceil(sequences / lanes), seed: seed + n },
      );
    await Promise.all(Array.from({ length: lanes }, (_, n) => lane(n)));
    const breaks = await within('city', (tx) => tx`select * from ledger.journal_breaks`);
    expect(breaks).toEqual([]);
    const steps = [...seen.values()].reduce((sum, n) => sum + n, 0);
    const told = [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([what, n]) => `${what} ${n}`);
    process.stdout.write(
      `Ledger model: ${sequences} sequences, ${steps} steps, seed ${seed}. ${told.join(', ')}\n`,
    );
    const must = [
      ...postingKinds,
      ...['own hold', 'settle', 'netted settlement', 'nothing to settle', 'another payee'],
      ...['list', 'list paid out', 'list declined', 'repeated', 'changed', 'budget', 'LG403'],
      ...['no_hold', 'no_entry', 'frozen', 'expired', 'hold_expired', 'not_due', 'netted'],
      ...['exceeds_claimed', 'exceeds_hold', 'exceeds_captured', 'exceeds_owed', 'insufficient'],
      ...['budget_exhausted', 'pools_within_budget', 'pools_allotted_within_budget'],
    ];
    expect(must.filter((what) => !seen.has(what))).toEqual([]);
  },
);
