/** Keeps the embedded database running: watches its process and its port, and starts it again. */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { BackOff } from './back-off.mjs';
import { say } from './project.mjs';

const everyMs = 500;
/** Each check of the port starts a process in the server, so it happens less often than the check of the process. */
const asksEvery = 20;
const longestPause = 8_000;
const longestPauseBetweenTries = 60_000;

/** Waits; returns false when the signal ends the wait. */
const pause = (ms, signal) =>
  sleep(ms, true, { signal }).catch((error) => {
    if (error.name === 'AbortError') return false;
    throw error;
  });

/**
 * Sends a server the first request of PostgreSQL's protocol, whether it supports TLS, and returns whether it answers. Needs no
 * login, and no driver that could fail on a lost connection.
 */
export function speaksPostgres(port, timeoutMs = 5_000) {
  return new Promise((done) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (answer) => {
      socket.destroy();
      done(answer);
    };
    socket.setTimeout(timeoutMs, () => end(false));
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
    socket.on('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])));
    socket.on('data', ([first]) => end(first === 'N'.charCodeAt(0) || first === 'S'.charCodeAt(0)));
  });
}

/**
 * Watches the server until the returned function is called.
 * @param runs returns whether the server's process is there
 * @param launch starts the server on its port, and throws where it does not start or the signal ends it
 */
export function watchServer({ port, runs, launch }) {
  const ending = new AbortController();
  const { signal } = ending;
  const watching = (async () => {
    const ends = new BackOff(longestPause);
    let startedAt = performance.now();
    let isSilent = false;
    for (let round = 1; await pause(everyMs, signal); round += 1) {
      if (!runs()) {
        const wait = ends.after(performance.now() - startedAt);
        say(`The database ended; it is started again in ${wait / 1000} s.`);
        if (!(await pause(wait, signal))) return;
        if (!(await startAgain({ runs, launch, signal }))) return;
        startedAt = performance.now();
        isSilent = false;
      } else if (round % asksEvery === 0) {
        const answers = await speaksPostgres(port);
        if (answers === isSilent) {
          isSilent = !answers;
          say(isSilent ? 'The database runs but does not answer.' : 'The database answers again.');
        }
      }
    }
  })();
  return async () => {
    ending.abort();
    await watching;
  };
}

/** Tries to start it for ever, with growing pauses, because without a database there is nothing else to do. */
async function startAgain({ runs, launch, signal }) {
  const tries = new BackOff(longestPauseBetweenTries);
  for (;;) {
    try {
      // Another process may have started it meanwhile: another command in the same folder watches it too.
      if (!runs()) await launch(signal);
      say('The database runs again.');
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      if (runs()) continue;
      const wait = tries.after(0);
      say(`${error.message} It is tried again in ${wait / 1000} s.`);
      if (!(await pause(wait, signal))) return false;
    }
  }
}
