import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

type Pair = { near: Socket; far: Socket };

/** Passes traffic between the portal and its database, and breaks it as a test needs. */
export class BreakingProxy {
  readonly #pairs = new Set<Pair>();
  readonly #greeted = new Set<Socket>();
  readonly #server: Server;
  #isFrozen = false;
  /** Handles a new connection in place of passing it on. */
  greet: ((near: Socket) => void) | undefined;
  /**
   * Gets what the portal sends; its return value is passed on, and nothing where it returns
   * undefined.
   */
  onSent: ((data: Buffer, cut: () => void) => Buffer | undefined) | undefined;
  /** Gets what the database answers, in the same way. */
  onAnswer: ((data: Buffer, cut: () => void) => Buffer | undefined) | undefined;

  private constructor(host: string, port: number) {
    this.#server = createServer((near) => {
      near.on('error', () => near.destroy());
      if (this.greet) {
        this.#greeted.add(near);
        this.greet(near);
        return;
      }
      const far = connect(port, host);
      const pair = { near, far };
      this.#pairs.add(pair);
      const cut = () => this.#cut(pair, true);
      near.on('data', (data) => {
        const passed = this.onSent ? this.onSent(data, cut) : data;
        if (passed) far.write(passed);
      });
      far.on('data', (data) => {
        const passed = this.onAnswer ? this.onAnswer(data, cut) : data;
        if (passed) near.write(passed);
      });
      near.on('end', () => far.end());
      far.on('end', () => near.end());
      far.on('error', () => this.#cut(pair, true));
      for (const socket of [near, far]) socket.on('close', () => this.#cut(pair, false));
      if (this.#isFrozen) this.#pause(pair);
    });
  }

  /** Opens a proxy before the database of an address, and returns the address through it. */
  static async before(url: string): Promise<{ proxy: BreakingProxy; url: string }> {
    const address = new URL(url);
    const proxy = new BreakingProxy(address.hostname, Number(address.port || 5432));
    await new Promise<void>((resolve) => {
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    address.hostname = '127.0.0.1';
    address.port = String((proxy.#server.address() as AddressInfo).port);
    return { proxy, url: address.toString() };
  }

  /** Cuts some of the connections: by a reset, or by an orderly end. */
  cut(share = 1, isReset = true): void {
    for (const pair of [...this.#pairs]) if (Math.random() < share) this.#cut(pair, isReset);
  }

  /** Lets nothing through any more, and keeps everything open, as a stopped process does. */
  freeze(): void {
    this.#isFrozen = true;
    for (const pair of this.#pairs) this.#pause(pair);
  }

  thaw(): void {
    this.#isFrozen = false;
    for (const { near, far } of this.#pairs) {
      near.resume();
      far.resume();
    }
  }

  async close(): Promise<void> {
    this.cut();
    for (const socket of this.#greeted) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #pause({ near, far }: Pair): void {
    near.pause();
    far.pause();
  }

  #cut(pair: Pair, isReset: boolean): void {
    if (!this.#pairs.delete(pair)) return;
    if (isReset) pair.near.resetAndDestroy();
    else pair.near.destroySoon();
    pair.far.destroy();
  }
}
