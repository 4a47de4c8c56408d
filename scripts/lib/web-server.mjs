/**
 * Serves HTTP on one or more addresses, with turns for requests that change something. Its end waits for running requests, but
 * not for idle connections that are kept open.
 */
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { lacksIpv6, listenFault } from './listen.mjs';
import { Stop } from './project.mjs';
import { kindOf, senderOf, Turns } from './turns.mjs';

export class WebServer {
  #servers = [];
  #handler;
  /** How many requests each open connection waits for. Browsers also open connections on which they send nothing. */
  #running = new Map();
  #isClosing = false;
  #turns = { passwords: new Turns(), work: new Turns() };

  constructor(handler) {
    this.#handler = handler;
  }

  /** Listens on each host; returns those on which it could listen. */
  async listen(port, hosts) {
    const taken = [];
    for (const host of hosts) {
      try {
        await this.#listenOn(port, host);
        taken.push(host);
      } catch (error) {
        if (!lacksIpv6(host, error.code)) throw new Stop(listenFault(host, port, error.code));
      }
    }
    return taken;
  }

  #listenOn(port, host) {
    const server = createServer((request, response) => this.#answer(request, response));
    server.on('connection', (socket) => {
      this.#running.set(socket, 0);
      socket.once('close', () => this.#running.delete(socket));
    });
    return new Promise((done, fail) => {
      server.once('error', fail);
      server.listen(port, host, () => {
        server.off('error', fail);
        this.#servers.push(server);
        done();
      });
    });
  }

  #answer(request, response) {
    const { socket } = request;
    this.#running.set(socket, (this.#running.get(socket) ?? 0) + 1);
    response.once('close', () => {
      const left = (this.#running.get(socket) ?? 1) - 1;
      if (this.#running.has(socket)) this.#running.set(socket, left);
      if (this.#isClosing && left === 0) socket.destroySoon();
    });
    if (this.#isClosing) response.shouldKeepAlive = false;
    if (request.method === 'POST') this.#inTurn(request, response);
    else this.#handler(request, response);
  }

  #inTurn(request, response) {
    const takeBack = this.#turns[kindOf(request)].take(senderOf(request), (end) => {
      response.once('close', end);
      this.#handler(request, response);
    });
    response.once('close', takeBack);
  }

  /** Accepts nothing new, lets running requests finish within the given time, and cuts the rest; returns how many were cut. */
  async close(graceMs) {
    this.#isClosing = true;
    for (const server of this.#servers) server.close();
    for (const [socket, requests] of this.#running) if (requests === 0) socket.destroy();
    const until = performance.now() + graceMs;
    while (this.#running.size > 0 && performance.now() < until) await sleep(20);
    const cut = [...this.#running.values()].reduce((sum, requests) => sum + requests, 0);
    for (const socket of this.#running.keys()) socket.destroy();
    return cut;
  }
}
