/**
 * The part of `npm run torture` that performs acts: the portal's own commands, each under its key, through the portal's own pool,
 * which reaches the database through a proxy that breaks connections. It runs what scripts/torture/acts.mjs asks for, one after
 * the other, and outlives the database. Every hold that is acknowledged is written to a journal outside of the database.
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import postgres from 'postgres';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { BreakingProxy } from '@/db/testing/proxy';

const superuserUrl = process.env.TORTURE_SUPERUSER_URL ?? '';
const journalFile = process.env.TORTURE_JOURNAL ?? '';
// The portal reads its settings once, so the address through the proxy is set before any of its code is loaded.
const { proxy, url } = await BreakingProxy.before(process.env.DATABASE_URL ?? '');
process.env.DATABASE_URL = url;
const { as, sendOnce } = await import('@/demo/act');
const { buildBase } = await import('@/demo/base');
const { qingyang2024 } = await import('@/demo/programmes/qingyang-2024');
const { proposeImport } = await import('@/features/awards/decision-commands');
const { awardFields } = await import('@/features/awards/domain/fields');
const { mapImport, uploadImport } = await import('@/features/awards/import-commands');
const { releaseImport } = await import('@/features/awards/release-commands');
const { runSweeps } = await import('@/features/jobs/sweeps');
const { submitRedemption } = await import('@/features/redemptions/commands');
const decisions = await import('@/features/redemptions/decision-commands');
const { authoriseHold, releaseHold } = await import('@/features/redemptions/hold-commands');
const { addDays, shanghaiDate } = await import('@/lib/dates');
const { fen } = await import('@/lib/money');
const { addAutomaticProgramme, automaticRules, listedCode } =
  await import('@/db/testing/automatic-programme');
const { listFile } = await import('@/db/testing/list-file');
const { poolState } = await import('@/db/client');
import type { Person, World } from '@/demo/base';
import type { Outcome } from '@/lib/result';

const superuser = postgres(superuserUrl, { max: 2, onnotice: () => undefined });
/** Where this run's randomness comes from, so that it can be repeated. */
let random: () => number = Math.random;

type Voucher = { id: string; firm: string; face: bigint };
const lab = { prefix: '', vouchers: [] as Voucher[], vendorId: '', cityId: '' };
let world: World;
let invoices = 0;
let orders = 0;

const person = (email: string): Person => {
  const found = world.people.get(email);
  if (!found) throw new Error(`Nobody has the address ${email}.`);
  return found;
};

/** Returns somebody who may act for the firm that holds a voucher. */
const ownerOf = ({ firm }: Voucher, nth = 0): Person => {
  const owners = world.startups.map(({ owner }) => owner);
  const owner = owners[nth % owners.length];
  if (!owner) throw new Error('The base has no start-ups.');
  return { ...owner, organisationId: firm };
};

/**
 * Fills the empty database: the cities and people of the demonstration, and vouchers of as many firms, issued from a list through
 * the portal's commands. They are spent at vendors: lists are otherwise paid out at once, so the rules are changed before the
 * release.
 */
