import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Sha } from './chain';
import { daysDue, isLate } from './days';
import { Findings, mostFindings } from './findings';
import { readDayCursor, readHeadCursor } from './head-cursor';
import { Proof } from './proof';
import { figureNames, readFigures, storedFigures } from './reconciliation';
import { firstPrevious, lineOf, noCity, type ProofRecord, type RowValues } from './records';
import { encodeCursor } from '../../../lib/keyset';

const sha: Sha = () => {
  const hash = createHash('sha256');
  return { add: (text) => hash.update(text), end: () => hash.digest('hex') };
};
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

const city = '00000000-0000-7000-8000-00000000000c';
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const at = '2026-06-01T02:00:00.000000Z';

/** Returns an entry: its number, kind, amount, and the hold that it moves. */
const entry = (n: number, kind: string, amount: number, hold: string | null = null): RowValues => [
  ...['entry', city, id(n), kind, String(amount), 'voucher', hold],
  ...['vendor', null, 'client', `key ${n}`, 'print', 'posted', at, null],
];

const rule = (kind: string, deltas: Partial<Record<string, number>>): ProofRecord => {
  const none = { granted: 0, held: 0, spent: 0, returned: 0, pool: 0, payable: 0 };
  const ofHold = { claimed: 0, captured: 0, released: 0, reversed: 0 };
  return { is: 'rule', kind, ...none, ...ofHold, ...deltas };
};
const rules = [
  rule('issue', { granted: 1, pool: 1 }),
  rule('hold', { held: 1 }),
  rule('claim', { claimed: 1 }),
  rule('capture', { held: -1, spent: 1, claimed: -1, captured: 1, payable: 1 }),
  rule('reverse', { spent: -1, reversed: 1, payable: -1 }),
  rule('repay', { payable: 1 }),
  rule('write_off', { pool: 1, payable: 1 }),
];

const journal = [
  entry(1, 'issue', 1_000),
  entry(2, 'hold', 600, 'hold'),
  entry(3, 'claim', 500, 'hold'),
  entry(4, 'capture', 500, 'hold'),
  entry(5, 'reverse', 100, 'hold'),
];

type Over = Readonly<Record<string, unknown>>;

/** Returns a seal over rows and its records. */
function sealed(number: number, rows: readonly RowValues[], previous: string, total: number) {
  const hash = hashOf([previous, ...rows.map(lineOf)].join('\n'));
  const seal: ProofRecord = {
    is: 'seal',
    number,
    kind: 'entry',
    rows: rows.length,
    total,
    previous,
    hash,
    ranAfter: null,
  };
  const of = rows.map((values, place): ProofRecord => ({
    is: 'row',
    kind: 'entry',
    id: values[2] ?? '',
    seal: number,
    position: place + 1,
    hash: hashOf(lineOf(values)),
    values,
  }));
  return { hash, all: [seal, ...of] };
}

/** The counters and payments that agree with the journal. */
const books: readonly ProofRecord[] = [
  {
    is: 'account',
    id: 'voucher',
    pool: 'pool',
    granted: '1000',
    held: '100',
    spent: '400',
    returned: '0',
  },
  {
    is: 'hold',
    id: 'hold',
    amount: '600',
    claimed: '0',
    captured: '500',
    released: '0',
    reversed: '100',
  },
  {
    is: 'pool',
    id: 'pool',
    parent: null,
    budget: '5000',
    committed: '1000',
    promised: '250',
    allotted: '0',
  },
  { is: 'line', entry: id(4), settlement: 'payment', amount: '500' },
  { is: 'line', entry: id(5), settlement: 'payment', amount: '-100' },
  { is: 'payment', id: 'payment', state: 'paid', amount: '400' },
  { is: 'promise', case: 'case', pool: 'pool', amount: '250' },
  { is: 'budget', pool: 'pool', amount: '5000' },
];

/** Returns a city whose books are right, with seals of three and of two rows, as `change` leaves it. */
function records(
  change: (record: ProofRecord) => ProofRecord | null = (one) => one,
): ProofRecord[] {
  const first = sealed(1, journal.slice(0, 3), firstPrevious, 3);
  const second = sealed(2, journal.slice(3), first.hash, 5);
  const all: ProofRecord[] = [
    { is: 'chain', city, slug: 'qingyang', ranAt: at },
    ...rules,
    ...first.all,
    ...second.all,
    { is: 'head', day: '2026-05-31', seal: 1, hash: first.hash, total: 3 },
    ...books,
  ];
  return all.flatMap((record) => change(record) ?? []);
}

