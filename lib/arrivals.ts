type Bounds = { readonly each: number; readonly inAll: number; readonly windowMs: number };

/** Bounds how many are let in within a short time, of one sender and in all. */
export class Arrivals {
  #recent: { at: number; who: string }[] = [];

  constructor(private readonly bounds: Bounds) {}

  /** Lets somebody in who comes at `now` (milliseconds), unless too many came just before; only who is let in counts. */
  admit(who: string, now: number): boolean {
    const { each, inAll, windowMs } = this.bounds;
    this.#recent = this.#recent.filter(({ at }) => now - at < windowMs);
    if (this.#recent.length >= inAll) return false;
    if (this.#recent.filter((other) => other.who === who).length >= each) return false;
    this.#recent.push({ at: now, who });
    return true;
  }
}
