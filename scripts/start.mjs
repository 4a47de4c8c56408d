/**
 * `npm start`: from a fresh clone to a running portal. Installs, starts the embedded PostgreSQL (or uses DATABASE_URL), migrates,
 * loads the demonstration data once, builds when a source changed, serves, and stops everything on Ctrl-C. When the database, the
 * worker or the web server ends by itself, it is started again. `--dev` serves with hot reloading instead of building.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir, runCommand, say, sentenceFor, Stop } from './lib/project.mjs';
import { checkNode, cleanEnvironment, install } from './lib/install.mjs';
import { Children, tool, waitFor, webProgram, workerProgram } from './lib/children.mjs';
import { checkListening, listenPlan, readPort } from './lib/listen.mjs';

const accounts = [
  ['owner@startup.demo', 'start-up: owner'],
  ['member@startup.demo', 'start-up: member'],
  ['viewer@startup.demo', 'start-up: viewer'],
  ['manager@qingyang.demo', 'city: programme manager'],
  ['reviewer@qingyang.demo', 'city: first reviewer'],
  ['approver@qingyang.demo', 'city: final reviewer'],
  ['finance1@qingyang.demo', 'city: finance, makes'],
  ['finance2@qingyang.demo', 'city: finance, releases'],
  ['admin@qingyang.demo', 'city: administrator'],
  ['admin2@qingyang.demo', 'city: administrator, confirms'],
  ['auditor@qingyang.demo', 'city: auditor'],
  ['operator1@agency.demo', 'agency: acts for Qingyang'],
  ['admin@agency.demo', 'agency: head'],
  ['operator@vendor.demo', 'vendor: operator'],
  ['finance@vendor.demo', 'vendor: finance'],
  ['platform@suanquan.demo', 'platform: proposes'],
  ['platform2@suanquan.demo', 'platform: releases'],
];

function announce(address, demo, plan) {
  say(`\nSuanquan answers at ${address}`);
  if (demo) {
    say('\nDemonstration accounts, password suanquan-demo-2026:');
    for (const [email, role] of accounts) say(`  ${email.padEnd(26)} ${role}`);
    say('The same addresses exist at shenzhen.demo and nanning.demo, startup2.demo, vendor2.demo.');
    say(
      plan.isExposed
        ? '\nWARNING: HOST opens this demonstration to the network. Its passwords are published, and anybody\nwho can reach it signs in as an administrator with one click.'
        : '\nA demonstration answers this machine alone; HOST=… opens it to others.',
    );
  }
  say('\nCtrl-C stops everything.');
}

/** Starts the programs beside the database, and starts each again whenever it ends. */
function startPrograms(children, env, { dev, plan, port, giveUp }) {
  children.keep('worker', workerProgram, env, giveUp);
  // The portal itself does not need the owner's login, so it does not get it.
  const { MIGRATION_DATABASE_URL: _owner, ...webEnv } = env;
  if (!dev) return children.keep('web server', webProgram, webEnv, giveUp, { mustStart: true });
  const host = plan.hosts.length > 1 ? 'localhost' : plan.hosts[0];
  const named = host === undefined ? [] : ['-H', host];
  const args = [tool('next'), 'dev', '-p', String(port), ...named];
  children.keep('web server', args, webEnv, giveUp, { isReporting: false });
}

await runCommand(async () => {
  checkNode();
  const dev = process.argv.includes('--dev');
  const port = readPort(process.env.PORT);
  const demo = process.env.DEMO ?? 'on';
  const plan = listenPlan({ HOST: process.env.HOST, DEMO: demo });
  await checkListening(port, plan);
  await install();
  const { openDatabase, prepareData } = await import('./lib/database.mjs');
  const { build } = await import('./lib/build.mjs');
  const database = await openDatabase();
  const children = new Children();
  let ending;
  const end = (code) =>
    (ending ??= (async () => {
      const forced = await children.stop();
      for (const name of forced) say(`The ${name} did not end when asked and was killed.`);
      await database.stop();
      process.exit(forced.length > 0 ? 1 : code);
    })().catch((error) => {
      process.stderr.write(`\n${sentenceFor(error)}\n`);
      process.exit(1);
    }));
  const giveUp = (sentence) => {
    if (ending) return;
    process.stderr.write(`\n${sentence} Everything is stopped.\n`);
    void end(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
  try {
    const local = `http://${plan.name}:${port}`;
    const address = process.env.AUTH_URL ?? local;
    const storage = process.env.STORAGE_DIR ?? join(dataDir, 'files');
    mkdirSync(storage, { recursive: true, mode: 0o700 });
    const env = {
      ...cleanEnvironment(),
      DATABASE_URL: database.app,
      MIGRATION_DATABASE_URL: database.owner,
      AUTH_SECRET: database.authSecret,
      AUTH_URL: address,
      DEMO: demo,
      PORT: String(port),
      STORAGE_DIR: storage,
      NEXT_TELEMETRY_DISABLED: '1',
    };
    await prepareData(env);
    if (!dev) await build(env);
    if (ending) return;
    database.watch();
    startPrograms(children, env, { dev, plan, port, giveUp });
    if (!(await waitFor(`${local}/api/health`, 60_000))) {
      throw new Stop('The portal started but its health check does not answer.');
    }
    announce(address, demo === 'on', plan);
  } catch (error) {
    if (!ending) {
      process.stderr.write(
        `\n${error instanceof Stop ? error.message : String(error?.message ?? error)}\n`,
      );
    }
    await end(1);
  }
});
