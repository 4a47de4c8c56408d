/**
 * Returns the pauses before a program that ended is started again: 1, 2, 4 … seconds up to a limit. A program that ran for a
 * minute counts as stable, and its next pause is short again.
 */
export class BackOff {
  #ends = 0;
  #most;

  /**
   * Sets the limit.
   * @param most the longest pause, in milliseconds
   */
  constructor(most) {
    this.#most = most;
  }

  /** Returns the pause after a run of this length, both in milliseconds. */
  after(ranFor) {
    if (ranFor >= 60_000) this.#ends = 0;
    const pause = Math.min(this.#most, 1000 * 2 ** this.#ends);
    this.#ends += 1;
    return pause;
  }
}