async function prepare({ vouchers, prefix }: { vouchers: number; prefix: string }) {
  const owner = postgres(process.env.MIGRATION_DATABASE_URL ?? '', {
    max: 2,
    onnotice: () => undefined,
  });
  world = await buildBase(owner, shanghaiDate(new Date()));
  const rules = { ...automaticRules, voucher: qingyang2024.rules.voucher };
  const budget = { citySlug: 'qingyang', budgetYuan: 900_000_000, rules };
  const programmeId = await addAutomaticProgramme(owner, world, budget);
  await owner.end();
  const lines = Array.from(
    { length: vouchers },
    (_, n) =>
      `${listedCode(n + 1)},名单企业${n + 1}有限公司,${10_000 + (n % 9_000)}.00,HT-${n + 1},f${n + 1}@example.cn`,
  );
  const text = ['统一社会信用代码,企业名称,结算金额（元）,合同编号,联系邮箱', ...lines].join('\n');
  const manager = person('manager@qingyang.demo');
  const { id: importId } = await as(manager, uploadImport, {
    programmeId,
    file: await listFile(text),
  });
  const none = Object.fromEntries(awardFields.map((field) => [`column_${field}`, undefined]));
  const columns = {
    column_creditCode: 0,
    column_name: 1,
    column_base: 2,
    column_reference: 3,
    column_email: 4,
  };
  await as(manager, mapImport, {
    ...(none as Record<`column_${(typeof awardFields)[number]}`, undefined>),
    importId,
    period: '',
    ...columns,
  });
  await as(manager, proposeImport, { importId });
  await superuser.begin(async (tx) => {
    // A published version is immutable for everybody else.
    await tx`set local session_replication_role = replica`;
    await tx`update programme_versions set rules = jsonb_set(
        jsonb_set(rules, '{mode}', '"deduct"'), '{evidence}', ${tx.json(qingyang2024.rules.evidence)})
      where programme_id = ${programmeId}`;
  });
  await as(person('finance1@qingyang.demo'), releaseImport, { importId });
  const rows = await superuser<{ id: string; firm: string; face: string }[]>`
    select id, organisation_id as firm, face_value_fen::text as face from vouchers order by id`;
  lab.vouchers = rows.map((row) => ({ ...row, face: BigInt(row.face) }));
  lab.vendorId = world.vendors[0]?.id ?? '';
  lab.cityId = world.cities.get('qingyang') ?? '';
  lab.prefix = prefix;
  return { figures: { vouchers: lab.vouchers.length }, faults: [] };
}

/** An act under its key, which can be sent any number of times. */
type Act = { name: string; key: string; send: () => Promise<Outcome<unknown>> };
type Hold = { act: Act; order: string; voucher: Voucher };

function newHold(voucher: Voucher, amountFen: bigint, nth = 0): Hold {
  orders += 1;
  const order = `${lab.prefix}${orders}`;
  const key = randomUUID();
  const input = {
    voucherId: voucher.id,
    vendorId: lab.vendorId,
    orderNumber: order,
    orderFen: fen(amountFen * 10n),
    amountFen: fen(amountFen),
  };
  const send = () => sendOnce(ownerOf(voucher, nth), ['authoriseHold', authoriseHold], input, key);
  return { act: { name: 'hold', key, send }, order, voucher };
}

const newRelease = (voucher: Voucher, holdId: string): Act => {
  const key = randomUUID();
  const send = () => sendOnce(ownerOf(voucher), ['releaseHold', releaseHold], { holdId }, key);
  return { name: 'release', key, send };
};

function newRedemption(holdId: string, amountFen: bigint): Act {
  invoices += 1;
  const number = `26622000000${invoices.toString().padStart(9, '0')}`;
  const key = randomUUID();
  const today = shanghaiDate(new Date());
  const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
  const input = {
    holdId,
    invoiceCode: '',
    invoiceNumber: number,
    invoiceKey: `:${number}`,
    invoiceFen: fen(amountFen * 10n),
    subsidyFen: fen(amountFen),
    cardHours: '12',
    chip: 'ascend' as const,
    servedFrom: addDays(today, -20),
    servedTo: addDays(today, -1),
    invoiceFile: new File([pdf], 'invoice.pdf', { type: 'application/pdf' }),
  };
  const operator = world.vendors[0]?.operator ?? null;
  const send = () => sendOnce(operator, ['submitRedemption', submitRedemption], input, key);
  return { name: 'submit', key, send };
}

const newAnswer = (redemptionId: string, voucher: Voucher): Act => {
  const key = randomUUID();
  const send = () =>
    sendOnce(
      ownerOf(voucher),
      ['confirmRedemption', decisions.confirmRedemption],
      { redemptionId },
      key,
    );
  return { name: 'confirm', key, send };
};

const newVerification = (redemptionId: string): Act => {
  const key = randomUUID();
  const official = person('finance1@qingyang.demo');
  const send = () =>
    sendOnce(official, ['verifyRedemption', decisions.verifyRedemption], { redemptionId }, key);
  return { name: 'verify', key, send };
};

const counts = { unanswered: 0 };

