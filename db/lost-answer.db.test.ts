import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { authoriseHoldAction } from '@/features/redemptions/actions';
import { gateMessages } from '@/server/messages';
import { buildBase } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { saidBy, sendForm, sitDown, type Answer, type Fields } from './testing/browser';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from './testing/database';
import { BreakingProxy } from './testing/proxy';
import { request } from './testing/request';

vi.mock('next/headers', async () => (await import('./testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('./testing/request')).envelope);

/**
 * A start-up sets money aside over a connection to the database that breaks at the worst moment.
 */
let database: TestDatabase;
let proxy: BreakingProxy;
let state: CaseState;
let voucherId = '';
let orders = 0;

beforeAll(async () => {
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.9', 'user-agent': 'a browser' });
  database = await freshDatabase();
  // Each statement is then sent with its text, so that a COMMIT can be recognised.
  process.env.DATABASE_PREPARE = 'off';
  const through = await BreakingProxy.before(process.env.DATABASE_URL ?? '');
  proxy = through.proxy;
  process.env.DATABASE_URL = through.url;
  const life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  const day = dayOf('2026-06-01');
  await life.setDay(day);
  const owner = life.world.startups[0]?.owner;
  if (!owner) throw new Error('The base has no start-up.');
  state = await life.draft(owner, 'qingyang-compute-2024', 100_000, { citySlug: 'qingyang', day });
  await life.submit(state);
  await life.take(state);
  await life.recommend(state);
  await life.pass(state);
  await life.publish([state]);
  await life.setDay(day + 14);
  await life.propose(state);
  voucherId = await life.release(state);
  await sitDown(database.superuser, owner);
});

afterEach(() => {
  proxy.onSent = undefined;
  proxy.onAnswer = undefined;
  proxy.greet = undefined;
});

afterAll(async () => {
  await proxy.close();
  await database.close();
});

async function order(): Promise<Fields> {
  const [vendor] = await database.superuser<{ id: string }[]>`
    select vendor_id as id from accreditations where state = 'listed' and city_id = (
      select city_id from vouchers where id = ${voucherId}) limit 1`;
  orders += 1;
  return {
    voucherId,
    vendorId: vendor?.id ?? '',
    orderNumber: `DD-${orders}`,
    orderFen: '100',
    amountFen: '20',
    idempotencyKey: randomUUID(),
  };
}

const holds = async (fields: Fields): Promise<number> => {
  const [row] = await database.superuser<{ n: number }[]>`
    select count(*)::int as n from holds where order_number = ${fields.orderNumber as string}`;
  return row?.n ?? -1;
};

/** Returns the key that the form has when it comes back. */
const keyAfter = (answer: Answer) =>
  'state' in answer && answer.state.status === 'refused' ? answer.state.idempotencyKey : undefined;

/**
 * Passes a COMMIT on to the database, and cuts the connection before its answer arrives; `times`
 * times.
 */
function swallowAnswers(times: number, then?: () => void): void {
  let awaited = false;
  proxy.onSent = (data) => {
    if (times > 0 && data.toString('latin1').includes('commit')) awaited = true;
    return data;
  };
  proxy.onAnswer = (data, cut) => {
    if (!awaited) return data;
    awaited = false;
    times -= 1;
    then?.();
    cut();
    return undefined;
  };
}

it('gets the true outcome, and holds once, when the answer to COMMIT is lost', async () => {
  const fields = await order();
  swallowAnswers(1);
  const answer = await sendForm(authoriseHoldAction, fields);
  expect(answer).toEqual({ to: `/startup/vouchers/${voucherId}?done=held` });
  expect(await holds(fields)).toBe(1);
});

it('gets the answer that it may have been done where the database stays away, and a second press holds nothing twice', async () => {
  const fields = await order();
  swallowAnswers(1, () => {
    proxy.greet = (near) => near.destroy();
  });
  const answer = await sendForm(authoriseHoldAction, fields);
  const said = gateMessages('zh-CN').perhaps_done({ reference: '' });
  expect(saidBy(answer)).toContain(said.slice(0, 20));
  expect(keyAfter(answer)).toBe(fields.idempotencyKey);
  proxy.greet = undefined;
  proxy.onSent = undefined;
  proxy.onAnswer = undefined;
  const again = await sendForm(authoriseHoldAction, fields);
  expect(again).toEqual({ to: `/startup/vouchers/${voucherId}?done=held` });
  expect(await holds(fields)).toBe(1);
});

it('gets the answer that nothing was done where the line breaks before COMMIT, and a second press holds', async () => {
  const fields = await order();
  let cuts = 1;
  proxy.onSent = (data, cut) => {
    if (cuts === 0 || !data.toString('latin1').includes('insert into "holds"')) return data;
    cuts -= 1;
    cut();
    return undefined;
  };
  const answer = await sendForm(authoriseHoldAction, fields);
  const said = gateMessages('zh-CN').unexpected({ reference: '' });
  expect(saidBy(answer)).toContain(said.slice(0, 12));
  expect(keyAfter(answer)).toBe(fields.idempotencyKey);
  expect(await holds(fields)).toBe(0);
  expect(await sendForm(authoriseHoldAction, fields)).toHaveProperty('to');
  expect(await holds(fields)).toBe(1);
});
