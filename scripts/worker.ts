import { setTimeout as sleep } from 'node:timers/promises';
import { run, type Runner, type TaskList } from 'graphile-worker';
import { primaryMoved, primaryOf } from '@/db/primary';
import { codeOf, isDatabaseAway, describeFault } from '@/features/jobs/database-away';
import { sendMails } from '@/features/jobs/mail';
import { sweepFiles } from '@/features/jobs/file-sweep';
import { prove } from '@/features/jobs/prove';
import { sendPasswordReset } from '@/features/jobs/password-reset';
import { runSweeps } from '@/features/jobs/sweeps';
import { env } from '@/server/env';
import { log } from '@/server/log';
import { queueLogger } from '@/features/jobs/queue-log';

/**
 * The background worker: started beside the portal by `npm start`, or separately with `npm run worker`. Its queue belongs to the
 * owner's login; the changes of its tasks use the portal's own login.
 */
const { MIGRATION_DATABASE_URL, DATABASE_URL } = env();

const longestWaitMs = 30_000;
/**
 * Milliseconds for running jobs at the end. A job that takes longer is cut: its transaction is rolled back, and the next minute's
 * run repeats it.
 */
const graceMs = 1_800;

const taskList: TaskList = {
  run_sweeps: () => runSweeps(),
  prove: () => prove(),
  send_mails: () => sendMails(),
  send_password_reset: (payload) => sendPasswordReset(payload),
  sweep_files: async () => {
    await sweepFiles();
  },
};

const worker: { runner?: Runner; isEnding: boolean } = { isEnding: false };

/**
 * Ends the process. After an error outside of a job the state of the queue is unknown, and the parent process starts the worker
 * again.
 */
function fail(error: unknown): void {
  if (worker.isEnding) return;
  log().fatal({ fault: describeFault(error) }, 'the worker ends after a fault');
  process.exit(1);
}

/** Ends the worker: lets running jobs finish, within a time limit. */
async function end(): Promise<void> {
  if (worker.isEnding) return;
  worker.isEnding = true;
  setTimeout(() => {
    log().warn('a job took too long to wait for and was cut off');
    process.exit(0);
  }, graceMs);
  await worker.runner?.stop();
  process.exit(0);
}

/** Ends when another host becomes the primary: the queue uses one host only, and the next worker finds the new one. */
async function endWhenMoved(address: string, present: string): Promise<void> {
  await primaryMoved(address, present);
  log().warn('the primary of the database is another host now, and the worker starts anew');
  process.exit(75);
}

/** Starts to work; waits for a database that is down, as long as it takes. */
async function begin(address: string): Promise<Runner> {
  for (let waitMs = 1_000; ; waitMs = Math.min(2 * waitMs, longestWaitMs)) {
    try {
      const primary = await primaryOf(address);
      const runner = await run({
        connectionString: primary,
        // A connection pooler gives each transaction another connection, on which the prepared statements do not exist.
        noPreparedStatements: env().DATABASE_PREPARE === 'off',
        concurrency: 2,
        pollInterval: 2000,
        noHandleSignals: true,
        logger: queueLogger(),
        taskList,
        crontab: [
          '* * * * * run_sweeps',
          '* * * * * send_mails',
          '23 * * * * sweep_files',
          // One run after the other, and none again: the next one comes in five minutes anyway.
          '*/5 * * * * prove ?queue=proof&max=1',
        ].join('\n'),
      });
      endWhenMoved(address, primary).catch(fail);
      return runner;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      log().warn(
        { code: codeOf(error), seconds: waitMs / 1000 },
        'the database is away, and the worker waits for it',
      );
      // It reports "ready" because it did start and only waits for the database.
      process.send?.('ready');
      await sleep(waitMs);
    }
  }
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
// Started by `npm start`, the worker ends when that process ends, also by kill -9.
process.on('disconnect', () => void end());

worker.runner = await begin(MIGRATION_DATABASE_URL ?? DATABASE_URL);
process.send?.('ready');
await worker.runner.promise;
fail(new Error('The queue stopped by itself.'));
