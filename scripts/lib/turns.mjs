/**
 * Gives turns to requests that change something. A single process answers all users: without turns it would begin with every
 * request of a flood at once, and a user who opens a page would wait until all of them are done.
 */

const settings = {
  /** How many requests have a turn at the same time. */
  places: 2,
  /** Milliseconds after which a turn ends by itself, for a request that waits for something else than the processor. */
  longestMs: 50,
};

export class Turns {
  /** The requests that wait, by sender; the first sender in the map is next. */
  #waiting = new Map();
  #running = 0;
  #settings;

  constructor(given = {}) {
    this.#settings = { ...settings, ...given };
  }

  /**
   * Begins a piece of work when its turn comes: at once while there are places, and otherwise one of each sender after the other,
   * so that a sender of many requests delays only its own.
   * @param begin - is called with a function that ends the turn
   * @returns a function that withdraws the work as long as it has not begun
   */
  take(sender, begin) {
    const queue = this.#waiting.get(sender) ?? new Set();
    this.#waiting.set(sender, queue.add(begin));
    this.#next();
    return () => this.#drop(sender, begin);
  }

  #drop(sender, begin) {
    const queue = this.#waiting.get(sender);
    queue?.delete(begin);
    if (queue?.size === 0) this.#waiting.delete(sender);
  }

  #next() {
    while (this.#running < this.#settings.places && this.#waiting.size > 0) {
      const [sender, queue] = this.#waiting.entries().next().value;
      const [begin] = queue;
      queue.delete(begin);
      this.#waiting.delete(sender);
      if (queue.size > 0) this.#waiting.set(sender, queue);
      this.#start(begin);
    }
  }

  #start(begin) {
    this.#running += 1;
    let isOver = false;
    const end = () => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      this.#running -= 1;
      // This happens later, so that other events of the meantime are handled first.
      setImmediate(() => this.#next());
    };
    const timer = setTimeout(end, this.#settings.longestMs);
    begin(end);
  }
}

/**
 * Returns the sender of a request, for the order of turns alone: the last address that a proxy has put into the header, or the
 * address of the connection; of an IPv6 address the first four groups, because a customer is given that many.
 */
export function senderOf({ headers, socket }) {
  const forwarded = headers['x-forwarded-for']?.split(',').at(-1)?.trim();
  const address = (forwarded || socket.remoteAddress || '').slice(0, 60).replace(/^::ffff:/i, '');
  return address.split(':').slice(0, 4).join(':');
}

/** Matches the pages where signed-out users send passwords: a flood of these forms takes no turns from other work. */
const passwordPages = /^\/(?:[\w-]+\/)?(?:sign-in|sign-up|forgot-password|reset-password)\b/;

/**
 * Returns `passwords` for the forms of signed-out users, by which the portal can be flooded, and another kind for all other work.
 */
export const kindOf = ({ url }) => (passwordPages.test(url) ? 'passwords' : 'work');
