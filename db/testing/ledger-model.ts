/**
 * Computes what the ledger must do, a second time and without SQL. It repeats the table of features/ledger/README.md in its own
 * words, so that a slip in one of the two is a difference between them.
 */

export const postingKinds = [
  'issue',
  'hold',
  'claim',
  'unclaim',
  'capture',
  'release',
  'reverse',
  'repay',
  'write_off',
  'expire',
  'clawback',
] as const;
export type PostingKind = (typeof postingKinds)[number];

/** The sender of a posting: the city, or an organisation, named by its id; `other_city` is a city that has nothing to do with it. */
export type Sender = 'city' | 'other_city' | (string & {});

export type Posting = {
  key: string;
  print: string;
  kind: PostingKind;
  amount: bigint;
  account: string;
  hold: string | null;
  payee: string | null;
  /** The entry that it undoes or pays back. */
  of: string | null;
  /** Whether the term of a new hold is over at once. */
  late: boolean;
  sender: Sender;
};

type Pool = { parent: string | null; budget: bigint; committed: bigint; allotted: bigint };
type Account = {
  pool: string;
  holder: string;
  frozen: boolean;
  ended: boolean;
  granted: bigint;
  held: bigint;
  spent: bigint;
  returned: bigint;
};
type Hold = {
  account: string;
  payee: string;
  late: boolean;
  amount: bigint;
  claimed: bigint;
  captured: bigint;
  released: bigint;
  reversed: bigint;
};
/** A posted entry that changes what a payee gets, or that others follow. */
type Entry = {
  kind: PostingKind;
  hold: string;
  payee: string;
  amount: bigint;
  undone: bigint;
  settled: boolean;
};

const parties: Readonly<Record<PostingKind, readonly string[]>> = {
  issue: ['city'],
  hold: ['city', 'holder', 'payee'],
  claim: ['city', 'vendor', 'payee'],
  unclaim: ['city', 'payee'],
  capture: ['city'],
  release: ['city', 'holder', 'payee'],
  reverse: ['city'],
  repay: ['city'],
  write_off: ['city'],
  expire: ['city'],
  clawback: ['city'],
};
const follows: Readonly<Partial<Record<PostingKind, PostingKind>>> = {
  reverse: 'capture',
  repay: 'reverse',
  write_off: 'reverse',
};
/** What one fen changes between the city and a payee. */
const payable: Readonly<Partial<Record<PostingKind, bigint>>> = {
  capture: 1n,
  reverse: -1n,
  repay: 1n,
  write_off: 1n,
};

export class LedgerModel {
  readonly pools = new Map<string, Pool>();
  readonly accounts = new Map<string, Account>();
  readonly holds = new Map<string, Hold>();
  readonly entries = new Map<string, Entry>();
  /** What each settlement pays to whom. */
  readonly settlements = new Map<string, { payee: string; total: bigint }>();
  readonly sent = new Map<string, { posting: Posting; entry: { id: string; outcome: string } }>();

  /** Returns what a sender is to a posting: a party, or nobody. */
  private partyOf({ sender, account: id, hold: holdId }: Posting): string | undefined {
    const account = this.accounts.get(id);
    const hold = holdId === null ? undefined : this.holds.get(holdId);
    const own = hold?.account === id ? hold : undefined;
    if (sender === 'city') return 'city';
    if (sender === account?.holder) return own?.payee === sender ? 'payee' : 'holder';
    return own !== undefined && own.payee === sender ? 'vendor' : undefined;
  }

  /** Returns the error with which a posting must be refused before it is an entry, or undefined. */
  refusal(posting: Posting): string | undefined {
    const party = this.partyOf(posting);
    if (party === undefined || !parties[posting.kind].includes(party)) return 'LG403';
    const before = this.sent.get(posting.key);
    return before && before.posting.print !== posting.print ? 'LG422' : undefined;
  }

