/**
 * `npm run bench`: measures the ledger and the pages on this machine, and prints a table.
 *
 * The ledger: postings a second through one voucher (they queue on one row) and through many, each beside the limit of the same
 * machine in the same run: a bare UPDATE and INSERT in a transaction of as many round trips. The pages: server time to the last
 * byte of the production build, one request after the other, with 5,000 cases in the queue. The application form: the size of a
 * page's script, and saves in the background, sent as the page sends them. The calculation: assessments and whole comparisons a
 * second on one core, without database and page. The awards: seconds and memory for a list of 100,000 firms, from the file to
 * the vouchers. The settlement: seconds and memory for 100,000 redemptions. The files: 100 of 10 MB at the same time. The
 * sign-ins: 300 wrong ones at the same time, and how long other users wait for their pages meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { measureSignIns } from './lib/bench-sign-in.mjs';
import { measureUploads } from './lib/bench-uploads.mjs';
import { checkNode, cleanEnvironment, install } from './lib/install.mjs';
import { Children, tool, waitFor, webProgram } from './lib/children.mjs';
import { dataDir, ensureDataDir, root, runCommand, say, Stop } from './lib/project.mjs';

const seconds = Number(process.env.BENCH_SECONDS ?? 5);
const connections = 16;
const manyVouchers = 64;
const extraCases = 5000;

/** Calls `once(worker)` from the given number of workers, for the given time; returns calls a second. */
async function rate(workers, once) {
  const until = performance.now() + seconds * 1000;
  const start = performance.now();
  const counts = await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      let n = 0;
      for (; performance.now() < until; n += 1) await once(worker);
      return n;
    }),
  );
  return counts.reduce((sum, n) => sum + n, 0) / ((performance.now() - start) / 1000);
}

const pick = (list) => list[Math.floor(Math.random() * list.length)];

/** Sets the same scope with which every transaction of the portal begins. */
const enter = (tx, city) => tx`select set_config('app.user', '', true),
  set_config('app.city', ${city}, true), set_config('app.organisation', '', true),
  set_config('app.platform', '', true), set_config('app.portal', '', true)`;

async function openVouchers(sql, city, holder, count) {
  const pool = randomUUID();
  const ids = Array.from({ length: count }, () => randomUUID());
  const face = '9000000000000';
  await sql.begin(async (tx) => {
    await enter(tx, city);
    await tx`select ledger.set_budget(${city}, ${pool}, ${`${9000000000000n * BigInt(count)}`})`;
    for (const id of ids) {
      await tx`select ledger.open_account(${city}, ${pool}, ${id}, ${holder}, now() + interval '1 year')`;
      await tx`select id from ledger.post(${city}, ${randomUUID()}, 'bench', 'issue', ${face}, ${id}, null, null, null)`;
    }
  });
  return ids;
}

/** Holds one fen, through the same function, scope and round trips as the portal. */
const posting = (sql, city, vendor, vouchers) => () =>
  sql.begin(async (tx) => {
    await enter(tx, city);
    const [entry] = await tx`select outcome from ledger.post(${city}, ${randomUUID()}, 'bench',
      'hold', 1, ${pick(vouchers)}, ${randomUUID()}, ${vendor}, now() + interval '90 days')`;
    if (entry.outcome !== 'posted') throw new Stop(`A posting was ${entry.outcome}.`);
  });

/** Does the least that any ledger must do: changes a balance, writes a line, and sets who acts. */
const bare = (sql, city, accounts) => () =>
  sql.begin(async (tx) => {
    await enter(tx, city);
    const id = pick(accounts);
    await tx`with changed as (update bench.accounts set held = held + 1 where id = ${id})
      insert into bench.entries (account_id, amount) values (${id}, 1)`;
  });

