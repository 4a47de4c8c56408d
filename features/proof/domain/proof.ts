import { BooksCheck, dayFindings } from './books';
import { ChainCheck, type ChainSummary, type Sha } from './chain';
import type { Found } from './findings';
import { isOfChain, type ProofRecord, type PublishedHead } from './records';
import { reconcile, type Identity } from './reconciliation';

/** What was found out about one city, or about the events of no city. */
export type Report = Found & {
  city: string;
  slug: string | null;
  chain: ChainSummary;
  /** How many entries were added up. */
  entries: number;
  identities: readonly Identity[];
};

/** The name under which the difference of the present moment is reported. */
export const presentDay = 'now';

type Present = { city: string; slug: string | null; chain: ChainCheck; books: BooksCheck };

/**
 * Proves the books of all cities from records, one after the other: the chain, the counters, and the identities from the pool to
 * the bank.
 * @param heads heads that were published, to be compared too
 */
export class Proof {
  readonly #sha: Sha;
  readonly #heads: readonly PublishedHead[];
  readonly #reports: Report[] = [];
  #present: Present | undefined;

  constructor(sha: Sha, heads: readonly PublishedHead[] = []) {
    this.#sha = sha;
    this.#heads = heads;
  }

  take(record: ProofRecord): void {
    if (record.is === 'chain') {
      this.#close();
      const { city, slug } = record;
      this.#present = { city, slug, chain: new ChainCheck(this.#sha), books: new BooksCheck() };
    }
    if (!this.#present) throw new Error('The first record must name a chain.');
    const { chain, books } = this.#present;
    if (isOfChain(record)) chain.take(record);
    else books.take(record);
    const isRow = record.is === 'row' || record.is === 'unsealed';
    if (isRow && record.kind === 'entry' && record.values) books.entry(record.values);
  }

  end(): readonly Report[] {
    this.#close();
    const known = new Set(this.#reports.map(({ city }) => city));
    const unknown = this.#heads.filter(({ city }) => !known.has(city));
    for (const city of new Set(unknown.map((head) => head.city))) {
      const chain = new ChainCheck(this.#sha);
      this.#add({ city, slug: null, chain, books: new BooksCheck() });
    }
    return this.#reports;
  }

  #close(): void {
    if (this.#present) this.#add(this.#present);
    this.#present = undefined;
  }

  #add({ city, slug, chain, books }: Present): void {
    for (const head of this.#heads) if (head.city === city) chain.compare(head);
    const { summary, ...ofChain } = chain.end();
    const { entries, figures, ...ofBooks } = books.end();
    const ofDay = dayFindings(presentDay, figures);
    this.#reports.push({
      city,
      slug,
      chain: summary,
      entries,
      identities: reconcile(figures),
      findings: [...ofChain.findings, ...ofBooks.findings, ...ofDay],
      found: ofChain.found + ofBooks.found + ofDay.length,
    });
  }
}
