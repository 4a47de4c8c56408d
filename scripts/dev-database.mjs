/**
 * `npm run database`: the embedded PostgreSQL alone, for development with your own `next dev`, editor or psql. Starts the same
 * cluster as `npm start`, with the databases `suanquan` and `suanquan_test`, writes the addresses to `dev.env` in the data folder
 * (`node --env-file=.data/dev.env …`), and runs until Ctrl-C. It starts the server again when the server ends, and finally stops
 * it only if no other command runs it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, runCommand, say } from './lib/project.mjs';
import { localUrl, startCluster, superuser } from './lib/postgres.mjs';
import { prepareOwnDatabase, prepareOwnRoles } from './lib/roles.mjs';
import { loadSecrets } from './lib/secrets.mjs';

await runCommand(async () => {
  const secrets = loadSecrets();
  const password = secrets.superuserPassword;
  const { port, reused, watch, stop } = await startCluster({
    name: 'postgres',
    password,
    ports: [54329],
  });
  const url = (user, word, database) => localUrl({ port, user, password: word, database });
  const superuserUrl = url(superuser, password, 'postgres');
  await prepareOwnRoles(superuserUrl, secrets);
  for (const name of ['suanquan', 'suanquan_test']) await prepareOwnDatabase(superuserUrl, name);
  const storage = join(dataDir, 'files');
  mkdirSync(storage, { recursive: true, mode: 0o700 });
  const settings = {
    DATABASE_URL: url('suanquan_app', secrets.appPassword, 'suanquan'),
    MIGRATION_DATABASE_URL: url('suanquan_owner', secrets.ownerPassword, 'suanquan'),
    SUPERUSER_DATABASE_URL: superuserUrl,
    AUTH_SECRET: secrets.authSecret,
    AUTH_URL: 'http://localhost:3000',
    DEMO: 'on',
    STORAGE_DIR: storage,
  };
  const file = join(dataDir, 'dev.env');
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(file, lines.join(''), { mode: 0o600 });
  say(`DATABASE_URL=${settings.DATABASE_URL}`);
  say(`MIGRATION_DATABASE_URL=${settings.MIGRATION_DATABASE_URL}`);
  say(
    `The database runs${reused ? ' (started elsewhere)' : ''}; ${file} holds the settings. Ctrl-C ends.`,
  );
  watch();
  const keepAlive = setInterval(() => {}, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      clearInterval(keepAlive);
      void runCommand(async () => {
        await stop();
        process.exit(0);
      });
    });
  }
});
