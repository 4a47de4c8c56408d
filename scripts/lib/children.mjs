/** Programs that these scripts run: to their end, or beside them until everything stops. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root, say } from './project.mjs';

/** Runs a program to its end, its output shown; gives its exit code. */
export function runToEnd(command, args, { env = process.env, quiet = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, env, stdio: quiet ? 'ignore' : 'inherit' });
    child.once('error', fail);
    child.once('exit', (code, signal) => done(code ?? (signal ? 1 : 0)));
  });
}

/** Node's arguments that run a command-line tool of an installed package, without a shell or npx. */
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

/** Everything started beside us; all of it stops together. */
export class Children {
  #running = new Map();
  #stopping = false;

  /** Starts a program; when it ends by itself, `onEnd(name, code)` is told. */
  start(name, args, env, onEnd, { log } = {}) {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'],
    });
    this.#running.set(name, child);
    child.once('exit', (code, signal) => {
      this.#running.delete(name);
      if (!this.#stopping) onEnd(name, code ?? signal);
    });
    return child;
  }

  /** Asks all of them to end, and after ten seconds makes them. */
  async stop() {
    this.#stopping = true;
    const ends = [...this.#running.values()].map(
      (child) =>
        new Promise((done) => {
          const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
          child.once('exit', () => {
            clearTimeout(timer);
            done();
          });
          child.kill('SIGTERM');
        }),
    );
    await Promise.all(ends);
  }
}

/** Waits until an address answers 200; false when it has not after the time given. */
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