function prove(all: readonly ProofRecord[]) {
  const proof = new Proof(sha);
  for (const record of all) proof.take(record);
  const [report] = proof.end();
  if (!report) throw new Error('There is no report.');
  return report;
}
const found = (all: readonly ProofRecord[]) =>
  prove(all).findings.map(({ source, name, subject }) => `${source} ${name} ${subject}`);

/** Changes the records of one kind that fit. */
const changed =
  (is: ProofRecord['is'], fits: Over, over: Over | null) =>
  (record: ProofRecord): ProofRecord | null => {
    const hasAll = Object.entries(fits).every(([name, value]) =>
      Object.entries(record).some(([key, held]) => key === name && held === value),
    );
    if (record.is !== is || !hasAll) return record;
    return over && { ...record, ...over };
  };

describe('the proof', () => {
  it('finds nothing where everything agrees, and says how much it read', () => {
    const report = prove(records());
    expect(report).toMatchObject({ slug: 'qingyang', findings: [], found: 0, entries: 5 });
    expect(report.chain).toMatchObject({ seals: 2, rows: 5, waiting: 0, head: { seal: 2 } });
    expect(
      report.identities.map(({ whole, sumFen, differenceFen }) => [
        whole.fen,
        sumFen,
        differenceFen,
      ]),
    ).toEqual([
      [5_000n, 5_000n, 0n],
      [1_000n, 1_000n, 0n],
      [500n, 500n, 0n],
      [500n, 500n, 0n],
      [0n, 0n, 0n],
    ]);
  });

  it('counts what was repaid or written off of a debt neither as redeemed nor as due', () => {
    // 100 was reversed; 40 of it was repaid, 30 written off and borne by the pool: 30 is left to be netted.
    const credits: ProofRecord[] = [
      { is: 'unsealed', kind: 'entry', values: entry(6, 'repay', 40, 'hold') },
      { is: 'unsealed', kind: 'entry', values: entry(7, 'write_off', 30, 'hold') },
    ];
    const lines: ProofRecord[] = [
      { is: 'line', entry: id(6), settlement: 'payment', amount: '40' },
      { is: 'line', entry: id(7), settlement: 'payment', amount: '30' },
    ];
    const all = records((record) =>
      record.is === 'pool'
        ? { ...record, committed: '1030' }
        : record.is === 'payment'
          ? { ...record, amount: '470' }
          : record,
    );
    const accountAt = all.findIndex(({ is }) => is === 'account');
    const paymentAt = all.findIndex(({ is }) => is === 'payment');
    const report = prove([
      ...all.slice(0, accountAt),
      ...credits,
      ...all.slice(accountAt, paymentAt),
      ...lines,
      ...all.slice(paymentAt),
    ]);
    expect(report.findings).toEqual([]);
    expect(report.identities.map(({ differenceFen }) => differenceFen)).toEqual([
      0n,
      0n,
      0n,
      0n,
      0n,
    ]);
    const settled = report.identities.find(({ name }) => name === 'settled');
    expect(settled?.parts.find(({ name }) => name === 'clawedBack')?.fen).toBe(30n);
  });

  /** Returns records in which, of the 400 that the payment settles, 150 is drawn on an advance, which gets 250: 500 is paid. 20 was paid back before. */
  function withAdvance(change: (record: ProofRecord) => ProofRecord = (record) => record) {
    const movement = (kind: string, amount: string, settlement: string | null = 'payment') =>
      ({ is: 'movement', advance: 'advance', kind, settlement, amount }) as const;
    const moved: ProofRecord[] = [
      movement('advance', '100'),
      movement('refill', '150'),
      movement('draw', '150'),
      movement('return', '20', null),
      { is: 'advance', id: 'advance', balance: '80' },
    ];
    const all = records(changed('payment', {}, { amount: '500' }));
    const at = all.findIndex(({ is }) => is === 'payment');
    return [...all.slice(0, at), ...moved, ...all.slice(at)].map(change);
  }

  it('adds what is drawn on advances and paid into them to the payments, and finds what does not add up', () => {
    const right = prove(withAdvance());
    expect(right.findings).toEqual([]);
    expect(right.identities.map(({ name, whole, sumFen }) => [name, whole.fen, sumFen])).toEqual(
      expect.arrayContaining([
        ['settled', 500n, 500n],
        ['advanced', 250n, 250n],
      ]),
    );
    const tampered = (kind: string) =>
      found(
        withAdvance((record) =>
          record.is === 'movement' && record.kind === kind ? { ...record, amount: '151' } : record,
        ),
      );
    expect(tampered('draw')).toEqual([
      'books advance advance',
      'books payment payment',
      'day settled now',
      'day advanced now',
    ]);
    expect(tampered('return')).toEqual(['books advance advance', 'day advanced now']);
    expect(
      found(
        withAdvance((record) => (record.is === 'advance' ? { ...record, balance: '81' } : record)),
      ),
    ).toEqual(['books advance advance', 'day advanced now']);
  });

  it('names a counter that the journal does not explain, and what it does to the sums', () => {
    expect(found(records(changed('account', {}, { held: '101' })))).toEqual([
      'books account voucher',
    ]);
    expect(found(records(changed('hold', {}, { captured: '501' })))).toEqual([
      'books hold hold',
      'day redeemed now',
    ]);
    expect(found(records(changed('pool', {}, { committed: '999' })))).toEqual([
      'books pool pool',
      'day budget now',
    ]);
    expect(found(records(changed('line', { amount: '500' }, { amount: '600' })))).toEqual([
      `books settlement_line ${id(4)}`,
      'books payment payment',
      'day redeemed now',
      'day settled now',
    ]);
    expect(found(records(changed('promise', {}, null)))).toEqual(['day budget now']);
    expect(found(records(changed('payment', {}, null)))).toEqual([
      'books payment payment',
      'day settled now',
    ]);
    expect(found(records(changed('account', {}, null)))[0]).toBe('books account voucher');
    expect(found(records(changed('rule', { kind: 'claim' }, null)))).toContain(
      `books entry ${id(3)}`,
    );
  });

  it('counts money that is due, open, failed or free', () => {
    const parts = (all: ProofRecord[]) =>
      Object.fromEntries(
        prove(all).identities.flatMap(({ parts }) => parts.map(({ name, fen }) => [name, fen])),
      );
    expect(parts(records(changed('payment', {}, { state: 'failed' })))).toMatchObject({
      failed: 400n,
      paid: 0n,
      clawedBack: 100n,
    });
    const unsettled = records(changed('line', {}, null)).filter(({ is }) => is !== 'payment');
    expect(parts(unsettled)).toMatchObject({ due: 500n, settled: 0n, left: 3_750n });
    expect(found(unsettled)).toEqual([]);
  });

  it('names a row that was changed, is gone, was moved or is missing from its seal', () => {
    const values = [...(journal[1] ?? [])];
    values[4] = '601';
    expect(found(records(changed('row', { id: id(2) }, { values })))[0]).toBe(
      `chain row_changed ${id(2)}`,
    );
    expect(found(records(changed('row', { id: id(2) }, { values: null })))[0]).toBe(
      `chain row_gone ${id(2)}`,
    );
    expect(found(records(changed('row', { id: id(2) }, null)))[0]).toBe('chain row_missing 1/2');
    expect(found(records(changed('row', { id: id(5) }, null)))[0]).toBe('chain row_missing 2/2');
    const [a, b] = [journal[0] ?? [], journal[1] ?? []];
    const swapped = records((record) => {
      if (record.is !== 'row' || record.seal !== 1 || record.position > 2) return record;
      const other = record.position === 1 ? b : a;
      return { ...record, id: other[2] ?? '', hash: hashOf(lineOf(other)), values: other };
    });
    expect(found(swapped)).toEqual([`chain row_moved ${id(1)}`]);
  });

  it('names a seal that was changed, cut out or forged, and a head that says otherwise', () => {
    expect(found(records(changed('seal', { number: 2 }, { hash: 'forged' })))).toEqual([
      'chain seal_changed 2',
    ]);
    const without = records((record) =>
      (record.is === 'seal' && record.number === 1) || (record.is === 'row' && record.seal === 1)
        ? null
        : record,
    );
    expect(found(without).slice(0, 2)).toEqual([
      'chain seal_missing 1',
      'chain head_differs 2026-05-31',
    ]);
    expect(found(records(changed('seal', { number: 2 }, { previous: 'x' })))).toEqual([
      'chain seal_unlinked 2',
    ]);
    expect(found(records(changed('seal', { number: 2 }, { total: 6 })))).toEqual([
      'chain seal_changed 2',
    ]);
    expect(found(records(changed('head', {}, { hash: 'other' })))).toEqual([
      'chain head_differs 2026-05-31',
    ]);
    const proof = new Proof(sha, [
      { city, day: '2026-06-01', seal: 9, hash: 'x', rows: 1 },
      { city: id(99), day: '2026-06-02', seal: 1, hash: 'x', rows: 1 },
    ]);
    for (const record of records()) proof.take(record);
    expect(proof.end().map(({ findings }) => findings.map(({ subject }) => subject))).toEqual([
      ['2026-06-01'],
      ['2026-06-02'],
    ]);
  });

  it('tells a row that waits from one that should have been sealed, and one that was dated back', () => {
    const waiting = (dated: string): ProofRecord => {
      const values = [...entry(6, 'claim', 0, 'hold')];
      values[13] = dated;
      return { is: 'unsealed', kind: 'entry', values };
    };
    const fresh = [...records(), waiting('2026-06-01T01:30:00.000000Z')];
    expect(found(fresh)).toEqual([]);
    expect(prove(fresh).chain.waiting).toBe(1);
    expect(found([...records(), waiting('2026-05-31T02:00:00.000000Z')])).toEqual([
      `chain row_unsealed ${id(6)}`,
    ]);
    const later = changed('seal', { number: 2 }, { ranAfter: '2026-06-01T03:00:00.001000Z' });
    expect(found(records(later))).toEqual([
      `chain row_backdated ${id(4)}`,
      `chain row_backdated ${id(5)}`,
    ]);
    const soon = changed('seal', { number: 2 }, { ranAfter: '2026-06-01T03:00:00.000000Z' });
    expect(found(records(soon))).toEqual([]);
  });

  it('takes no record before its chain, and gives no report of nothing', () => {
    expect(new Proof(sha).end()).toEqual([]);
    expect(() => {
      new Proof(sha).take({ is: 'unsealed', kind: 'event', values: [] });
    }).toThrow();
  });
});

