import { run, type TaskList } from 'graphile-worker';
import { primaryMoved, primaryOf } from '@/db/primary';
import { sendMails } from '@/features/jobs/mail';
import { sweepFiles } from '@/features/jobs/file-sweep';
import { runSweeps } from '@/features/jobs/sweeps';
import { env } from '@/lib/server/env';

/**
 * The background worker: started beside the portal by `npm start`, or apart with `npm run worker`.
 * Its queue belongs to the owner's login; what the tasks change goes through the portal's own.
 */
const connectionString = process.env.MIGRATION_DATABASE_URL ?? process.env.DATABASE_URL;
if (!connectionString) throw new Error('MIGRATION_DATABASE_URL is not set.');

const taskList: TaskList = {
  run_sweeps: () => runSweeps(),
  send_mails: () => sendMails(),
  sweep_files: async () => {
    await sweepFiles();
  },
};

// The queue knows one host only: when another becomes the primary, this worker ends and the next one finds it.
const primary = await primaryOf(connectionString);
void primaryMoved(connectionString, primary).then(() => {
  process.stderr.write('The primary of the database is another host now; the worker ends.\n');
  process.exit(75);
});

const runner = await run({
  connectionString: primary,
  // A connection pooler gives each transaction another connection, which does not know them.
  noPreparedStatements: env().DATABASE_PREPARE === 'off',
  concurrency: 2,
  pollInterval: 2000,
  noHandleSignals: false,
  taskList,
  crontab: '* * * * * run_sweeps\n* * * * * send_mails\n23 * * * * sweep_files',
});
await runner.promise;
