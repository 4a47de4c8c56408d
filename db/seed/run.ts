import postgres from 'postgres';
import { fen } from '@/lib/money';
import { buildBase } from './base';
import { Life, type CaseState } from './life';

/**
 * Loads the demonstration data once: the base directly, everything that happens by calling the
 * commands at their proper times, so that it obeys the same rules as everybody.
 */
const url = process.env.MIGRATION_DATABASE_URL;
if (!url) throw new Error('MIGRATION_DATABASE_URL is not set.');
const owner = postgres(url, { max: 2, onnotice: () => undefined });

const half = (amount: bigint) => fen(amount / 2n);
const quarter = (amount: bigint) => fen(amount / 4n);

async function liveThrough(life: Life) {
  const { startups } = life.world;
  const ownerOf = (at: number) => {
    const startup = startups[at];
    if (!startup) throw new Error('Not enough start-ups.');
    return startup.owner;
  };
  const qingyang = 'qingyang-compute-2024';
  const past = -150;
  const open = (
    at: number,
    yuan: number,
    citySlug = 'qingyang',
    programme = qingyang,
    day = past,
  ) => life.draft(ownerOf(at), programme, yuan, { citySlug, day, vendorAt: at });

  // What began five months ago: vouchers in every state, spent, disputed, settled, paid.
  await life.setDay(past);
  const old: CaseState[] = [];
  for (const at of [0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]) {
    old.push(await open(at, 600_000 + at * 410_000));
  }
  const shenzhen = [
    await open(1, 3_000_000, 'shenzhen', 'shenzhen-training-2026'),
    await open(19, 8_000_000, 'shenzhen', 'shenzhen-training-2026'),
    await open(20, 1_200_000, 'shenzhen', 'shenzhen-training-2026'),
  ];
  const nanning = [
    await open(2, 200_000, 'nanning', 'nanning-compute-2025'),
    await open(23, 900_000, 'nanning', 'nanning-compute-2025'),
    await open(24, 2_400_000, 'nanning', 'nanning-compute-2025'),
  ];
  const all = [...old, ...shenzhen, ...nanning];
  for (const state of all) await life.submit(state);
  await life.setDay(past + 3);
  for (const state of all) await life.take(state);
  const corrected = old[3];
  if (corrected) await life.giveBack(corrected);
  await life.setDay(past + 7);
  if (corrected) await life.correct(corrected);
  await life.setDay(past + 10);
  const refusedCase = old.pop();
  if (refusedCase) await life.refuse(refusedCase);
  const going = [...old, ...shenzhen, ...nanning];
  for (const state of going) await life.recommend(state);
  await life.setDay(past + 14);
  for (const state of going) await life.pass(state);
  for (const group of [old, shenzhen, nanning]) await life.publish(group);
  await life.setDay(past + 30);
  const voucherIds = new Map<CaseState, string>();
  for (const state of going) {
    await life.propose(state);
    voucherIds.set(state, await life.release(state));
  }
  const voucherOf = (state: CaseState) => voucherIds.get(state) ?? '';

  await life.setDay(-95);
  const holdIds = new Map<CaseState, string>();
  for (const state of old.slice(0, 10)) {
    holdIds.set(state, await life.hold(state, voucherOf(state), half(state.amountFen)));
  }
  await life.setDay(-80);
  const redeemed: { state: CaseState; id: string }[] = [];
  for (const state of old.slice(0, 8)) {
    const id = await life.redeem(holdIds.get(state) ?? '', quarter(state.amountFen), -80);
    redeemed.push({ state, id });
  }
  await life.setDay(-76);
  for (const { state, id } of redeemed) await life.confirm(state, id);
  await life.setDay(-70);
  for (const { state, id } of redeemed) await life.verify(state, id);
  await life.setDay(-60);
  const firstBatch = await life.batch('qingyang');
  await life.releaseBatch('qingyang', firstBatch);
  const nanningBatch = await life.batch('nanning');
  await life.releaseBatch('nanning', nanningBatch);
  await life.setDay(-55);
  await life.payAll('qingyang', firstBatch, -55);
  await life.payAll('nanning', nanningBatch, -55, true);

  // A second wave of spending, in every state a redemption can be in.
  await life.setDay(-20);
  const [a, b, c, d, e, frozen] = old;
  const wave: { state: CaseState; id: string }[] = [];
  for (const state of [a, b, c, d, e]) {
    if (!state) continue;
    const hold = await life.hold(state, voucherOf(state), quarter(state.amountFen));
    wave.push({ state, id: await life.redeem(hold, fen(state.amountFen / 8n), -20) });
  }
  if (frozen) await life.freeze(frozen, voucherOf(frozen));
  await life.setDay(-16);
  for (const [at, { state, id }] of wave.entries()) {
    if (at === 1) await life.dispute(state, id);
    if (at >= 2) await life.confirm(state, id);
  }
  await life.setDay(-12);
  const [, , third, fourth] = wave;
  if (third) await life.verify(third.state, third.id);
  if (fourth) await life.reject(fourth.state, fourth.id);
  await life.setDay(-10);
  const shenzhenBatch = await life.batch('shenzhen');
  await life.releaseBatch('shenzhen', shenzhenBatch);

  // What is under way: a case in every state of the queue.
  await life.setDay(-25);
  const running: CaseState[] = [];
  for (const [at, startup] of [16, 17, 18, 21, 22, 25, 26, 27, 14, 13].entries()) {
    running.push(await open(startup, 700_000 + at * 350_000, 'qingyang', qingyang, -25));
  }
  for (const state of running.slice(0, 6)) await life.submit(state);
  await life.setDay(-22);
  for (const state of running.slice(0, 6)) await life.take(state);
  await life.setDay(-18);
  for (const state of running.slice(0, 5)) await life.recommend(state);
  await life.setDay(-14);
  for (const state of running.slice(0, 4)) await life.pass(state);
  await life.setDay(-4);
  const [notice1, objected] = running;
  if (notice1 && objected) {
    await life.publish([notice1, objected]);
    await life.object(objected);
  }
  await life.setDay(-3);
  for (const state of running.slice(6)) await life.submit(state);
  const fresh = [
    await open(1, 4_000_000, 'shenzhen', 'shenzhen-training-2026', -3),
    await open(2, 700_000, 'nanning', 'nanning-compute-2025', -3),
    await open(22, 2_000_000, 'shenzhen', 'shenzhen-training-2026', -3),
    await open(25, 500_000, 'nanning', 'nanning-compute-2025', -3),
  ];
  for (const state of fresh) await life.submit(state);
  await life.setDay(-2);
  const [, , , , , , taken, returned] = running;
  if (taken) await life.take(taken);
  if (returned) {
    await life.take(returned);
    await life.giveBack(returned);
  }
  for (const state of fresh.slice(0, 2)) await life.take(state);
  await life.setDay(-1);
  await life.draft(ownerOf(3), qingyang, 800_000, {
    citySlug: 'qingyang',
    day: -1,
    unfinished: true,
  });
  await life.draft(ownerOf(0), 'nanning-compute-2025', 300_000, {
    citySlug: 'nanning',
    day: -1,
    unfinished: true,
  });
  await life.draft(ownerOf(4), 'shenzhen-training-2026', 2_000_000, {
    citySlug: 'shenzhen',
    day: -1,
    unfinished: true,
  });
  await life.setDay(0);
}

try {
  const [loaded] = await owner.begin(async (tx) => {
    await tx`set local role suanquan_engine`;
    return tx`select 1 from cities limit 1`;
  });
  if (!loaded) {
    const world = await buildBase(owner);
    await liveThrough(new Life(world, owner));
  }
} finally {
  await owner.end();
}
process.exit(0);
