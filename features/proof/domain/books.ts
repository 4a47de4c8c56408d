import { Findings, type Found } from './findings';
import type { BookRecord, Finding, RowValues } from './records';
import { figureNames, reconcile, type FigureName, type Figures } from './reconciliation';

type Of<Is extends BookRecord['is']> = Extract<BookRecord, { is: Is }>;

/** Sums by name, in fen. */
type Sums<Name extends string> = Record<Name, bigint>;
const accountCounters = ['granted', 'held', 'spent', 'returned'] as const;
const holdCounters = ['amount', 'claimed', 'captured', 'released', 'reversed'] as const;
type AccountSums = Sums<(typeof accountCounters)[number]>;
type HoldSums = Sums<(typeof holdCounters)[number]>;

const noAccount = (): AccountSums => ({ granted: 0n, held: 0n, spent: 0n, returned: 0n });
const noHold = (): HoldSums => ({
  amount: 0n,
  claimed: 0n,
  captured: 0n,
  released: 0n,
  reversed: 0n,
});

const noFigures = (): Record<FigureName, bigint> =>
  Object.fromEntries(figureNames.map((name) => [name, 0n])) as Record<FigureName, bigint>;

/** The places of an entry's values, as they are sealed. */
const place = { id: 2, kind: 3, amount: 4, account: 5, hold: 6, outcome: 12 } as const;

/** Adds to what a map has under a key. */
const add = <K>(map: Map<K, bigint>, key: K, amount: bigint) =>
  map.set(key, (map.get(key) ?? 0n) + amount);

/** Returns the counters that differ, each by how much, or nothing where all agree. */
function difference<Name extends string>(
  names: readonly Name[],
  counted: Readonly<Record<Name, string>> | undefined,
  summed: Sums<Name>,
): Record<string, string> | undefined {
  const by = names.map((name) => [name, BigInt(counted?.[name] ?? 0) - summed[name]] as const);
  if (by.every(([, fen]) => fen === 0n)) return undefined;
  return Object.fromEntries(by.map(([name, fen]) => [name, fen.toString()]));
}

/**
 * Adds the journal up once more, without the database's own functions, and compares it with every counter, with the lines of
 * settlements and with the payments. The rules come before the entries, and everything else after them.
 */
export class BooksCheck {
  readonly #findings = new Findings();
  readonly #rules = new Map<string, Of<'rule'>>();
  readonly #accounts = new Map<string, AccountSums>();
  readonly #holds = new Map<string, HoldSums>();
  /** What a settlement may take: captures, repayments and write-offs up, reversals down. */
  readonly #payables = new Map<string, { amount: bigint; captured: boolean }>();
  /** What a pool bears of a voucher beside what it cost: written-off debts. */
  readonly #borne = new Map<string, bigint>();
  readonly #pools = new Map<string, Of<'pool'>>();
  readonly #committedIn = new Map<string, bigint>();
  readonly #settled = new Map<string, bigint>();
  /** What the movements of each advance leave. */
  readonly #advances = new Map<string, bigint>();
  readonly #figures = noFigures();
  readonly #released = new Map<string, bigint>();
  #entries = 0;

