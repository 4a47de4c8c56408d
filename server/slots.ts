import 'server-only';

type Waiter = { who: string; begin: (release: () => void) => void };

/** How much work runs at a time, and how much waits: of one sender, in all, and how long. */
type Bounds = {
  places: number;
  waitingEach: number;
  waitingInAll: number;
  patienceMs: number;
};

/**
 * Limits expensive work, so that many senders cost no more than a few. A sender that finds no place waits for a while; no sender
 * takes more than half of the places. The limits hold for this process.
 */
export class Slots {
  readonly #busy = new Map<string, number>();
  #waiting: Waiter[] = [];
  #inAll = 0;

  constructor(private readonly bounds: Bounds) {}

  /** Returns whether the sender could take a place now, or wait for one. */
  hasRoom(who: string): boolean {
    return this.#mayBegin(who) || this.#mayWait(who);
  }

  /**
   * Takes a place.
   * @returns how to give the place back, or nothing when there was none in time
   */
  async take(who: string): Promise<(() => void) | undefined> {
    if (this.#mayBegin(who)) return this.#begin(who);
    if (!this.#mayWait(who)) return undefined;
    return new Promise((resolve) => {
      const waiter: Waiter = {
        who,
        begin: (release) => {
          clearTimeout(timer);
          resolve(release);
        },
      };
      const timer = setTimeout(() => {
        this.#waiting = this.#waiting.filter((other) => other !== waiter);
        resolve(undefined);
      }, this.bounds.patienceMs);
      this.#waiting.push(waiter);
    });
  }

  #mayBegin(who: string): boolean {
    const { places } = this.bounds;
    const most = Math.max(1, Math.ceil(places / 2));
    return this.#inAll < places && (this.#busy.get(who) ?? 0) < most;
  }

  #mayWait(who: string): boolean {
    const { waitingEach, waitingInAll } = this.bounds;
    if (this.#waiting.length >= waitingInAll) return false;
    return this.#waiting.filter((waiter) => waiter.who === who).length < waitingEach;
  }

  #begin(who: string): () => void {
    this.#inAll += 1;
    this.#busy.set(who, (this.#busy.get(who) ?? 0) + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#inAll -= 1;
      const left = (this.#busy.get(who) ?? 1) - 1;
      if (left > 0) this.#busy.set(who, left);
      else this.#busy.delete(who);
      this.#next();
    };
  }

  #next(): void {
    const at = this.#waiting.findIndex(({ who }) => this.#mayBegin(who));
    const [waiter] = at < 0 ? [] : this.#waiting.splice(at, 1);
    waiter?.begin(this.#begin(waiter.who));
  }
}