async function measureLedger(urls, database) {
  const { default: postgres } = await import('postgres');
  const superuser = postgres(urls.superuser(database), { max: 1, onnotice: () => {} });
  const sql = postgres(urls.app(database), { max: connections, onnotice: () => {} });
  try {
    const [{ city }] = await superuser`select id as city from cities where slug = 'qingyang'`;
    const [{ holder }] =
      await superuser`select id as holder from organisations where kind = 'startup' limit 1`;
    const [{ vendor }] =
      await superuser`select id as vendor from organisations where kind = 'vendor' limit 1`;
    await superuser.unsafe(`create schema bench;
      create table bench.accounts (id uuid primary key, held bigint not null default 0);
      create table bench.entries (id bigint generated always as identity primary key,
        account_id uuid not null, amount bigint not null, at timestamptz not null default now());
      grant usage on schema bench to suanquan_app;
      grant select, insert, update on all tables in schema bench to suanquan_app`);
    const vouchers = await openVouchers(sql, city, holder, manyVouchers);
    for (const id of vouchers) await superuser`insert into bench.accounts (id) values (${id})`;
    const one = vouchers.slice(0, 1);
    const rows = [];
    for (const [name, workers, ids] of [
      ['one voucher, 1 connection', 1, one],
      [`one voucher, ${connections} connections`, connections, one],
      [`${manyVouchers} vouchers, ${connections} connections`, connections, vouchers],
    ]) {
      say(`Measuring ${name}.`);
      await rate(workers, bare(sql, city, ids));
      const ceiling = await rate(workers, bare(sql, city, ids));
      const postings = await rate(workers, posting(sql, city, vendor, ids));
      rows.push([name, postings, ceiling, postings / ceiling]);
    }
    const breaks = await sql.begin(async (tx) => {
      await enter(tx, city);
      // These accounts have no vouchers, so only the journal is checked.
      return tx`select * from ledger.journal_breaks`;
    });
    if (breaks.length > 0) throw new Stop(`The ledger has ${breaks.length} breaks afterwards.`);
    return rows;
  } finally {
    await Promise.all([sql.end(), superuser.end()]);
  }
}

/** Measures assessments a second on one core, by `scripts/bench-assess.ts`. */
async function measureAssess(env) {
  const { runTypeScript } = await import('./lib/children.mjs');
  say('Measuring the calculation.');
  const code = await runTypeScript('scripts/bench-assess.ts', env);
  if (code !== 0) throw new Stop('The calculation could not be measured.');
}

/** Copies submitted cases until the queue is long enough for measuring; returns a voucher to view. */
async function lengthenQueue(urls, database) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(urls.superuser(database), { max: 1, onnotice: () => {} });
  try {
    const columns = (
      await sql`select column_name as name from information_schema.columns
        where table_schema = 'public' and table_name = 'applications'
          and column_name not in ('id', 'reference') and is_generated = 'NEVER'`
    ).map(({ name }) => `"${name}"`);
    // One start-up has thousands of cases here; the queue's own indexes stay.
    await sql.unsafe('drop index applications_one_running');
    await sql.unsafe(`insert into applications (id, reference, ${columns.join(', ')})
      select gen_random_uuid(), 'BENCH-' || n, ${columns.join(', ')}
      from (select * from applications where state = 'submitted' and city_id =
        (select id from cities where slug = 'qingyang') limit 1) one, generate_series(1, ${extraCases}) n`);
    await sql.unsafe('analyze');
    const [voucher] = await sql`select v.id from vouchers v
      join memberships m on m.organisation_id = v.organisation_id
      join users u on u.id = m.user_id where u.email = 'owner@startup.demo' limit 1`;
    return voucher.id;
  } finally {
    await sql.end();
  }
}

const cookiesOf = (response) =>
  response.headers.getSetCookie().map((cookie) => cookie.slice(0, cookie.indexOf(';')));

/** Signs in with the form, as a browser without JavaScript would; returns the cookie header. */
async function signIn(address, email) {
  const page = await fetch(`${address}/sign-in`);
  const html = await page.text();
  const form = html
    .split('<form')
    .map((part) => part.slice(0, part.indexOf('</form>')))
    .find((part) => part.includes('name="password"'));
  const body = new FormData();
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const [, name] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
    if (name) body.set(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  body.set('email', email);
  body.set('password', 'suanquan-demo-2026');
  const jar = cookiesOf(page);
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { cookie: jar.join('; '), origin: address },
  });
  if (answer.status !== 303) throw new Stop(`Signing in answered ${answer.status}, not 303.`);
  return [...jar, ...cookiesOf(answer)].join('; ');
}

