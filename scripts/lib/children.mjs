/** Programs that these scripts run: to their end, or in the background until everything stops. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { BackOff } from './back-off.mjs';
import { root, say } from './project.mjs';

/** Runs a program to its end and shows its output; returns its exit code. */
export function runToEnd(command, args, { env = process.env, quiet = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, env, stdio: quiet ? 'ignore' : 'inherit' });
    child.once('error', fail);
    child.once('exit', (code, signal) => done(code ?? (signal ? 1 : 0)));
  });
}

/** Returns Node's arguments that run a command-line tool of an installed package, without a shell or npx. */
export function tool(name, bin = name) {
  const require = createRequire(join(root, 'package.json'));
  const manifestPath = join(root, 'node_modules', name, 'package.json');
  const manifest = require(manifestPath);
  const file = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin];
  return join(dirname(manifestPath), file);
}

/** Runs a TypeScript file of the project to its end. */
export function runTypeScript(file, env) {
  return runToEnd(process.execPath, [tool('tsx'), '--conditions=react-server', file], { env });
}

/** Node's arguments that run the worker in a single process: a signal reaches it, and its end is noticed. */
export const workerProgram = [
  '--conditions=react-server',
  '--import',
  'tsx',
  join('scripts', 'worker.ts'),
];

/** Node's arguments that run the web server with the production build; its port is in the environment. */
export const webProgram = [join('scripts', 'serve.mjs')];

/** How often in a row a program may end before it was ready; after that it counts as broken. */
const mostAttempts = 5;
const longestPause = 8_000;
/** Milliseconds after which a program that does not report "ready" counts as ready. */
const readyAfter = 5_000;

/** Holds all programs in the background; all of them stop together. */
export class Children {
  #running = new Map();
  #pauses = new Set();
  #stopping = false;

  /** Starts a program; when it ends by itself, calls `onEnd(name, code)`. */
  start(name, args, env, onEnd, { log, ipc = false } = {}) {
    const output = log ?? 'inherit';
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', output, output, ...(ipc ? ['ipc'] : [])],
    });
    const ended = (code) => {
      this.#running.delete(name);
      if (!this.#stopping) onEnd(name, code);
    };
    // A program that cannot be started has no process and no exit.
    child.on('error', (error) => {
      if (child.pid === undefined) ended(error.code);
    });
    if (child.pid === undefined) return child;
    this.#running.set(name, child);
    child.once('exit', (code, signal) => ended(code ?? signal));
    return child;
  }

  /**
   * Starts a program and starts it again whenever it ends. A program that ends several times in a row before it is ready has a
   * wrong setting: then `giveUp(sentence)` is called instead, at once where `mustStart` and it was never ready.
   * @param isReporting whether the program sends `ready`; otherwise it counts as ready when it has run for a while
   */
  keep(
    name,
    args,
    env,
    giveUp,
    { mustStart = false, isReporting = true, attempts = mostAttempts, log } = {},
  ) {
    const backOff = new BackOff(longestPause);
    let failures = 0;
    let wasEverReady = false;
    const run = () => {
      const startedAt = performance.now();
      let isReady = false;
      const ended = (_, code) => {
        const ranFor = performance.now() - startedAt;
        isReady ||= !isReporting && ranFor > readyAfter;
        wasEverReady ||= isReady;
        failures = isReady ? 0 : failures + 1;
        const how = typeof code === 'number' ? `exit code ${code}` : `by ${code}`;
        if (failures >= (mustStart && !wasEverReady ? 1 : attempts)) {
          const often = failures === 1 ? '' : `, ${failures} times in a row`;
          return giveUp(`The ${name} does not start (${how}${often}): its messages above say why.`);
        }
        const pause = backOff.after(ranFor);
        say(`The ${name} ended (${how}); it is started again in ${pause / 1000} s.`);
        const timer = setTimeout(() => {
          this.#pauses.delete(timer);
          run();
        }, pause);
        this.#pauses.add(timer);
      };
      const child = this.start(name, args, env, ended, { log, ipc: isReporting });
      child.on('message', (message) => {
        if (message !== 'ready') return;
        isReady = true;
        wasEverReady = true;
      });
    };
    run();
  }

  /** Ends all programs, and kills after ten seconds those that still run; returns the names of those. */
  async stop() {
    this.#stopping = true;
    for (const pause of this.#pauses) clearTimeout(pause);
    const forced = [];
    const ends = [...this.#running].map(
      ([name, child]) =>
        new Promise((done) => {
          const timer = setTimeout(() => {
            forced.push(name);
            child.kill('SIGKILL');
          }, 10_000);
          child.once('exit', () => {
            clearTimeout(timer);
            done();
          });
          child.kill('SIGTERM');
        }),
    );
    await Promise.all(ends);
    return forced;
  }
}

/** Waits until an address answers 200; returns false when it has not within the given time. */
export async function waitFor(url, timeoutMs) {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    try {
      const response = await fetch(url);
      if (response.ok) return true;
    } catch (error) {
      if (process.env.SUANQUAN_DEBUG) say(String(error));
    }
    await new Promise((done) => setTimeout(done, 250));
  }
  return false;
}