it('a canonical text is a JSON array of texts, as PostgreSQL writes it', () => {
  expect(lineOf(['a', null, '"\\\n\u0001“'])).toBe('["a", null, "\\"\\\\\\n\\u0001“"]');
});

it('figures are kept as text, and a missing one is no zero', () => {
  const figures = readFigures(Object.fromEntries(figureNames.map((name) => [name, '7'])));
  expect(readFigures(storedFigures(figures))).toEqual(figures);
  expect(() => readFigures({ budget: '1' })).toThrow('left');
  // A day before there were advances has no figures of them.
  const earlier = { ...storedFigures(figures), drawn: undefined, advanced: undefined };
  const known = Object.entries(earlier).flatMap(([name, text]) =>
    text === undefined ? [] : [[name, text] as const],
  );
  expect(readFigures(Object.fromEntries(known))).toEqual({ ...figures, drawn: 0n, advanced: 0n });
});

it('many findings are counted and not kept, and none is kept twice', () => {
  const findings = new Findings();
  const add = (subject: string) => {
    findings.add({ source: 'chain', name: 'row_gone', subject, detail: {} });
  };
  for (let n = 0; n < mostFindings + 5; n += 1) add(String(n));
  add('1');
  expect(findings.all().findings).toHaveLength(mostFindings);
  expect(findings.all().found).toBe(mostFindings + 5);
});

