import { setTimeout as sleep } from 'node:timers/promises';
import { run, type Runner, type TaskList } from 'graphile-worker';
import { primaryMoved, primaryOf } from '@/db/primary';
import { codeOf, isDatabaseAway, tellFault } from '@/features/jobs/database-away';
import { sendMails } from '@/features/jobs/mail';
import { sweepFiles } from '@/features/jobs/file-sweep';
import { sendPasswordReset } from '@/features/jobs/password-reset';
import { runSweeps } from '@/features/jobs/sweeps';
import { env } from '@/server/env';
import { log } from '@/server/log';
import { queueLogger } from '@/features/jobs/queue-log';

/**
 * The background worker: started beside the portal by `npm start`, or apart with `npm run worker`.
 * Its queue belongs to the owner's login; what the tasks change goes through the portal's own.
 */
const { MIGRATION_DATABASE_URL, DATABASE_URL } = env();

const longestWaitMs = 30_000;
/** A job that takes longer is cut off: its transaction is rolled back, and the next minute takes it up again. */
const graceMs = 1_800;

const taskList: TaskList = {
  run_sweeps: () => runSweeps(),
  send_mails: () => sendMails(),
  send_password_reset: (payload) => sendPasswordReset(payload),
  sweep_files: async () => {
    await sweepFiles();
  },
};

const worker: { runner?: Runner; isEnding: boolean } = { isEnding: false };

/** Whatever arises outside of a job leaves the queue in doubt: whoever started the worker starts it anew. */
function fail(error: unknown): void {
  if (worker.isEnding) return;
  log().fatal({ fault: tellFault(error) }, 'the worker ends after a fault');
  process.exit(1);
}

/** Ends the worker: lets the jobs in hand finish, within a time. */
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

/** Ends when another host becomes the primary: the queue knows one host only, and the next worker finds it. */
async function endWhenMoved(address: string, present: string): Promise<void> {
  await primaryMoved(address, present);
  log().warn('the primary of the database is another host now, and the worker starts anew');
  process.exit(75);
}

/** Begins to work; waits for a database that is away, as long as it takes. */
async function begin(address: string): Promise<Runner> {
  for (let waitMs = 1_000; ; waitMs = Math.min(2 * waitMs, longestWaitMs)) {
    try {
      const primary = await primaryOf(address);
      const runner = await run({
        connectionString: primary,
        // A connection pooler gives each transaction another connection, which does not know them.
        noPreparedStatements: env().DATABASE_PREPARE === 'off',
        concurrency: 2,
        pollInterval: 2000,
        noHandleSignals: true,
        logger: queueLogger(),
        taskList,
        crontab: '* * * * * run_sweeps\n* * * * * send_mails\n23 * * * * sweep_files',
      });
      endWhenMoved(address, primary).catch(fail);
      return runner;
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      log().warn(
        { code: codeOf(error), seconds: waitMs / 1000 },
        'the database is away, and the worker waits for it',
      );
      // Waiting is what it should do now: it did start.
      process.send?.('ready');
      await sleep(waitMs);
    }
  }
}

process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
// Started by `npm start`: its end, also one by kill -9, is the worker's.
process.on('disconnect', () => void end());

worker.runner = await begin(MIGRATION_DATABASE_URL ?? DATABASE_URL);
process.send?.('ready');
await worker.runner.promise;
fail(new Error('The queue stopped by itself.'));
