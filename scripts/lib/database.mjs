/** The database that a run of the portal uses: the embedded one, or the one in DATABASE_URL. */
import { addressFault, withLogin } from '../../lib/database-address.mjs';
import { localUrl, startCluster, superuser } from './postgres.mjs';
import { say, Stop } from './project.mjs';
import { prepareForeignRoles, prepareOwnDatabase, prepareOwnRoles } from './roles.mjs';
import { derivePassword, loadSecrets } from './secrets.mjs';
import { runTypeScript } from './children.mjs';

/**
 * Starts a cluster of our own with its roles; returns its folder, addresses by login and database, and how to watch and stop it.
 */
export async function startOwnCluster({ name, ports, settings }) {
  const secrets = loadSecrets();
  const cluster = await startCluster({
    name,
    password: secrets.superuserPassword,
    ports,
    settings,
  });
  const url = (user, password) => (database) =>
    localUrl({ port: cluster.port, user, password, database });
  const urls = {
    superuser: url(superuser, secrets.superuserPassword),
    owner: url('suanquan_owner', secrets.ownerPassword),
    app: url('suanquan_app', secrets.appPassword),
  };
  await prepareOwnRoles(urls.superuser('postgres'), secrets);
  const { directory, watch, stop } = cluster;
  return { urls, secrets, directory, watch, stop };
}

/** Rejects a wrong address, because a fault in a setting must be reported before anything is done with it. */
function checkAddress(name) {
  const value = process.env[name];
  const fault = value && addressFault(value);
  if (fault) throw new Stop(`${name} ${fault}.`);
}

/**
 * Opens the portal's database. With DATABASE_URL set nothing is started: that login migrates (unless MIGRATION_DATABASE_URL names
 * another), and the portal signs in as suanquan_app.
 */
export async function openDatabase() {
  for (const name of ['DATABASE_URL', 'MIGRATION_DATABASE_URL']) checkAddress(name);
  const given = process.env.DATABASE_URL;
  const secrets = loadSecrets();
  const authSecret = process.env.AUTH_SECRET ?? secrets.authSecret;
  if (!given) {
    const { urls, watch, stop } = await startOwnCluster({ name: 'postgres', ports: [54329] });
    await prepareOwnDatabase(urls.superuser('postgres'), 'suanquan');
    return { owner: urls.owner('suanquan'), app: urls.app('suanquan'), authSecret, watch, stop };
  }
  const foreign = { authSecret, watch: () => {}, stop: async () => {} };
  if (process.env.MIGRATION_DATABASE_URL) {
    return { owner: process.env.MIGRATION_DATABASE_URL, app: given, ...foreign };
  }
  const password = derivePassword(authSecret, 'suanquan_app');
  await prepareForeignRoles(given, password);
  const app = withLogin(given, 'suanquan_app', password);
  return { owner: given, app, ...foreign };
}

/** Checks the settings and brings the database up to date; in demonstration mode loads the demonstration data, once. */
export async function prepareData(env) {
  if ((await runTypeScript('scripts/check-settings.ts', env)) !== 0) {
    throw new Stop('Correct the setting named above, then run the command again.');
  }
  if ((await runTypeScript('db/migrate.ts', env)) !== 0) {
    throw new Stop('The database could not be brought up to date; the message above says why.');
  }
  if (env.DEMO !== 'on') return;
  say('Loading the demonstration data, unless it is there.');
  if ((await runTypeScript('demo/run.ts', env)) !== 0) {
    throw new Stop('The demonstration data could not be loaded; the message above says why.');
  }
}