  /** Adds an entry of the journal, sealed or not. */
  entry(values: RowValues): void {
    this.#entries += 1;
    if (values[place.outcome] !== 'posted') return;
    const kind = values[place.kind] ?? '';
    const rule = this.#rules.get(kind);
    const id = values[place.id] ?? '';
    if (!rule) {
      this.#find('entry', id, { kind });
      return;
    }
    const amount = BigInt(values[place.amount] ?? 0);
    const by = (factor: number) => BigInt(factor) * amount;
    const accountId = values[place.account] ?? '';
    const account = this.#accounts.get(accountId) ?? noAccount();
    for (const name of accountCounters) account[name] += by(rule[name]);
    this.#accounts.set(accountId, account);
    this.#figures.committed += by(rule.pool);
    this.#figures.issued += by(rule.granted);
    if (rule.payable !== 0) {
      this.#payables.set(id, { amount: by(rule.payable), captured: rule.captured > 0 });
    }
    const borne = by(rule.pool) - by(rule.granted) + by(rule.returned);
    if (borne !== 0n) add(this.#borne, accountId, borne);
    const holdId = values[place.hold];
    if (!holdId) return;
    const hold = this.#holds.get(holdId) ?? noHold();
    hold.claimed += by(rule.claimed);
    hold.captured += by(rule.captured);
    hold.released += by(rule.released);
    hold.reversed += by(rule.reversed);
    if (kind === 'hold') hold.amount += amount;
    this.#holds.set(holdId, hold);
  }

  take(record: BookRecord): void {
    switch (record.is) {
      case 'rule':
        this.#rules.set(record.kind, record);
        break;
      case 'account':
        this.#account(record);
        break;
      case 'hold':
        this.#hold(record);
        break;
      case 'pool':
        this.#pools.set(record.id, record);
        break;
      case 'line':
        this.#line(record);
        break;
      case 'movement':
        this.#movement(record);
        break;
      case 'advance':
        this.#advance(record);
        break;
      case 'payment':
        this.#payment(record);
        break;
      case 'promise':
        this.#figures.promised += BigInt(record.amount);
        break;
      case 'budget':
        this.#released.set(record.pool, BigInt(record.amount));
        break;
      case 'break':
        this.#find(record.thing, record.id, record.difference);
    }
  }

  end(): Found & { entries: number; figures: Figures } {
    for (const [id, sums] of this.#accounts) this.#compare('account', id, undefined, sums);
    for (const [id, sums] of this.#holds) {
      const by = difference(holdCounters, undefined, sums);
      if (by) this.#find('hold', id, by);
    }
    for (const { amount, captured } of this.#payables.values()) {
      if (captured) this.#figures.due += amount;
    }
    for (const pool of this.#pools.values()) this.#pool(pool);
    for (const [id, balance] of this.#advances) {
      if (balance !== 0n) this.#find('advance', id, { balance: (-balance).toString() });
    }
    for (const [id, amount] of this.#settled) {
      this.#find('payment', id, { amount: amount.toString() });
    }
    return { entries: this.#entries, figures: this.#figures, ...this.#findings.all() };
  }

  #find(name: string, subject: string, detail: Readonly<Record<string, string>>): void {
    this.#findings.add({ source: 'books', name, subject, detail });
  }

  #compare(name: 'account', id: string, counted: Of<'account'> | undefined, sums: AccountSums) {
    const by = difference(accountCounters, counted, sums);
    if (by) this.#find(name, id, by);
  }

  #account(account: Of<'account'>): void {
    this.#compare('account', account.id, account, this.#accounts.get(account.id) ?? noAccount());
    this.#accounts.delete(account.id);
    const [granted, held, spent, returned] = accountCounters.map((name) => BigInt(account[name]));
    if (granted === undefined || held === undefined) return;
    if (spent === undefined || returned === undefined) return;
    add(this.#committedIn, account.pool, granted - returned + (this.#borne.get(account.id) ?? 0n));
    this.#figures.held += held;
    this.#figures.spent += spent;
    this.#figures.returned += returned;
    this.#figures.available += granted - held - spent - returned;
  }

  #hold(hold: Of<'hold'>): void {
    const by = difference(holdCounters, hold, this.#holds.get(hold.id) ?? noHold());
    if (by) this.#find('hold', hold.id, by);
    this.#holds.delete(hold.id);
    this.#figures.redeemed += BigInt(hold.captured);
  }

  #line(line: Of<'line'>): void {
    const amount = BigInt(line.amount);
    const payable = this.#payables.get(line.entry);
    if (payable?.amount !== amount) {
      const by = amount - (payable?.amount ?? 0n);
      this.#find('settlement_line', line.entry, { amount: by.toString() });
    }
    this.#payables.delete(line.entry);
    add(this.#settled, line.settlement, amount);
    // What a payee repaid or need not pay takes off what its payments are netted by.
    if (payable?.captured ?? amount > 0n) this.#figures.settled += amount;
    else this.#figures.clawedBack -= amount;
  }

  /** Adds a movement of an advance to the advance, and to the payment that it belongs to. */
  #movement({ advance, kind, settlement, amount }: Of<'movement'>): void {
    const fen = BigInt(amount);
    const signed = kind === 'advance' || kind === 'refill' ? fen : -fen;
    add(this.#advances, advance, signed);
    if (settlement !== null) add(this.#settled, settlement, signed);
    if (signed > 0n || kind === 'cancel') this.#figures.advanced += signed;
    else if (kind === 'draw') this.#figures.drawn += fen;
    else this.#figures.paidBack += fen;
  }

  #advance({ id, balance }: Of<'advance'>): void {
    const by = BigInt(balance) - (this.#advances.get(id) ?? 0n);
    if (by !== 0n) this.#find('advance', id, { balance: by.toString() });
    this.#advances.delete(id);
    this.#figures.inAdvance += BigInt(balance);
  }

  #payment(payment: Of<'payment'>): void {
    const amount = BigInt(payment.amount);
    const lines = this.#settled.get(payment.id) ?? 0n;
    if (lines !== amount) {
      this.#find('payment', payment.id, { amount: (lines - amount).toString() });
    }
    this.#settled.delete(payment.id);
    if (payment.state === 'paid') this.#figures.paid += amount;
    else if (payment.state === 'failed') this.#figures.failed += amount;
    else this.#figures.open += amount;
  }

  #pool(pool: Of<'pool'>): void {
    const parts = [...this.#pools.values()].filter(({ parent }) => parent === pool.id);
    const ofParts = (name: 'committed' | 'budget') =>
      parts.reduce((sum, part) => sum + BigInt(part[name]), 0n);
    const committed =
      BigInt(pool.committed) - (this.#committedIn.get(pool.id) ?? 0n) - ofParts('committed');
    const allotted = BigInt(pool.allotted) - ofParts('budget');
    if (committed !== 0n || allotted !== 0n) {
      const detail = { committed: committed.toString(), allotted: allotted.toString() };
      this.#find('pool', pool.id, detail);
    }
    if (pool.parent !== null) return;
    this.#figures.budget += this.#released.get(pool.id) ?? BigInt(pool.budget);
    this.#figures.left += BigInt(pool.budget) - BigInt(pool.committed) - BigInt(pool.promised);
  }
}

/** Returns a finding for each identity that does not hold. */
export const dayFindings = (day: string, figures: Figures): Finding[] =>
  reconcile(figures)
    .filter(({ differenceFen }) => differenceFen !== 0n)
    .map(({ name, whole, sumFen, differenceFen }) => ({
      source: 'day',
      name,
      subject: day,
      detail: {
        whole: whole.fen.toString(),
        parts: sumFen.toString(),
        difference: differenceFen.toString(),
      },
    }));
