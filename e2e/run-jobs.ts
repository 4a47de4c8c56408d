import { runOnce } from 'graphile-worker';
import { sendPasswordReset } from '@/features/jobs/password-reset';

/** Makes the requested links, once: the servers of the browser tests run without a worker. */
const connectionString = process.env.MIGRATION_DATABASE_URL;
if (!connectionString) throw new Error('MIGRATION_DATABASE_URL is not set: run "npm test".');

await runOnce({
  connectionString,
  noHandleSignals: true,
  taskList: { send_password_reset: (payload) => sendPasswordReset(payload) },
});
// The portal's own connections would keep the process running.
process.exit(0);
