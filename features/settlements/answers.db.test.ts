import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { Cases, codesOf } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { listFile } from '@/db/testing/list-file';
import { fen } from '@/lib/money';
import { applyAnswer, discardAnswer, mapAnswer, uploadAnswer } from './answer-commands';
import { getAnswer } from './answer-queries';
import { mapAnswerInput } from './input';
import { markFailed, markPaid, requeuePayment } from './payment-commands';

/** Tests that a bank's answer is applied as it was seen, once, as a whole, and to its own batch alone. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
/** A released batch with its pending payments, anew for each test. */
let batchId: string;
let payments: { id: string; reference: string; amount: string }[];

const finance = () => life.official('finance1', 'qingyang');
const headings = '企业流水号,转账金额,处理结果,交易日期,银行流水号,失败原因';
const columns = {
  column_reference: '0',
  column_amount: '1',
  column_result: '2',
  column_paidOn: '3',
  column_bankReference: '4',
  column_reason: '5',
};
const today = () => life.dateOf(life.day);
const [one, two] = [0, 1] as const;
const line = (at: number, rest: string) =>
  `${payments[at]?.reference ?? ''},${payments[at]?.amount ?? ''},${rest}`;
const paid = (at: number) => line(at, `交易成功,${today()},B-${at},`);
const failed = (at: number) => line(at, '失败,,,户名不符');

async function upload(...lines: string[]): Promise<string> {
  const file = await listFile([headings, ...lines, ''].join('\n'));
  const answer = await perform(finance(), uploadAnswer, { batchId, file });
  return answer.ok ? answer.value.id : answer.code;
}
const map = (answerId: string) =>
  perform(finance(), mapAnswer, mapAnswerInput.parse({ answerId, ...columns }));
async function seen(answerId: string) {
  const answer = await getAnswer(actorOf(finance()), batchId, answerId);
  if (answer?.checked?.ok !== true) throw new Error('The answer was not checked.');
  return answer.checked.value;
}
async function ready(...lines: string[]) {
  const answerId = await upload(...lines);
  expect(await map(answerId)).toMatchObject({ ok: true });
  return { answerId, judged: (await seen(answerId)).judged };
}
const stateOf = async (at: number) => {
  const [row] = await database.superuser<{ state: string }[]>`
    select state from payments where id = ${payments[at]?.id ?? ''}`;
  return row?.state;
};

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
});

beforeEach(async () => {
  await cases.verified(fen(500_000n));
  await life.releaseBatch('qingyang', await life.batch('qingyang'));
  const [first] = await database.superuser<{ id: string; batch: string }[]>`
    select id, batch_id as batch from payments where state = 'pending' and batch_id is not null order by id desc limit 1`;
  // A failed payment that is queued again joins the next batch, which then has two payments.
  await perform(finance(), markFailed, { paymentId: first?.id ?? '', reason: '账号有误' });
  await perform(finance(), requeuePayment, { paymentId: first?.id ?? '' });
  await cases.verified(fen(400_000n));
  batchId = await life.batch('qingyang');
  await life.releaseBatch('qingyang', batchId);
  payments = [
    ...(await database.superuser<{ id: string; reference: string; amount: string }[]>`
      select id, reference, (amount_fen / 100)::text as amount from payments
      where batch_id = ${batchId} order by reference`),
  ];
  expect(payments).toHaveLength(2);
});

afterAll(() => database.close());

describe('a bank’s answer', () => {
  it('moves every payment through its lifecycle as by hand, and closes the batch', async () => {
    const apply = await ready(paid(one), failed(two), '不存在,1,成功,,,');
    const checked = await seen(apply.answerId);
    expect(checked.lines.map(({ verdict }) => verdict)).toEqual(['pay', 'fail', 'unknown']);
    const both = await Promise.all([
      perform(finance(), applyAnswer, apply),
      perform(finance(), applyAnswer, apply),
    ]);
    expect(codesOf(both)).toEqual(['done', 'state_changed']);
    expect([await stateOf(one), await stateOf(two)]).toEqual(['paid', 'failed']);
    expect(
      await cases.count(`settlement_batches where id = $1 and state = 'closed'`, batchId),
    ).toBe(1);
    expect(
      await cases.count(`audit_events where subject_id = $1 and action like 'payment.%'`, batchId),
    ).toBe(2);
    expect(await cases.breaks()).toBe(0);
    await perform(finance(), requeuePayment, { paymentId: payments[two]?.id ?? '' });
  });

  it('is not applied at all where a payment has changed since it was seen', async () => {
    const apply = await ready(paid(one), paid(two));
    const byHand = { paymentId: payments[two]?.id ?? '', paidOn: today(), bankReference: 'HAND' };
    expect(await perform(finance(), markPaid, byHand)).toMatchObject({ ok: true });
    expect(await perform(finance(), applyAnswer, apply)).toMatchObject({ code: 'answer_changed' });
    expect(await stateOf(one)).toBe('pending');
    const { judged, lines } = await seen(apply.answerId);
    expect(lines.map(({ verdict }) => verdict)).toEqual(['pay', 'settled']);
    const again = { answerId: apply.answerId, judged };
    expect(await perform(finance(), applyAnswer, again)).toMatchObject({ ok: true });
    expect(await cases.breaks()).toBe(0);
  });

  it('and a payment marked by hand at the same moment end in one outcome each', async () => {
    const apply = await ready(paid(one), paid(two));
    const byHand = { paymentId: payments[one]?.id ?? '', paidOn: today(), bankReference: 'HAND' };
    const [answer, hand] = await Promise.all([
      perform(finance(), applyAnswer, apply),
      perform(finance(), markPaid, byHand),
    ]);
    expect([answer.ok, hand.ok].filter(Boolean)).toHaveLength(1);
    expect(
      await cases.count(`audit_events where subject_id = $1 and action = 'payment.paid'`, batchId),
    ).toBe(answer.ok ? 2 : 1);
    expect(await cases.breaks()).toBe(0);
  });

  it('of another batch is refused by the name of that batch', async () => {
    const [other] = await database.superuser<{ reference: string; batch: string }[]>`
      select p.reference, b.reference as batch from payments p join settlement_batches b on b.id = p.batch_id
      where b.id <> ${batchId} and p.state = 'paid' limit 1`;
    const answerId = await upload(paid(one), `${other?.reference ?? ''},1,成功,${today()},B,`);
    expect(await map(answerId)).toMatchObject({
      code: 'answer_of_other_batch',
      values: { batch: other?.batch, line: 3 },
    });
    expect(await perform(finance(), discardAnswer, { answerId })).toMatchObject({ ok: true });
    await life.payAll('qingyang', batchId, life.day);
  });

  it('is read once per file, and its columns are remembered for the same headings', async () => {
    const { answerId } = await ready(paid(one));
    expect(await upload(paid(one))).toBe(answerId);
    const second = await upload(failed(two));
    const view = await getAnswer(actorOf(finance()), batchId, second);
    expect(view?.mapping.columns).toEqual({
      reference: 0,
      amount: 1,
      result: 2,
      paidOn: 3,
      bankReference: 4,
      reason: 5,
    });
    expect(view?.checked).toBeUndefined();
    const otherCity = life.official('finance1', 'nanning');
    expect(await getAnswer(actorOf(otherCity), batchId, second)).toBeUndefined();
    expect(await perform(otherCity, discardAnswer, { answerId: second })).toMatchObject({
      code: 'answer_unknown',
    });
    await life.payAll('qingyang', batchId, life.day);
    expect(await upload(failed(one))).toBe('batch_not_released');
  });
});