/** Measures milliseconds to the last byte: the median, and the limits that 95 and 99 of 100 requests stay under. */
async function timePage(url, cookie) {
  const times = [];
  for (let n = 0; n < 220; n += 1) {
    const start = performance.now();
    const response = await fetch(url, { headers: cookie ? { cookie } : {}, redirect: 'manual' });
    await response.arrayBuffer();
    if (response.status !== 200) throw new Stop(`${url} answered ${response.status}.`);
    if (n >= 20) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return [0.5, 0.95, 0.99].map((share) => times[Math.floor(times.length * share)]);
}

/** Runs a part of the measurement in a process of its own, and returns what it prints as JSON. */
async function runPart(script, env) {
  const { execFile } = await import('node:child_process');
  const { promisify } = await import('node:util');
  const args = [tool('tsx'), '--conditions=react-server', script];
  const options = { env, cwd: root, maxBuffer: 1024 * 1024 };
  const { stdout } = await promisify(execFile)(process.execPath, args, options);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

const together = (...parts) => [
  parts.reduce((sum, part) => sum + part.seconds, 0),
  Math.max(...parts.map((part) => part.megabytes)),
];

/** Imports a list of 100,000 firms, from the file to the vouchers. */
async function measureImport(env) {
  say('Measuring an import of 100,000 rows.');
  const { upload, check, propose, release } = await runPart('scripts/bench-awards.ts', env);
  return [
    ['import: read, map, check, stage', ...together(upload, check)],
    ['proposal: check once more', ...together(propose)],
    ['release: issue all in one transaction', ...together(release)],
  ];
}

/** Settles 100,000 redemptions of 200 vendors, from the proposal to the released files. */
async function measureSettlement(env, superuserUrl) {
  say('Measuring a settlement of 100,000 redemptions.');
  const partEnv = { ...env, BENCH_SUPERUSER_URL: superuserUrl };
  const { propose, files, release } = await runPart('scripts/bench-settlement.ts', partEnv);
  return [
    ['proposal: one payment for each vendor', ...together(propose)],
    ['payment files, as shown before the release', ...together(files)],
    ['release', ...together(release)],
  ];
}

/** Lists drafts of the demonstration, and the users who write them. */
async function draftsOf(urls, database) {
  const { default: postgres } = await import('postgres');
  const sql = postgres(urls.superuser(database), { max: 1, onnotice: () => {} });
  try {
    const drafts =
      await sql`select a.id as "applicationId", min(u.email) as email from applications a
      join memberships m on m.organisation_id = a.organisation_id and m.role = 'owner'
      join users u on u.id = m.user_id
      where a.state = 'draft' and m.ended_at is null and u.email like '%.demo'
      group by a.id order by a.id`;
    if (drafts.length === 0) throw new Stop('The demonstration has no draft.');
    return drafts;
  } finally {
    await sql.end();
  }
}

async function measureFiles(address, pid, drafts) {
  say('Measuring 100 files of 10 MB at once.');
  const signedIn = [];
  for (const { applicationId, email } of drafts) {
    signedIn.push({ applicationId, cookie: await signIn(address, email) });
  }
  return measureUploads(address, pid, signedIn);
}

async function measurePages(env, children, voucherId, drafts) {
  const { build } = await import('./lib/build.mjs');
  const { freePort } = await import('./lib/postgres.mjs');
  await build(env);
  const port = await freePort([3110]);
  const address = `http://localhost:${port}`;
  const log = openSync(join(dataDir, 'bench-server.log'), 'w');
  const { MIGRATION_DATABASE_URL: _owner, ...shared } = env;
  const webEnv = { ...shared, PORT: String(port), AUTH_URL: address };
  const ended = (name, code) => say(`The ${name} ended by itself (${code}).`);
  const { pid } = children.start('web server', webProgram, webEnv, ended, { log });
  if (!(await waitFor(`${address}/api/health`, 60_000)))
    throw new Stop('The portal does not answer.');
  const manager = await signIn(address, 'manager@qingyang.demo');
  const owner = await signIn(address, 'owner@startup.demo');
  const rows = [];
  for (const [name, path, cookie] of [
    ['home, nobody signed in', '/', undefined],
    ['ranked comparison over all shipped programmes', '/compare?contractAmount=1000000', undefined],
    ['the same where every threshold is missed', '/compare?contractAmount=5000', undefined],
    ['list of programmes, first page', '/programmes', undefined],
    ['queue, programme manager', '/city/cases', manager],
    ['queue searched for a name', `/city/cases?q=${encodeURIComponent('智能')}`, manager],
    ['voucher, its owner', `/startup/vouchers/${voucherId}`, owner],
  ]) {
    say(`Measuring ${name}.`);
    rows.push([name, ...(await timePage(`${address}${path}`, cookie))]);
  }
  const form = await measureDraft(address, drafts[0]);
  const files = await measureFiles(address, pid, drafts);
  say('Measuring 300 sign-ins at once.');
  return { pages: rows, form, files, signIns: await measureSignIns(address) };
}

/** Measures one page of the application form: the size of its script, and its saves in the background. */
async function measureDraft(address, { applicationId, email }) {
  const { measureForm } = await import('./lib/form-bench.mjs');
  say('Measuring the application form.');
  const { bytes, taken } = await measureForm(
    address,
    applicationId,
    await signIn(address, email),
    320,
  );
  return {
    bytes,
    times: [0.5, 0.95, 0.99].map((share) => taken[Math.floor(taken.length * share)]),
  };
}

function table(head, rows) {
  const lines = [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

await runCommand(async () => {
  checkNode();
  await install();
  ensureDataDir();
  const { startOwnCluster, prepareData } = await import('./lib/database.mjs');
  const { prepareOwnDatabase } = await import('./lib/roles.mjs');
  const database = 'suanquan_bench';
  const children = new Children();
  const cluster = await startOwnCluster({ name: 'bench-postgres', ports: [54349] });
  try {
    const { default: postgres } = await import('postgres');
    const superuser = postgres(cluster.urls.superuser('postgres'), { max: 1, onnotice: () => {} });
    await superuser.unsafe(`drop database if exists ${database} with (force)`);
    const [{ version }] = await superuser`select current_setting('server_version') as version`;
    await superuser.end();
    await prepareOwnDatabase(cluster.urls.superuser('postgres'), database);
    const storage = join(dataDir, 'bench-files');
    mkdirSync(storage, { recursive: true, mode: 0o700 });
    const env = {
      ...cleanEnvironment(),
      DATABASE_URL: cluster.urls.app(database),
      MIGRATION_DATABASE_URL: cluster.urls.owner(database),
      AUTH_SECRET: cluster.secrets.authSecret,
      AUTH_URL: 'http://localhost:3110',
      DEMO: 'on',
      STORAGE_DIR: storage,
      LOG_LEVEL: 'warn',
      NEXT_TELEMETRY_DISABLED: '1',
    };
    await prepareData(env);
    await measureAssess(env);
    const ledger = await measureLedger(cluster.urls, database);
    const voucherId = await lengthenQueue(cluster.urls, database);
    const drafts = await draftsOf(cluster.urls, database);
    const { pages, form, files, signIns } = await measurePages(env, children, voucherId, drafts);
    const settlement = await measureSettlement(env, cluster.urls.superuser(database));
    const lists = await measureImport(env);
    const [cpu] = cpus();
    say(
      `\n${cpu?.model ?? 'CPU'} × ${cpus().length}, Node ${process.versions.node}, PostgreSQL ${version}\n`,
    );
    const whole = (value) => Math.round(value).toLocaleString('en');
    say(
      table(
        ['Ledger', 'postings/s', 'bare ceiling/s', 'share'],
        ledger.map(([name, postings, ceiling, share]) => [
          name,
          whole(postings),
          whole(ceiling),
          `${Math.round(share * 100)} %`,
        ]),
      ),
    );
    say('');
    const ms = (value) => `${value.toFixed(1)} ms`;
    say(
      table(
        ['Page', 'median', '95 %', '99 %'],
        pages.map(([name, ...times]) => [name, ...times.map(ms)]),
      ),
    );
    say('');
    say(
      table(
        ['Application form', 'median', '95 %', '99 %'],
        [
          ['a save in the background', ...form.times.map(ms)],
          ['JavaScript of the page, gzipped', `${(form.bytes / 1000).toFixed(1)} kB`, '', ''],
        ],
      ),
    );
    say('');
    say(
      table(
        ['100,000 awards', 'seconds', 'process grew by'],
        lists.map(([name, seconds, grown]) => [name, `${seconds.toFixed(1)} s`, `${grown} MB`]),
      ),
    );
    say('');
    say(
      table(
        ['100,000 redemptions of 200 vendors', 'seconds', 'process grew by'],
        settlement.map(([name, seconds, grown]) => [
          name,
          `${seconds.toFixed(1)} s`,
          `${grown} MB`,
        ]),
      ),
    );
    say('');
    say(
      table(
        ['100 files of 10 MB at once', 'seconds', 'before', 'at most', 'grew by', 'asked to wait'],
        [
          [
            'memory of the web server',
            `${files.seconds.toFixed(1)} s`,
            ...[files.before, files.most, files.most - files.before].map((mb) => `${whole(mb)} MB`),
            files.waits,
          ],
        ],
      ),
    );
    say('');
    say(
      table(
        [
          '300 wrong sign-ins at once',
          'seconds',
          'pages before',
          'meanwhile',
          'at most',
          'answers',
        ],
        signIns.map(([name, one]) => [
          name,
          `${one.seconds.toFixed(1)} s`,
          ms(one.before),
          ms(one.median),
          ms(one.most),
          one.answers,
        ]),
      ),
    );
  } finally {
    await children.stop();
    await cluster.stop();
  }
  process.exit(0);
});