describe('the days to close', () => {
  it('are yesterday for a city that begins, none twice, and at most a week', () => {
    expect(daysDue(undefined, '2026-06-02')).toEqual(['2026-06-01']);
    expect(daysDue('2026-06-01', '2026-06-02')).toEqual([]);
    expect(daysDue('2026-06-05', '2026-06-02')).toEqual([]);
    expect(daysDue('2026-05-30', '2026-06-02')).toEqual(['2026-05-31', '2026-06-01']);
    expect(daysDue('2026-01-01', '2026-03-02')).toHaveLength(7);
    expect(daysDue('2026-01-01', '2026-03-02')[0]).toBe('2026-02-23');
  });

  it('are late where their figures were not taken within an hour', () => {
    const end = new Date('2026-06-01T15:59:59.999Z');
    expect(isLate(end, new Date('2026-06-01T16:05:00Z'))).toBe(false);
    expect(isLate(end, new Date('2026-06-01T17:05:00Z'))).toBe(true);
  });
});

it('cursors that the portal did not make are none', () => {
  expect(readHeadCursor(encodeCursor(['2026-06-01', noCity]))).toEqual({
    day: '2026-06-01',
    chain: noCity,
  });
  for (const wrong of [['2026-06-01'], ['2026-06-31', noCity], ['2026-06-01', 'x'], [1, 2], []]) {
    expect(readHeadCursor(encodeCursor(wrong))).toBeUndefined();
  }
  expect(readDayCursor(encodeCursor(['2026-06-01']))).toBe('2026-06-01');
  expect(readDayCursor(encodeCursor(['2026-06-31']))).toBeUndefined();
  expect(readDayCursor(undefined)).toBeUndefined();
});
