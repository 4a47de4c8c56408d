import 'server-only';
import { env } from '@/lib/server/env';

/** How many may wait for a place, of one organisation and in all: each holds a connection. */
const waitingEach = 100;
const waitingInAll = 400;

type Waiter = { who: string; begin: (release: () => void) => void };

/**
 * Places for files that arrive at the same time, so that many senders cost no more memory and disk
 * than a few. Whoever finds none waits for a while without being read from; nobody takes more than
 * half of the places. The bounds are this process's.
 */
export class Slots {
  readonly #busy = new Map<string, number>();
  #waiting: Waiter[] = [];
  #inAll = 0;

  constructor(
    private readonly places: number,
    private readonly patienceMs: number,
  ) {}

  /** @returns how to give the place back, or nothing when there was none in time */
  async take(who: string): Promise<(() => void) | undefined> {
    if (this.#mayBegin(who)) return this.#begin(who);
    const own = this.#waiting.filter((waiter) => waiter.who === who).length;
    if (own >= waitingEach || this.#waiting.length >= waitingInAll) return undefined;
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
      }, this.patienceMs);
      this.#waiting.push(waiter);
    });
  }

  #mayBegin(who: string): boolean {
    const most = Math.max(1, Math.ceil(this.places / 2));
    return this.#inAll < this.places && (this.#busy.get(who) ?? 0) < most;
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

let places: Slots | undefined;

/** The places of this process. */
export const uploadSlots = (): Slots => (places ??= new Slots(env().UPLOADS_AT_ONCE, 30_000));