/** Sends an act under its key until it is answered, as a form is sent again whose outcome nobody knows. */
async function sendUntilAnswered({ send, name }: Act): Promise<Outcome<unknown>> {
  for (let sent = 1; ; sent += 1) {
    try {
      return await send();
    } catch (error) {
      counts.unanswered += 1;
      if (sent >= 120) throw new Error(`"${name}" was not answered.`, { cause: error });
      await sleep(100 + 200 * random());
    }
  }
}

/** Sends a hold; writes it to the journal, outside of the database, once it is acknowledged. */
async function hold(one: Hold): Promise<Outcome<unknown>> {
  const outcome = await sendUntilAnswered(one.act);
  if (outcome.ok) appendFileSync(journalFile, `${Date.now()} ${one.order}\n`);
  return outcome;
}

/** Runs jobs from so many workers at the same time. */
async function inParallel<T>(workers: number, jobs: readonly T[], once: (job: T) => Promise<void>) {
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.pop(); job !== undefined; job = waiting.pop()) await once(job);
  };
  await Promise.all(Array.from({ length: workers }, work));
}

/** Returns a fault for every answer that is neither a success nor the one refusal that must come. */
const oddAnswers = (outcomes: readonly Outcome<unknown>[]) =>
  outcomes.flatMap((outcome) =>
    outcome.ok || outcome.code === 'ledger_insufficient' ? [] : [`Refused: ${outcome.code}.`],
  );

async function heldOn(ids: readonly string[]): Promise<Map<string, { held: bigint; n: number }>> {
  const rows = await superuser<{ id: string; held: string; n: number }[]>`
    select a.id, a.held_fen::text as held, count(h.id)::int as n
    from ledger.accounts a left join ledger.holds h on h.account_id = a.id
    where a.id = any(${ids}::uuid[]) group by a.id`;
  return new Map(rows.map(({ id, held, n }) => [id, { held: BigInt(held), n }]));
}

const redeemers = 64;

