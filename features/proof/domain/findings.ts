import type { Finding } from './records';

/** So many are kept one by one; more are counted. */
export const mostFindings = 1_000;

export type Found = { findings: readonly Finding[]; found: number };

/** Collects findings: each once, in the order of finding, and no more of them than anybody reads. */
export class Findings {
  readonly #kept: Finding[] = [];
  readonly #known = new Set<string>();
  #count = 0;

  add(finding: Finding): void {
    const key = [finding.source, finding.name, finding.subject].join(' ');
    if (this.#known.has(key)) return;
    this.#count += 1;
    if (this.#kept.length >= mostFindings) return;
    this.#known.add(key);
    this.#kept.push(finding);
  }

  get count(): number {
    return this.#count;
  }

  all(): Found {
    return { findings: this.#kept, found: this.#count };
  }
}