  /** Returns why a posting must be declined, or undefined. The first reason in this order is the one that is recorded. */
  objection(posting: Posting): string | undefined {
    const { kind, amount, hold: holdId, payee } = posting;
    const account = this.accounts.get(posting.account);
    const found = holdId === null ? undefined : this.holds.get(holdId);
    const hold = found?.account === posting.account && found.payee === payee ? found : undefined;
    const needsHold = !['issue', 'hold', 'expire', 'clawback'].includes(kind);
    if (!account) throw new Error('A posting of the model has no account.');
    if (needsHold && !hold) return 'no_hold';
    const why = follows[kind] && this.objectionOfFollowed(posting);
    if (why) return why;
    if (account.frozen && ['hold', 'claim', 'capture'].includes(kind)) return 'frozen';
    if (kind === 'hold' && account.ended) return 'expired';
    if (kind === 'claim' && hold?.late) return 'hold_expired';
    if (kind === 'expire' && !account.ended) return 'not_due';
    if (hold) {
      const open = hold.amount - hold.claimed - hold.captured - hold.released;
      if (['unclaim', 'capture'].includes(kind) && amount > hold.claimed) return 'exceeds_claimed';
      if (['claim', 'release'].includes(kind) && amount > open) return 'exceeds_hold';
    }
    const available = account.granted - account.held - account.spent - account.returned;
    if (['hold', 'expire', 'clawback'].includes(kind) && amount > available) return 'insufficient';
    const commits = kind === 'issue' || kind === 'write_off';
    return commits && amount > this.roomOf(account.pool) ? 'budget_exhausted' : undefined;
  }

  private objectionOfFollowed({ kind, amount, hold, of }: Posting): string | undefined {
    const followed = of === null ? undefined : this.entries.get(of);
    if (followed?.kind !== follows[kind] || followed?.hold !== hold) return 'no_entry';
    if (kind !== 'reverse' && followed.settled) return 'netted';
    if (followed.undone + amount <= followed.amount) return undefined;
    return kind === 'reverse' ? 'exceeds_captured' : 'exceeds_owed';
  }

  /** Returns what may still be committed in a pool and in the one above it. */
  private roomOf(id: string): bigint {
    const pool = this.pools.get(id);
    if (!pool) return 0n;
    const own = pool.budget - pool.committed;
    const above = pool.parent === null ? own : this.roomOf(pool.parent);
    return own < above ? own : above;
  }

  /** Returns the most that a kind may post now, as far as amounts alone decide. A test draws amounts that fit with it. */
  mostOf(kind: PostingKind, id: string): bigint {
    const account = this.accounts.get(id);
    const hold = this.holds.get(id);
    const entry = this.entries.get(id);
    if (account && kind === 'issue') return this.roomOf(account.pool);
    if (kind === 'expire' && account?.ended === false) return 0n;
    if (account) return account.granted - account.held - account.spent - account.returned;
    if (hold && (kind === 'unclaim' || kind === 'capture')) return hold.claimed;
    if (hold) return hold.amount - hold.claimed - hold.captured - hold.released;
    if (entry?.kind !== follows[kind] || (kind !== 'reverse' && entry?.settled)) return 0n;
    return entry ? entry.amount - entry.undone : 0n;
  }

  private commit(id: string, delta: bigint): void {
    const pool = this.pools.get(id);
    if (!pool) return;
    pool.committed += delta;
    if (pool.parent !== null) this.commit(pool.parent, delta);
  }

  /** Applies a posting that was accepted. */
  apply(posting: Posting, entryId: string): void {
    const { kind, amount, payee, late } = posting;
    const account = this.accounts.get(posting.account);
    if (!account) throw new Error('A posting of the model has no account.');
    if (kind === 'hold' && posting.hold !== null && payee !== null) {
      const none = { claimed: 0n, captured: 0n, released: 0n, reversed: 0n };
      this.holds.set(posting.hold, { account: posting.account, payee, late, amount, ...none });
    }
    const hold = posting.hold === null ? undefined : this.holds.get(posting.hold);
    this.move(posting, account, hold);
    const followed =
      posting.of !== null && follows[kind] ? this.entries.get(posting.of) : undefined;
    if (followed) followed.undone += amount;
    if (payable[kind] !== undefined && hold && posting.hold !== null) {
      const { payee: to } = hold;
      const entry = { kind, hold: posting.hold, payee: to, amount, undone: 0n, settled: false };
      this.entries.set(entryId, entry);
    }
  }

