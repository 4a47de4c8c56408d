/**
 * Gives turns to requests that change something. One process answers everybody: without turns it would begin on every
 * request of a flood at once, and whoever opens a page would wait until all of them are done.
 */

const settings = {
  /** How many have a turn in the same moment. */
  places: 2,
  /** A request that waits for something else than the processor holds up nobody behind it for longer. */
  longestMs: 50,
};

export class Turns {
  /** The requests that wait, by sender; whoever comes first in the map is next. */
  #waiting = new Map();
  #running = 0;
  #settings;

  constructor(given = {}) {
    this.#settings = { ...settings, ...given };
  }

  /**
   * Begins a piece of work when its turn comes: at once while there are places, then one of each sender after the other, so
   * that a sender of many delays its own alone.
   * @param begin - is given what ends the turn
   * @returns what takes the work back as long as it has not begun
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
      // Not at once: what else has come in the meantime is looked at first.
      setImmediate(() => this.#next());
    };
    const timer = setTimeout(end, this.#settings.longestMs);
    begin(end);
  }
}

/**
 * Names the sender of a request, for the order of turns alone: the last address that a proxy has put into the header, or the
 * address of the connection; of an IPv6 address the first four groups, which is what one customer is given.
 */
export function senderOf({ headers, socket }) {
  const forwarded = headers['x-forwarded-for']?.split(',').at(-1)?.trim();
  const address = (forwarded || socket.remoteAddress || '').slice(0, 60).replace(/^::ffff:/i, '');
  return address.split(':').slice(0, 4).join(':');
}

/** Matches the pages where strangers send passwords: a flood of them takes no turn of anybody's work. */
const passwordPages = /^\/(?:[\w-]+\/)?(?:sign-in|sign-up|forgot-password|reset-password)\b/;

/** Tells the forms of strangers, by which the portal can be flooded, from all other work. */
export const kindOf = ({ url }) => (passwordPages.test(url) ? 'passwords' : 'work');
