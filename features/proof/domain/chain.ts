import { Findings, type Found } from './findings';
import {
  firstPrevious,
  idOf,
  lineOf,
  timeOf,
  type ChainRecord,
  type PublishedHead,
} from './records';

/** Makes a SHA-256 to which texts are added; the domain knows no package, so its callers bring it. */
export type Sha = () => { add: (text: string) => void; end: () => string };

/**
 * A row may be dated this long before a complete run that did not see it: far longer than any transaction can stay open. One that
 * is dated earlier was dated back.
 */
const graceMs = 3_600_000;

const isDatedBack = (at: number, ranAfter: string | null): boolean =>
  ranAfter !== null && at < Date.parse(ranAfter) - graceMs;

type SealRecord = Extract<ChainRecord, { is: 'seal' }>;
type RowRecord = Extract<ChainRecord, { is: 'row' }>;

export type ChainSummary = {
  seals: number;
  rows: number;
  /** Rows that the next run will seal. */
  waiting: number;
  head: { seal: number; hash: string } | null;
};

/** Checks one chain as its records come: it holds one seal at a time and the hash of each. */
export class ChainCheck {
  readonly #findings = new Findings();
  readonly #hashes = new Map<number, { hash: string; total: number }>();
  readonly #sha: Sha;
  #ranAt: string | null = null;
  #open: { seal: SealRecord; sha: ReturnType<Sha>; next: number; lastId: string; known: number };
  #isOpen = false;
  #last = { number: 0, hash: firstPrevious, total: 0 };
  #rows = 0;
  #waiting = 0;

  constructor(sha: Sha) {
    this.#sha = sha;
    const seal: SealRecord = {
      is: 'seal',
      number: 0,
      kind: 'entry',
      rows: 0,
      total: 0,
      previous: '',
      hash: '',
      ranAfter: null,
    };
    this.#open = { seal, sha: sha(), next: 1, lastId: '', known: 0 };
  }

  take(record: ChainRecord): void {
    if (record.is === 'row') this.#row(record);
    else if (record.is === 'seal') this.#seal(record);
    else if (record.is === 'head') this.compare({ ...record, rows: record.total });
    else if (record.is === 'chain') this.#ranAt = record.ranAt;
    else {
      this.#close();
      this.#waiting += 1;
      const at = timeOf(record.kind, record.values);
      if (isDatedBack(at, this.#ranAt)) {
        this.#find('row_unsealed', idOf(record.values), { kind: record.kind });
      }
    }
  }

  /** Compares a published head with the seals; call it after the last seal. */
  compare(head: Omit<PublishedHead, 'city'>): void {
    this.#close();
    const found = this.#hashes.get(head.seal);
    if (found?.hash === head.hash && found.total === head.rows) return;
    this.#find('head_differs', head.day, {
      seal: String(head.seal),
      published: head.hash,
      found: found?.hash ?? '',
    });
  }

  end(): Found & { summary: ChainSummary } {
    this.#close();
    const { number, hash } = this.#last;
    return {
      summary: {
        seals: this.#hashes.size,
        rows: this.#rows,
        waiting: this.#waiting,
        head: number === 0 ? null : { seal: number, hash },
      },
      ...this.#findings.all(),
    };
  }

  #find(name: string, subject: string, detail: Record<string, string>): void {
    this.#findings.add({ source: 'chain', name, subject, detail });
  }

  #seal(seal: SealRecord): void {
    this.#close();
    const { number, hash, total } = this.#last;
    const before = this.#findings.count;
    if (seal.number !== number + 1) this.#find('seal_missing', String(number + 1), {});
    else if (seal.previous !== hash) this.#find('seal_unlinked', String(seal.number), {});
    else if (seal.total !== total + seal.rows) this.#find('seal_changed', String(seal.number), {});
    const sha = this.#sha();
    sha.add(seal.previous);
    this.#open = { seal, sha, next: 1, lastId: '', known: this.#findings.count - before };
    this.#isOpen = true;
  }

  #row(row: RowRecord): void {
    const { seal } = this.#open;
    const detail = { kind: row.kind, seal: String(row.seal), position: String(row.position) };
    const before = this.#findings.count;
    if (row.seal !== seal.number || row.kind !== seal.kind) {
      this.#find('row_moved', row.id, detail);
    } else {
      for (let place = this.#open.next; place < row.position; place += 1) {
        this.#find('row_missing', `${seal.number}/${place}`, { kind: row.kind });
      }
      this.#open.next = row.position + 1;
      this.#contents(row, detail);
      this.#open.lastId = row.id;
    }
    this.#rows += 1;
    this.#open.known += this.#findings.count - before;
  }

  /** Checks that a row is there, unchanged, in the order of the ids, and not dated back. */
  #contents(row: RowRecord, detail: Record<string, string>): void {
    if (row.values === null) {
      this.#find('row_gone', row.id, detail);
      return;
    }
    const line = lineOf(row.values);
    const sha = this.#sha();
    sha.add(line);
    if (sha.end() !== row.hash) this.#find('row_changed', row.id, detail);
    else if (row.id <= this.#open.lastId) this.#find('row_moved', row.id, detail);
    else if (isDatedBack(timeOf(row.kind, row.values), this.#open.seal.ranAfter)) {
      this.#find('row_backdated', row.id, detail);
    }
    this.#open.sha.add(`\n${line}`);
  }

  /** Compares the seal that was read last with its rows. Where a row of it was named already, the seal says nothing more. */
  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const { seal, sha, next, known } = this.#open;
    const { number, hash, total } = seal;
    const hasAll = next === seal.rows + 1;
    if (next <= seal.rows) {
      for (let place = next; place <= seal.rows; place += 1) {
        this.#find('row_missing', `${number}/${place}`, { kind: seal.kind });
      }
    } else if (known === 0 && (!hasAll || sha.end() !== hash)) {
      this.#find('seal_changed', String(number), { kind: seal.kind, rows: String(seal.rows) });
    }
    this.#hashes.set(number, { hash, total });
    this.#last = { number, hash, total };
  }
}
