import { run, type TaskList } from 'graphile-worker';
import { sendMails } from '@/features/jobs/mail';
import { sweepFiles } from '@/features/jobs/file-sweep';
import { runSweeps } from '@/features/jobs/sweeps';
import { queueLogger } from '@/features/jobs/queue-log';

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

const runner = await run({
  connectionString,
  concurrency: 2,
  pollInterval: 2000,
  noHandleSignals: false,
  logger: queueLogger(),
  taskList,
  crontab: '* * * * * run_sweeps\n* * * * * send_mails\n23 * * * * sweep_files',
});
await runner.promise;