  private move({ kind, amount }: Posting, account: Account, hold: Hold | undefined): void {
    if (kind === 'issue') {
      account.granted += amount;
      this.commit(account.pool, amount);
    } else if (kind === 'hold') account.held += amount;
    else if (kind === 'write_off') this.commit(account.pool, amount);
    else if (kind === 'expire' || kind === 'clawback') {
      account.returned += amount;
      this.commit(account.pool, -amount);
    } else if (hold) {
      if (kind === 'claim') hold.claimed += amount;
      if (kind === 'unclaim' || kind === 'capture') hold.claimed -= amount;
      if (kind === 'capture') hold.captured += amount;
      if (kind === 'release') hold.released += amount;
      if (kind === 'capture' || kind === 'release') account.held -= amount;
      if (kind === 'capture') account.spent += amount;
      if (kind === 'reverse') {
        hold.reversed += amount;
        account.spent -= amount;
      }
    }
  }

  /** Settles with a payee; returns the settlement's sum, or the error with which it is refused. */
  settle(id: string, payee: string): bigint | string {
    const before = this.settlements.get(id);
    if (before && before.payee !== payee) return 'LG403';
    const waiting = [...this.entries.values()].filter((one) => one.payee === payee && !one.settled);
    const open = waiting.reduce(
      (sum, { kind, amount }) => sum + (payable[kind] ?? 0n) * amount,
      0n,
    );
    const total = (before?.total ?? 0n) + open;
    if (total <= 0n) return 0n;
    for (const entry of waiting) entry.settled = true;
    if (waiting.length > 0) this.settlements.set(id, { payee, total });
    return total;
  }

  /** Changes a budget; returns the constraint that rejects it, or undefined. PostgreSQL checks in the order of the names. */
  setBudget(id: string, budget: bigint): string | undefined {
    const pool = this.pools.get(id);
    if (!pool) throw new Error('A budget of the model has no pool.');
    if (budget < pool.allotted) return 'pools_allotted_within_budget';
    if (budget < pool.committed) return 'pools_within_budget';
    const parent = pool.parent === null ? undefined : this.pools.get(pool.parent);
    if (parent) {
      const allotted = parent.allotted + budget - pool.budget;
      if (allotted > parent.budget) return 'pools_allotted_within_budget';
      parent.allotted = allotted;
    }
    pool.budget = budget;
    return undefined;
  }

  /** Returns why a list of vouchers must be declined as a whole, or undefined. */
  objectionToList(pool: string, amounts: readonly bigint[]): string | undefined {
    const total = amounts.reduce((sum, one) => sum + one, 0n);
    return total > this.roomOf(pool) ? 'budget_exhausted' : undefined;
  }

  /** Returns everything that the database must show, as `readLedger` returns it. */
  shown(): Record<string, string> {
    const all: Record<string, string> = {};
    for (const [id, one] of this.pools) {
      all[id] = ['pool', one.budget, one.committed, one.allotted].join(' ');
    }
    for (const [id, one] of this.accounts) {
      all[id] = ['account', one.granted, one.held, one.spent, one.returned].join(' ');
    }
    for (const [id, one] of this.holds) {
      const { amount, claimed, captured, released, reversed } = one;
      all[id] = ['hold', amount, claimed, captured, released, reversed].join(' ');
    }
    for (const [id, { total }] of this.settlements) all[id] = `settlement ${total.toString()}`;
    return all;
  }

  /**
   * Adds up what each payee got: the payments less what it paid back, and what is still open, equal the captures less the
   * reversals, and what was written off for it.
   * @returns the payees for whom the two sides differ
   */
  unbalanced(): string[] {
    const sum = (payee: string, kind: PostingKind, test = (_: Entry) => true) =>
      [...this.entries.values()]
        .filter((one) => one.payee === payee && one.kind === kind && test(one))
        .reduce((total, { amount }) => total + amount, 0n);
    const payees = new Set([...this.entries.values()].map(({ payee }) => payee));
    return [...payees].filter((payee) => {
      const paid = [...this.settlements.values()]
        .filter((one) => one.payee === payee)
        .reduce((total, one) => total + one.total, 0n);
      const open = Object.entries(payable).reduce(
        (total, [kind, sign]) =>
          total + sign * sum(payee, kind as PostingKind, ({ settled }) => !settled),
        0n,
      );
      const earned = sum(payee, 'capture') - sum(payee, 'reverse') + sum(payee, 'write_off');
      return paid - sum(payee, 'repay') + open !== earned;
    });
  }
}