/** Lets 64 redeemers hold a part of one voucher at the same moment: exactly as many as fit get it. */
async function oneVoucher() {
  const voucher = lab.vouchers[0];
  if (!voucher) throw new Error('There is no voucher.');
  const part = voucher.face / 40n;
  const fits = Number(voucher.face / part);
  const outcomes: Outcome<unknown>[] = [];
  const started = performance.now();
  await Promise.all(
    Array.from({ length: redeemers }, async (_, nth) => {
      outcomes.push(await hold(newHold(voucher, part, nth)));
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  const acknowledged = outcomes.filter(({ ok }) => ok).length;
  const there = (await heldOn([voucher.id])).get(voucher.id);
  const faults = oddAnswers(outcomes);
  if (acknowledged !== fits) faults.push(`${acknowledged} holds got through instead of ${fits}.`);
  if (there?.held !== part * BigInt(fits) || there.n !== fits) {
    faults.push(
      `The voucher holds ${there?.held.toString() ?? 'nothing'} in ${there?.n ?? 0} parts.`,
    );
  }
  return {
    figures: { sent: redeemers, acknowledged, refused: redeemers - acknowledged, seconds },
    faults,
  };
}

/** Lets 64 redeemers hold 60 % of every voucher, twice each, until the time is over: of each voucher exactly one succeeds. */
async function manyVouchers({ mostSeconds }: { mostSeconds: number }) {
  // The first voucher was spent by the test before; the last ones are for the tests that follow.
  const vouchers = lab.vouchers.slice(1, -2);
  const jobs = [...vouchers, ...vouchers]
    .map((voucher) => ({ voucher, at: random() }))
    .sort((a, b) => a.at - b.at);
  const acknowledged = new Map<string, number>();
  const asked = new Set<string>();
  const outcomes: Outcome<unknown>[] = [];
  const started = performance.now();
  await inParallel(redeemers, jobs, async ({ voucher, at }) => {
    if (performance.now() - started > mostSeconds * 1000) return;
    asked.add(voucher.id);
    const outcome = await hold(newHold(voucher, (voucher.face * 6n) / 10n, Math.floor(at * 64)));
    outcomes.push(outcome);
    if (outcome.ok) acknowledged.set(voucher.id, (acknowledged.get(voucher.id) ?? 0) + 1);
  });
  const seconds = (performance.now() - started) / 1000;
  const faults = oddAnswers(outcomes);
  const there = await heldOn(vouchers.map(({ id }) => id));
  for (const { id, face } of vouchers.filter((one) => asked.has(one.id))) {
    const { held, n } = there.get(id) ?? { held: 0n, n: 0 };
    if (acknowledged.get(id) !== 1 || n !== 1 || held > face) {
      faults.push(
        `Of voucher ${id} ${acknowledged.get(id) ?? 0} holds were acknowledged, ${n} are there.`,
      );
    }
  }
  const yes = [...acknowledged.values()].reduce((sum, n) => sum + n, 0);
  return {
    figures: {
      vouchers: vouchers.length,
      asked: asked.size,
      sent: outcomes.length,
      acknowledged: yes,
      seconds,
    },
    faults,
  };
}

const holdIdOf = async (order: string): Promise<string> => {
  const [row] = await superuser<{ id: string }[]>`
    select id from holds where order_number = ${order}`;
  if (!row) throw new Error(`The order ${order} is not there.`);
  return row.id;
};

const idOf = (outcome: Outcome<unknown>): string => {
  if (!outcome.ok) throw new Error(`Refused: ${outcome.code}.`);
  return (outcome.value as { id: string }).id;
};

/** Counts everything that an act may leave behind. */
async function countRows(): Promise<string> {
  const [row] = await superuser<{ seen: string }[]>`
    select concat_ws('/', (select count(*) from audit_events), (select count(*) from ledger.entries),
      (select count(*) from documents), (select count(*) from mails), (select count(*) from redemptions),
      (select count(*) from holds), (select count(*) from sendings)) as seen`;
  return row?.seen ?? '';
}

/** The acts whose sendings are repeated, with their first answers. */
const repeated: { act: Act; answer: string }[] = [];
let rowsBefore = '';

/** Performs each kind of act of an order once: held, released; held, submitted, confirmed, verified. */
async function firstSendings({ each }: { each: number }) {
  const voucher = lab.vouchers.at(-1);
  if (!voucher) throw new Error('There is no voucher.');
  const first = async (act: Act, sent: Promise<Outcome<unknown>>) => {
    const answer = await sent;
    repeated.push({ act, answer: JSON.stringify(answer) });
    return answer;
  };
  for (let n = 0; n < each; n += 1) {
    const [one, two] = [newHold(voucher, 10n), newHold(voucher, 10n)];
    for (const order of [one, two]) await first(order.act, hold(order));
    const release = newRelease(voucher, await holdIdOf(one.order));
    await first(release, sendUntilAnswered(release));
    const submit = newRedemption(await holdIdOf(two.order), 10n);
    const id = idOf(await first(submit, sendUntilAnswered(submit)));
    for (const act of [newAnswer(id, voucher), newVerification(id)]) {
      await first(act, sendUntilAnswered(act));
    }
  }
  rowsBefore = await countRows();
  const refusals = repeated.filter(({ answer }) => !answer.includes('"ok":true'));
  return {
    figures: { acts: repeated.length },
    faults: refusals.map(({ act, answer }) => `"${act.name}": ${answer}`),
  };
}

/** Sends all of them once more, while the database may be killed: each must get its first answer. */
async function sendAgain() {
  const faults: string[] = [];
  const plain = (answer: string) =>
    JSON.stringify({ ...(JSON.parse(answer) as object), repeated: undefined });
  await inParallel(4, repeated, async ({ act, answer }) => {
    const now = JSON.stringify(await sendUntilAnswered(act));
    if (plain(now) !== plain(answer))
      faults.push(`"${act.name}" answers ${now}, at first ${answer}.`);
  });
  return { figures: { sent: repeated.length }, faults };
}

/** Checks that the repeated sendings have left nothing behind. */
async function checkAgain() {
  const now = await countRows();
  const faults = now === rowsBefore ? [] : [`Rows: ${rowsBefore} before, ${now} after.`];
  return { figures: { rows: now }, faults };
}

type Point = { side: 'sent' | 'answered'; nth: number };

/** Performs an act while its connection is cut once: before its nth message is passed on, or before its nth answer is. */
async function cutAt({ side, nth }: Point, act: () => Promise<Outcome<unknown>>) {
  let passed = 0;
  let isCut = false;
  const hook = (data: Buffer, cut: () => void) => {
    passed += 1;
    if (isCut || passed !== nth) return data;
    isCut = true;
    cut();
    return undefined;
  };
  if (side === 'sent') proxy.onSent = hook;
  else proxy.onAnswer = hook;
  const outcome = await act();
  proxy.onSent = proxy.onAnswer = undefined;
  return { outcome, isCut };
}

/** Performs an act again and again, each time cut one message later, until an act ends before its cut. */
async function cutEverywhere(
  side: Point['side'],
  every: number,
  make: () => Promise<{ act: Act; send: () => Promise<Outcome<unknown>> }>,
) {
  const faults: string[] = [];
  let cuts = 0;
  for (let nth = 1; nth < 500; nth += every) {
    const { act, send } = await make();
    const { outcome, isCut } = await cutAt({ side, nth }, send);
    if (!outcome.ok) faults.push(`"${act.name}", cut at ${side} ${nth}: ${outcome.code}.`);
    if (!isCut) break;
    cuts += 1;
    const again = await sendUntilAnswered(act);
    if (!again.ok) faults.push(`"${act.name}", cut at ${side} ${nth}, sent again: ${again.code}.`);
    const [row] = await superuser<{ n: number }[]>`
      select count(*)::int as n from sendings where key = ${act.key}`;
    if (row?.n !== 1) faults.push(`"${act.name}", cut at ${side} ${nth}, is kept ${row?.n} times.`);
  }
  return { cuts, faults };
}

/** Cuts the connection at every point of every act. The short form cuts holds alone. */
async function cuts({ all }: { all: boolean }) {
  const voucher = lab.vouchers.at(-2);
  if (!voucher) throw new Error('There is no voucher.');
  const held = async () => {
    const one = newHold(voucher, 10n);
    await hold(one);
    return holdIdOf(one.order);
  };
  const submitted = async () => idOf(await sendUntilAnswered(newRedemption(await held(), 10n)));
  const confirmed = async () => {
    const id = await submitted();
    await sendUntilAnswered(newAnswer(id, voucher));
    return id;
  };
  const sending = (act: Act) => ({ act, send: () => sendUntilAnswered(act) });
  const makers = {
    hold: () => {
      const one = newHold(voucher, 10n);
      return Promise.resolve({ act: one.act, send: () => hold(one) });
    },
    release: async () => sending(newRelease(voucher, await held())),
    submit: async () => sending(newRedemption(await held(), 10n)),
    confirm: async () => sending(newAnswer(await submitted(), voucher)),
    verify: async () => sending(newVerification(await confirmed())),
  };
  const faults: string[] = [];
  const figures: Record<string, number> = { cuts: 0 };
  for (const [name, make] of Object.entries(makers)) {
    if (!all && name !== 'hold') continue;
    for (const side of ['sent', 'answered'] as const) {
      const done = await cutEverywhere(side, all ? 1 : 5, make);
      figures.cuts = (figures.cuts ?? 0) + done.cuts;
      faults.push(...done.faults);
    }
  }
  const { size, closed, ended } = poolState();
  if (ended > 0 || closed > size) faults.push('The pool is not whole after the cuts.');
  return { figures, faults };
}

/** Lets 16 redeemers work on one voucher until all of their holds are answered, whatever becomes of the database. */
async function holdOn({ count }: { count: number }) {
  const voucher = lab.vouchers.at(-2);
  if (!voucher) throw new Error('There is no voucher.');
  const outcomes: Outcome<unknown>[] = [];
  const jobs = Array.from({ length: count }, () => newHold(voucher, 10n));
  await inParallel(16, jobs, async (job) => {
    outcomes.push(await hold(job));
  });
  const acknowledged = outcomes.filter(({ ok }) => ok).length;
  const faults = acknowledged === count ? [] : [`${acknowledged} of ${count} holds were answered.`];
  return { figures: { sent: count, acknowledged }, faults };
}

const day = 86_400;

const setClock = (seconds: number) => superuser`
  insert into portal_clock (one, ahead_seconds) values ('clock', ${seconds})
  on conflict (one) do update set ahead_seconds = excluded.ahead_seconds`;

/** Runs the sweeps of the city twice at the same time, until they find nothing more; returns how often. */
async function sweepAll(): Promise<number> {
  const only = new Set([lab.cityId]);
  for (let runs = 1; ; runs += 1) {
    const before = await countRows();
    await Promise.all([runSweeps(only), runSweeps(only)]);
    if ((await countRows()) === before) return runs;
  }
}

/**
 * Moves the portal's clock forward and back between acts. Keys must hold across it, each hold and voucher must end once, and ids
 * must keep the order of the acts, because they come from the machine's clock and not from the portal's.
 */
async function clock() {
  const voucher = lab.vouchers.at(-1);
  if (!voucher) throw new Error('There is no voucher.');
  const faults: string[] = [];
  const acts: Hold[] = [];
  const jumps = [0, 3600, -7200, 29 * day, -day, 0, 60, -3600 * 8];
  for (const seconds of jumps) {
    await setClock(seconds);
    for (const { act, order } of acts) {
      const again = await sendUntilAnswered(act);
      if (!again.ok) faults.push(`${order} answers ${again.code} after a jump.`);
    }
    const one = newHold(voucher, 10n);
    const outcome = await hold(one);
    if (!outcome.ok) faults.push(`A hold at ${seconds} s: ${outcome.code}.`);
    acts.push(one);
  }
  const ids = await Promise.all(acts.map(({ order }) => holdIdOf(order)));
  if (ids.join() !== [...ids].sort().join())
    faults.push('The ids are not in the order of the acts.');
  let sweeps = 0;
  // Beyond the terms of the holds and of the vouchers, back before both, and beyond again.
  for (const seconds of [100 * day, 0, 500 * day, 0, 500 * day]) {
    await setClock(seconds);
    sweeps += await sweepAll();
  }
  await superuser`delete from portal_clock`;
  const [ended] = await superuser<
    { holds: number; vouchers: number; twice: number; open: number }[]
  >`
    select (select count(*)::int from ledger.entries where kind = 'release' and outcome = 'posted') as holds,
      (select count(*)::int from ledger.entries where kind = 'expire' and outcome = 'posted') as vouchers,
      (select count(*)::int from (select 1 from ledger.entries
        where kind in ('release', 'expire') and outcome = 'posted'
        group by account_id, hold_id, kind having count(*) > 1) x) as twice,
      (select count(*)::int from ledger.accounts a
        where a.granted_fen > a.spent_fen + a.returned_fen and not exists (
          select 1 from ledger.holds h where h.account_id = a.id and h.claimed_fen > 0)) as open`;
  if (ended?.twice !== 0) faults.push(`${ended?.twice} holds or vouchers ended twice.`);
  if (ended?.open !== 0) faults.push(`${ended?.open} vouchers did not expire.`);
  if (ended?.vouchers !== lab.vouchers.length) {
    faults.push(`${ended?.vouchers} of ${lab.vouchers.length} vouchers expired.`);
  }
  return {
    figures: {
      jumps: jumps.length + 5,
      acts: acts.length,
      sweeps: 2 * sweeps,
      expiredHolds: ended?.holds ?? 0,
      expiredVouchers: ended?.vouchers ?? 0,
    },
    faults,
  };
}

const tasks = {
  prepare,
  oneVoucher,
  manyVouchers,
  firstSendings,
  sendAgain,
  checkAgain,
  cuts,
  holdOn,
  clock,
};

const { randomFrom } = await import('../lib/random.mjs');

process.on('message', (message: { do: keyof typeof tasks; seed: number; input: never }) => {
  random = randomFrom(message.seed);
  counts.unanswered = 0;
  tasks[message.do](message.input).then(
    ({ figures, faults }) => process.send?.({ figures: { ...figures, ...counts }, faults }),
    (error: unknown) => {
      process.send?.({ figures: {}, faults: [`${message.do}: ${inspect(error)}`] });
    },
  );
});
process.on('disconnect', () => process.exit(0));
process.send?.('ready');
