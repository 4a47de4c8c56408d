import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { proposeImport } from '@/features/awards/decision-commands';
import { checkImport, mapImport, uploadImport } from '@/features/awards/import-commands';
import { proposeCap } from '@/features/caps/commands';
import { issueBill } from '@/features/funders/bill-commands';
import { proposeShare } from '@/features/shares/commands';
import { sectionTexts } from '@/features/programmes/editor/domain/draft';
import { saveDraft } from '@/features/programmes/editor/commands';
import {
  createProgramme,
  createVersion,
  proposeVersion,
} from '@/features/programmes/editor/version-commands';
import { addDays } from '@/lib/dates';
import { saveBankAccount } from '@/features/organisations/bank-commands';
import { getOwnOrganisation } from '@/features/organisations/queries';
import { getAnswer } from '@/features/settlements/answer-queries';
import { getBatchFiles } from '@/features/settlements/file-queries';
import { proposeRevocation } from '@/features/validity/commands';
import { fen } from '@/lib/money';
import { moneyPermissions } from '@/lib/permissions';
import { gateMessages } from '@/server/messages';
import { actorOf, as } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import {
  addAutomaticProgramme,
  automaticRules,
  listedCode,
  noticedRules,
} from './testing/automatic-programme';
import type { Rules } from '@/features/rules/domain/rules';
import { saidBy, sendForm, sitDown, type Fields } from './testing/browser';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { Cases } from './testing/cases';
import { freshDatabase, type TestDatabase } from './testing/database';
import { listFile } from './testing/list-file';
import { fundingByTwo, openOwnProgramme } from './testing/own-programme';
import { SharedRound } from './testing/shared-round';
import { request } from './testing/request';
import { actionFiles } from '@/lib/testing/action-files';
import { allActions } from './testing/all-actions';

vi.mock('next/headers', async () => (await import('./testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('./testing/request')).envelope);

/**
 * Every act that moves money, through the very function that a browser calls: sent under one key it takes effect once, and
 * nothing else ever takes effect under that key.
 */
const actions = await allActions();
/** The acts that need a key, read from where they are declared. */
const declared = actionFiles('features')
  .flatMap((file) => {
    const text = readFileSync(join('features', file), 'utf8');
    return [...text.matchAll(/export const (\w+) = action\(\{\n {2}permission: '([\w.]+)'/g)];
  })
  .filter(([, , permission]) => moneyPermissions.some((one) => one === permission))
  .map(([, name = '']) => name);

const t = gateMessages('zh-CN');
const tried = new Set<string>();
let database: TestDatabase;
let life: Life;
let startups = 0;

beforeAll(async () => {
  request.headers = new Headers({ 'x-forwarded-for': '203.0.113.9', 'user-agent': 'a browser' });
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  await life.setDay(dayOf('2026-06-01'));
});

afterAll(() => database.close());

const official = (local: string, city = 'qingyang') => life.official(local, city);

/** Counts everything that an act may leave behind. */
async function countRows(): Promise<string> {
  const [row] = await database.superuser<{ seen: string }[]>`
    select concat_ws('/', (select count(*) from audit_events), (select count(*) from ledger.entries),
      (select count(*) from documents), (select count(*) from mails), (select count(*) from redemptions),
      (select count(*) from holds), (select count(*) from vouchers), (select count(*) from payments),
      (select count(*) from settlement_batches), (select count(*) from budget_changes),
      (select count(*) from recoveries), (select count(*) from recovery_credits),
      (select count(*) from advance_requests), (select count(*) from ledger.advance_entries),
      (select count(*) from funder_bills), (select count(*) from funder_receipts),
      (select count(*) from voucher_changes),
      (select count(*) from sendings)) as seen`;
  return row?.seen ?? '';
}

/** Returns a file with the same name and another content. */
const otherFile = (file: File) =>
  new File(
    [file.name.endsWith('.csv') ? 'a,b,c\n1,2,3\n' : '%PDF-1.4\n% another\n%%EOF\n'],
    file.name,
  );

/** Returns another value that the field accepts as well, so that only the key can cause the refusal. */
function otherThan(name: string, value: string | File): string | File | undefined {
  if (value instanceof File) return otherFile(value);
  if (name === 'noConflict' || name.startsWith('named.')) return undefined;
  if (name === 'chip') return 'hygon';
  if (name === 'voucherAfter') return 'restored';
  if (/^[0-9a-f]{8}-/.test(value)) return randomUUID();
  if (/^[0-9a-f]{64}$/.test(value)) return 'f'.repeat(64);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return addDays(value, name === 'servedTo' ? 1 : -1);
  if (/^\d+(\.\d+)?$/.test(value))
    return value.replace(/\d$/, (last) => (last === '7' ? '8' : '7'));
  return `${value}又`;
}

/**
 * Sends an act once, and then everything that must have no effect: without a key, with an invalid one, the same again, and the
 * same key with each field changed.
 */
async function sendInEveryWay(name: string, person: Person, fields: Fields): Promise<void> {
  const run = actions[name];
  if (!run) throw new Error(`There is no ${name}.`);
  tried.add(name);
  await sitDown(database.superuser, person);
  const before = await countRows();
  const none: Fields[] = [{}, { idempotencyKey: 'x' }, { idempotencyKey: 'not a key at all' }];
  for (const key of none) {
    expect(saidBy(await sendForm(run, { ...fields, ...key })), name).toBe(t.key_missing);
  }
  expect(await countRows(), name).toBe(before);
  const key = { idempotencyKey: randomUUID() };
  const first = await sendForm(run, { ...fields, ...key });
  expect('to' in first || first.state.status === 'done', `${name}: ${saidBy(first)}`).toBe(true);
  const after = await countRows();
  expect(after, name).not.toBe(before);
  const again = await sendForm(run, { ...fields, ...key });
  expect('to' in again ? again : again.state.status, name).toEqual(
    'to' in first ? first : first.state.status,
  );
  for (const [field, value] of Object.entries(fields)) {
    const other = otherThan(field, value);
    if (other === undefined) continue;
    const changed = await sendForm(run, { ...fields, ...key, [field]: other });
    expect(saidBy(changed), `${name} with another ${field}`).toBe(t.key_reused);
  }
  expect(await countRows(), name).toBe(after);
}

const find = async (query: string, ...values: string[]): Promise<string> => {
  const [row] = await database.superuser.unsafe<{ id: string }[]>(query, values);
  if (!row) throw new Error(`Nothing is found by: ${query}`);
  return row.id;
};
const dateToday = () => life.dateOf(life.day);

/** Submits a new case of a start-up that has no running one. */
async function submitted(): Promise<CaseState> {
  const owner = life.world.startups[startups]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  startups += 1;
  const state = await life.draft(owner, 'qingyang-compute-2024', 100_000, {
    citySlug: 'qingyang',
    day: life.day,
  });
  await life.submit(state);
  await life.take(state);
  return state;
}

async function approved(): Promise<CaseState> {
  const state = await submitted();
  await life.recommend(state);
  await life.pass(state);
  await life.publish([state]);
  await life.setDay(life.day + 14);
  return state;
}

/** Puts a voucher under rules that let it be extended by six months. */
async function letExtend(voucherId: string): Promise<void> {
  await database.superuser`with version as (
      insert into programme_versions (programme_id, city_id, number, state, rules, guide, form, examples,
        published_by, published_at)
      select v.programme_id, v.city_id, 900, 'published',
        jsonb_set(v.rules, '{voucher,extensionMonths}', '6'), v.guide, v.form, v.examples, v.published_by,
        v.published_at
      from programme_versions v join vouchers x on x.version_id = v.id where x.id = ${voucherId}
      returning id)
    update vouchers set version_id = (select id from version) where id = ${voucherId}`;
}

async function issued(): Promise<{ state: CaseState; voucherId: string }> {
  const state = await approved();
  await life.propose(state);
  return { state, voucherId: await life.release(state) };
}

const why = { reason: '理由充分，特此说明。' };
const sworn = { ...why, noConflict: 'yes' };

describe('under one key', () => {
  it('a case is returned, recommended, refused and decided once', async () => {
    const first = await submitted();
    await sendInEveryWay('recommendCaseAction', official('reviewer'), {
      applicationId: first.id,
      amountFen: '30000',
      ...sworn,
    });
    await sendInEveryWay('passFinalAction', official('approver'), {
      applicationId: first.id,
      amountFen: '30000',
      ...sworn,
    });
    const second = await submitted();
    await sendInEveryWay('requestCorrectionAction', official('reviewer'), {
      applicationId: second.id,
      message: '合同金额与附件不一致，请核对后补正。',
      'named.contractAmount': 'yes',
      'fault.contractAmount': '金额与合同第 3 页不一致。',
    });
    await life.correct(second);
    await life.recommend(second);
    await sendInEveryWay('refuseFinalAction', official('approver'), {
      applicationId: second.id,
      ...sworn,
    });
    const third = await submitted();
    await sendInEveryWay('refuseFirstAction', official('reviewer'), {
      applicationId: third.id,
      ...sworn,
    });
    const decision = { decision: '附件二所列为训练算力，原决定不当。', noConflict: 'yes' };
    const appealOf = (state: CaseState) =>
      find(`select id from appeals where application_id = $1 and state = 'open'`, state.id);
    await life.appeal(third);
    await sendInEveryWay('grantAppealAction', official('approver'), {
      appealId: await appealOf(third),
      ...decision,
    });
    await life.appeal(second);
    await sendInEveryWay('dismissAppealAction', official('approver2'), {
      appealId: await appealOf(second),
      ...decision,
    });
  });

  it('a voucher is proposed, sent back, issued, frozen and thawed once', async () => {
    const state = await approved();
    const proposal = () =>
      find(
        `select id from issue_proposals where application_id = $1 and state = 'proposed'`,
        state.id,
      );
    await sendInEveryWay('proposeIssueAction', official('finance1'), { applicationId: state.id });
    await sendInEveryWay('declineIssueAction', official('finance2'), {
      proposalId: await proposal(),
      ...why,
    });
    await life.propose(state);
    await sendInEveryWay('releaseIssueAction', official('finance2'), {
      proposalId: await proposal(),
    });
    const voucherId = await find('select id from vouchers where application_id = $1', state.id);
    await sendInEveryWay('freezeVoucherAction', official('finance1'), { voucherId, ...why });
    await sendInEveryWay('unfreezeVoucherAction', official('finance1'), { voucherId });
  });

  it('money is held, released, claimed, answered and decided once', async () => {
    const { state, voucherId } = await issued();
    const vendor = life.world.vendors[0];
    if (!vendor) throw new Error('The base has no vendor.');
    const order = {
      voucherId,
      vendorId: vendor.id,
      orderNumber: 'DD-2026-7',
      orderFen: '40000',
      amountFen: '9000',
    };
    const lastHold = () =>
      find('select id from holds where voucher_id = $1 order by id desc limit 1', voucherId);
    await sendInEveryWay('authoriseHoldAction', state.owner, order);
    await sendInEveryWay('releaseHoldAction', state.owner, { holdId: await lastHold() });
    const holdId = await life.hold(state, voucherId, fen(900_000n));
    const served = dateToday();
    await sendInEveryWay('submitRedemptionAction', vendor.operator, {
      holdId,
      invoiceNumber: '26622000000088888888',
      invoiceFen: '9000',
      subsidyFen: '3000',
      cardHours: '120',
      chip: 'ascend',
      servedFrom: addDays(served, -9),
      servedTo: addDays(served, -1),
      invoiceFile: new File(['%PDF-1.4\n%%EOF\n'], 'invoice.pdf', { type: 'application/pdf' }),
    });
    const redemptionId = await find('select id from redemptions where hold_id = $1', holdId);
    await sendInEveryWay('disputeRedemptionAction', state.owner, { redemptionId, ...why });
    await sendInEveryWay('confirmRedemptionAction', state.owner, { redemptionId });
    await sendInEveryWay('verifyRedemptionAction', official('finance1'), { redemptionId });
    const red = await life.redeem(holdId, fen(50_000n), life.day);
    await sendInEveryWay('recordRedInvoiceAction', official('finance1'), {
      redemptionId: red,
      redInvoiceNumber: '26622000000077777777',
      redInvoiceOn: dateToday(),
      voucherAfter: 'ended',
    });
    const second = await life.redeem(holdId, fen(100_000n), life.day);
    await life.confirm(state, second);
    await sendInEveryWay('verifyRedemptionsAction', official('finance1'), {
      redemptionIds: second,
    });
    const wrong = await life.redeem(holdId, fen(100_000n), life.day);
    await sendInEveryWay('rejectRedemptionAction', official('finance1'), {
      redemptionId: wrong,
      ...why,
    });
  });

  it('a claim is submitted, withdrawn, sent back, verified and refused once', async () => {
    const cases = new Cases(life, database, startups);
    const { state, voucherId } = await cases.toClaim();
    const finance = official('finance1', 'shenzhen');
    const draft = (yuan: number) => life.draftClaim(state.owner, voucherId, [yuan], life.day);
    const claimId = await draft(600_000);
    await sendInEveryWay('submitClaimAction', state.owner, { claimId, declared: 'yes' });
    await sendInEveryWay('sendBackClaimAction', finance, { claimId, correction: '请补充回单。' });
    await sendInEveryWay('withdrawClaimAction', state.owner, { claimId });
    const refused = await life.claim(state.owner, voucherId, [600_000], life.day);
    await sendInEveryWay('refuseClaimAction', finance, { claimId: refused, ...why });
    const verified = await life.claim(state.owner, voucherId, [600_000], life.day);
    await sendInEveryWay('verifyClaimAction', finance, {
      claimId: verified,
      acceptedFen: '500000',
      ...why,
    });
  });
  /** Imports a bank's answer that marks the payment as failed; an answer that was discarded before changes nothing. */
  async function answerOnce(paymentId: string): Promise<void> {
    const person = official('finance1');
    const [payment] = await database.superuser<{ reference: string; batch: string }[]>`
      select reference, batch_id as batch from payments where id = ${paymentId}`;
    const { reference = '', batch: batchId = '' } = payment ?? {};
    const file = (reason: string) =>
      new File([`编号,结果,原因\n${reference},失败,${reason}\n`], 'answer.csv');
    const columns = { column_reference: '0', column_result: '1', column_reason: '2' };
    const answerId = () => find(`select id from bank_answers where state = 'read'`);
    await sendInEveryWay('uploadAnswerAction', person, { batchId, file: file('账号有误') });
    await sendInEveryWay('discardAnswerAction', person, { answerId: await answerId() });
    await sendInEveryWay('uploadAnswerAction', person, { batchId, file: file('户名不符') });
    await sendInEveryWay('mapAnswerAction', person, { answerId: await answerId(), ...columns });
    const answer = await getAnswer(actorOf(person), batchId, await answerId());
    const judged = answer?.checked?.ok === true ? answer.checked.value.judged : '';
    await sendInEveryWay('applyAnswerAction', person, { answerId: await answerId(), judged });
  }

  it('a change of a bank account is confirmed once, and cancelled once', async () => {
    const owner = life.world.startups[0]?.owner;
    const member = life.world.people.get('member@startup.demo');
    if (!owner || !member) throw new Error('The base has no start-up.');
    const change = {
      accountNumber: '6222000077776666',
      bankName: '示例银行庆阳分行',
      cnapsCode: '102821000016',
    };
    const own = await getOwnOrganisation(actorOf(owner));
    await as(owner, saveBankAccount, { ...change, accountName: own.name, base: { ...own.bank } });
    await sendInEveryWay('confirmBankAccountAction', member, change);
    await sendInEveryWay('cancelBankChangeAction', member, change);
  });

  it('a settlement is made, released, paid, sent back and queued once', async () => {
    await sendInEveryWay('proposeBatchAction', official('finance1'), {});
    const batchId = () =>
      find(`select id from settlement_batches where state = 'proposed' order by id desc limit 1`);
    await sendInEveryWay('sendBackBatchAction', official('finance2'), {
      batchId: await batchId(),
      ...why,
    });
    await life.batch('qingyang');
    await sendInEveryWay('takeBackBatchAction', official('finance1'), { batchId: await batchId() });
    await life.batch('qingyang');
    const files = await getBatchFiles(actorOf(official('finance2')), await batchId());
    await sendInEveryWay('releaseBatchAction', official('finance2'), {
      batchId: await batchId(),
      fileSha256: files?.hash ?? '',
    });
    const paymentId = await find(`select id from payments where state = 'pending'`);
    await answerOnce(paymentId);
    await sendInEveryWay('requeuePaymentAction', official('finance1'), { paymentId });
    await life.releaseBatch('qingyang', await life.batch('qingyang'));
    await sendInEveryWay('markPaidAction', official('finance1'), {
      paymentId,
      paidOn: dateToday(),
      bankReference: 'ICBC-1',
    });
    await sendInEveryWay('markFailedAction', official('finance1'), { paymentId, ...why });
    await sendInEveryWay('requeuePaymentAction', official('finance1'), { paymentId });
    await life.releaseBatch('qingyang', await life.batch('qingyang'));
    await sendInEveryWay('markPaidAction', official('finance1'), {
      paymentId,
      paidOn: dateToday(),
      bankReference: 'ICBC-2',
    });
  });

  it('a funder is billed once, and what it paid in is booked once', async () => {
    const slug = 'shared-compute';
    const rules = { funding: fundingByTwo };
    await openOwnProgramme(database, life, { slug, budgetFen: 1_000_000_000n, rules });
    await new Cases(life, database, startups).paid(fen(300_000n), slug);
    startups += 1;
    const period = { fromOn: '2026-06-01', toOn: dateToday() };
    const funderId = await find(`select id from ledger.funders order by id limit 1`);
    const wish = { ...period, funderId, shownFen: '150000' };
    const billId = () => find(`select id from funder_bills order by id desc limit 1`);
    const receiptId = () => find(`select id from funder_receipts order by id desc limit 1`);
    await sendInEveryWay('issueBillAction', official('finance1'), wish);
    await sendInEveryWay('withdrawBillAction', official('finance1'), {
      billId: await billId(),
      reason: '期间有误。',
    });
    await as(official('finance1'), issueBill, wish);
    const receipt = { billId: await billId(), amountFen: '700', paidOn: dateToday() };
    await sendInEveryWay('enterReceiptAction', official('finance1'), {
      ...receipt,
      bankReference: 'ICBC-31',
    });
    await sendInEveryWay('declineReceiptAction', official('finance2'), {
      receiptId: await receiptId(),
      answer: '流水不符。',
    });
    await sendInEveryWay('enterReceiptAction', official('finance1'), {
      ...receipt,
      bankReference: 'ICBC-32',
    });
    await sendInEveryWay('confirmReceiptAction', official('finance2'), {
      receiptId: await receiptId(),
    });
  });

  it('the level of an advance is released, and what was paid back of it is booked once', async () => {
    const slug = 'advance-compute';
    const programmeId = await openOwnProgramme(database, life, {
      slug,
      budgetFen: 1_000_000_000n,
      rules: { settlement: { clause: '8', cycle: 'batch', advancePercent: '50' } },
    });
    const { state, voucherId } = await new Cases(life, database, startups).issued(slug);
    startups += 1;
    await life.hold(state, voucherId, fen(100_000n));
    const payeeId = life.world.vendors[0]?.id ?? '';
    const [one, two] = [official('finance1'), official('finance2')];
    const requestId = () => find(`select id from advance_requests order by id desc limit 1`);
    const level = { programmeId, payeeId, amountFen: '500' };
    await sendInEveryWay('proposeLevelAction', one, level);
    await sendInEveryWay('declineAdvanceAction', two, {
      requestId: await requestId(),
      answer: '额度不符。',
    });
    await sendInEveryWay('proposeLevelAction', one, level);
    await sendInEveryWay('releaseAdvanceAction', two, { requestId: await requestId() });
    const batchId = await life.batch('qingyang');
    await life.releaseBatch('qingyang', batchId);
    await life.payAll('qingyang', batchId, life.day);
    const advanceId = await find(`select id from ledger.advances`);
    await sendInEveryWay('endAdvanceAction', one, { advanceId, ...why });
    await sendInEveryWay('proposeReturnAction', one, {
      advanceId,
      amountFen: '70',
      paidOn: dateToday(),
      bankReference: 'ICBC-41',
    });
    await sendInEveryWay('releaseAdvanceAction', two, { requestId: await requestId() });
  });

  it('money is recovered, repaid and written off once', async () => {
    const paid = `from redemptions where state = 'paid' order by subsidy_fen desc, id desc limit 1`;
    const entryId = await find(`select capture_entry_id id ${paid}`);
    const wish = { entryId, amountFen: '1200', voucherAfter: 'ended', ground: '第十八条', ...why };
    const recoveryId = () => find(`select id from recoveries order by id desc limit 1`);
    await sendInEveryWay('proposeRecoveryAction', official('finance1'), wish);
    await sendInEveryWay('declineRecoveryAction', official('finance2'), {
      recoveryId: await recoveryId(),
      answer: '依据不足。',
    });
    await life.proposeRecovery('qingyang', { entryId, amountFen: fen(120_000n) }, fen(120_000n));
    const recovery = { recoveryId: await recoveryId() };
    await sendInEveryWay('releaseRecoveryAction', official('finance2'), recovery);
    const creditId = () => find(`select id from recovery_credits order by id desc limit 1`);
    await sendInEveryWay('enterRepaymentAction', official('finance1'), {
      ...recovery,
      amountFen: '300',
      paidOn: dateToday(),
      bankReference: 'CCB-1',
    });
    await sendInEveryWay('releaseCreditAction', official('finance2'), {
      creditId: await creditId(),
    });
    await database.superuser`update recoveries set interest_percent = '36500', interest_since = app.now()::date - 3,
      interest_order = 'principal' where id = ${recovery.recoveryId}`;
    await sendInEveryWay('proposeWaiverAction', official('finance1'), {
      ...recovery,
      amountFen: '1',
      ...why,
    });
    await sendInEveryWay('releaseCreditAction', official('finance2'), {
      creditId: await creditId(),
    });
    await sendInEveryWay('proposeWriteOffAction', official('finance1'), {
      ...recovery,
      amountFen: '500',
      ...why,
    });
    await sendInEveryWay('declineCreditAction', official('finance2'), {
      creditId: await creditId(),
      answer: '依据不足。',
    });
  });

  it('a voucher is extended once, and revoked once', async () => {
    const { voucherId } = await issued();
    await letExtend(voucherId);
    const changeId = () => find(`select id from voucher_changes order by id desc limit 1`);
    const wish = { voucherId, ground: '第十二条', ...why };
    await sendInEveryWay('proposeRevocationAction', official('manager'), wish);
    await sendInEveryWay('takeBackChangeAction', official('manager'), {
      changeId: await changeId(),
    });
    const validTo = addDays(dateToday(), 400);
    await sendInEveryWay('proposeExtensionAction', official('manager'), { ...wish, validTo });
    await sendInEveryWay('releaseChangeAction', official('finance1'), {
      changeId: await changeId(),
    });
    const extended = await find(
      `select count(*)::text id from voucher_changes where kind = 'extension' and state = 'released'`,
    );
    expect(extended).toBe('1');
    await as(official('manager'), proposeRevocation, wish);
    await sendInEveryWay('declineChangeAction', official('finance1'), {
      changeId: await changeId(),
      answer: '依据不足。',
    });
    await as(official('manager'), proposeRevocation, wish);
    await sendInEveryWay('releaseChangeAction', official('finance1'), {
      changeId: await changeId(),
    });
    const returned = await find(
      `select count(*)::text id from ledger.entries where kind = 'clawback' and account_id = $1`,
      voucherId,
    );
    expect(returned).toBe('1');
  });

  it('a budget is changed once, and a list of awards released once', async () => {
    const poolId = await find(`select id from programmes where slug = 'qingyang-compute-2024'`);
    const change = () => find(`select id from budget_changes where state = 'proposed'`);
    const wish = { poolId, toFen: '200000000', ...why };
    await sendInEveryWay('proposeBudgetChangeAction', official('manager'), wish);
    await sendInEveryWay('declineBudgetChangeAction', official('finance1'), {
      changeId: await change(),
      answer: '依据不足。',
    });
    await life.proposeBudget('qingyang', 'qingyang-compute-2024', 200_000_000n, '追加');
    await sendInEveryWay('releaseBudgetChangeAction', official('finance1'), {
      changeId: await change(),
    });
    const importId = await list();
    await sendInEveryWay('proposeImportAction', official('manager', 'nanning'), { importId });
    await sendInEveryWay('declineImportAction', official('finance1', 'nanning'), {
      importId,
      ...why,
    });
    await as(official('manager', 'nanning'), checkImport, { importId });
    await as(official('manager', 'nanning'), proposeImport, { importId });
    await sendInEveryWay('releaseImportAction', official('finance1', 'nanning'), { importId });
  });

  it('a list of awards is put on public notice, withdrawn from it and shortened once', async () => {
    const finance = official('finance1', 'nanning');
    const withdrawn = await list(noticedRules, 2);
    await as(official('manager', 'nanning'), proposeImport, { importId: withdrawn });
    await sendInEveryWay('publishListAction', finance, { importId: withdrawn });
    const rowId = await find(
      `select id from award_rows where import_id = $1 order by line limit 1`,
      withdrawn,
    );
    await sendInEveryWay('takeOffListedAction', finance, { rowId, ...why });
    await sendInEveryWay('withdrawListAction', finance, { importId: withdrawn, ...why });
  });

  it('a stage of review is finished once', async () => {
    const slug = 'qingyang-staged';
    const { service } = qingyang2024.rules;
    const stages = [{ title: { 'zh-CN': '初审', en: 'First look' }, workingDays: 5 }];
    const rules = { service: { ...service, stages } };
    await openOwnProgramme(database, life, { slug, budgetFen: 100_000_000n, rules });
    const owner = life.world.startups[1]?.owner;
    if (!owner) throw new Error('The base has no start-ups.');
    const options = { citySlug: 'qingyang', day: life.day };
    const state = await life.draft(owner, slug, 100_000, options);
    await life.submit(state);
    await life.take(state);
    await sendInEveryWay('finishStageAction', official('reviewer'), {
      applicationId: state.id,
      stage: '0',
      note: '材料齐全。',
    });
  });

  it('a higher cap is proposed, sent back and released once', async () => {
    const slug = 'qingyang-raised';
    await openOwnProgramme(database, life, {
      slug,
      budgetFen: 100_000_000n,
      rules: { caps: [{ clause: '9', per: 'year', yuan: '20000', raisedByDecision: true }] },
    });
    const owner = life.world.startups[0]?.owner;
    if (!owner) throw new Error('The base has no start-ups.');
    const options = { citySlug: 'qingyang', day: life.day };
    const state = await life.draft(owner, slug, 100_000, options);
    await life.submit(state);
    await life.take(state);
    const wish = { applicationId: state.id, capFen: '25000', basis: '会议纪要' };
    const decision = () => find(`select id from cap_decisions where state = 'proposed'`);
    await sendInEveryWay('proposeCapAction', official('manager'), {
      ...wish,
      document: new File(['%PDF-1.4\n%%EOF\n'], 'decision.pdf'),
    });
    await sendInEveryWay('declineCapAction', official('approver'), {
      decisionId: await decision(),
      answer: '依据不足。',
    });
    await as(official('manager'), proposeCap, {
      ...wish,
      capFen: fen(2_500_000n),
      document: new File(['%PDF-1.4\n% again\n%%EOF\n'], 'again.pdf'),
    });
    await sendInEveryWay('releaseCapAction', official('approver'), {
      decisionId: await decision(),
    });
  });

  it('a round is shared out once', async () => {
    const round = await SharedRound.open(database, life, 1_000_000);
    await round.passed(0, 3_000_000);
    await round.passed(1, 4_500_000);
    await round.close();
    const shareOut = () => find(`select id from share_outs where state = 'proposed'`);
    await sendInEveryWay('proposeShareAction', official('manager', 'anhui'), round.pot);
    await sendInEveryWay('declineShareAction', official('finance1', 'anhui'), {
      shareOutId: await shareOut(),
      answer: '依据不足。',
    });
    await as(official('manager', 'anhui'), proposeShare, round.pot);
    await sendInEveryWay('releaseShareAction', official('finance1', 'anhui'), {
      shareOutId: await shareOut(),
    });
  });

  it('a version is returned and published once, a programme suspended, resumed and closed once', async () => {
    const manager = official('manager');
    const admin = official('admin');
    const { id: programmeId } = await as(manager, createProgramme, {
      slug: 'qingyang-once',
      titleZh: '测试政策（2026）',
      titleEn: 'A test (2026)',
      from: await find(`select id from programmes where slug = 'qingyang-compute-2024'`),
    });
    const versionId = await find(
      'select id from programme_versions where programme_id = $1',
      programmeId,
    );
    const { rules, guide, examples } = qingyang2024;
    const shown = sectionTexts('rounds', { rules, guide, examples, rounds: [] });
    await as(manager, saveDraft, {
      ...shown,
      'rounds.#': '1',
      'rounds.0.number': '1',
      'rounds.0.opensOn': '2026-01-01',
      'rounds.0.opensAt': '00:00',
      'rounds.0.closesOn': '2027-12-31',
      'rounds.0.closesAt': '17:30',
      budgetYuan: '10,000,000',
      versionId,
      section: 'rounds',
      move: '',
      onward: '',
      base: { ...shown },
      revision: 0,
    });
    await as(manager, proposeVersion, { versionId });
    await sendInEveryWay('returnVersionAction', admin, { versionId, ...why });
    await as(manager, proposeVersion, { versionId });
    await sendInEveryWay('publishVersionAction', admin, { versionId });
    await as(manager, createVersion, { programmeId });
    await sendInEveryWay('suspendProgrammeAction', admin, { programmeId, ...why });
    await sendInEveryWay('resumeProgrammeAction', admin, { programmeId });
    await sendInEveryWay('closeProgrammeAction', admin, { programmeId, ...why });
  });

  it('every act that moves money was tried, and the ledger explains what is left', async () => {
    expect([...tried].sort()).toEqual([...declared].sort());
    expect(declared.length).toBeGreaterThan(25);
    expect(await database.superuser`select * from ledger.breaks`).toEqual([]);
    for (const city of life.world.cities.values()) {
      const left = await database.app.begin(async (tx) => {
        await tx`select set_config('app.city', ${city}, true)`;
        return tx`select * from ledger.breaks`;
      });
      expect([...left]).toEqual([]);
    }
  });
});

describe('the proof', () => {
  const city = () => life.world.cities.get('qingyang') ?? '';

  /** Does some damage, reads the faults that the check reports, and repairs the damage. */
  async function shownAfter(damage: string): Promise<string[]> {
    const undone = new Error('undone');
    let things: string[] = [];
    const attempt = database.superuser.begin(async (tx) => {
      await tx`select set_config('app.city', ${city()}, true)`;
      const hurt = await tx.unsafe(damage);
      expect(hurt.count, damage).toBeGreaterThan(0);
      const rows = await tx<{ thing: string }[]>`
        select distinct thing from ledger.breaks where city_id = ${city()} order by thing`;
      things = rows.map(({ thing }) => thing);
      throw undone;
    });
    await expect(attempt).rejects.toBe(undone);
    return things;
  }

  it.each([
    ['update vouchers set face_value_fen = face_value_fen + 1', ['voucher']],
    [`update vouchers set state = 'frozen' where state = 'active'`, ['voucher']],
    ['update holds set amount_fen = amount_fen - 1', ['order']],
    [`update holds set state = 'released' where state = 'open'`, ['order']],
    [
      `update redemptions set subsidy_fen = subsidy_fen - 1 where state = 'paid'`,
      ['redemption', 'redemptions'],
    ],
    [`update redemptions set state = 'submitted' where state = 'rejected'`, ['redemptions']],
    [
      `update redemptions set capture_entry_id = null where state = 'paid'`,
      ['redemption', 'reversed'],
    ],
    ['update payments set amount_fen = amount_fen + 1', ['payment']],
    [`update budget_changes set to_fen = to_fen + 1 where state = 'released'`, ['budget']],
    [`update redemptions set reversed_fen = reversed_fen - 1 where reversed_fen > 1`, ['reversed']],
    [`update recoveries set amount_fen = amount_fen + 1 where state = 'released'`, ['recovery']],
    [
      `update recoveries set state = 'settled', settled_by = 'repaid', settled_at = app.now()
        where state = 'released'`,
      ['debt'],
    ],
    [
      `update recovery_credits set amount_fen = amount_fen + 1
        where state = 'released' and kind = 'repayment'`,
      ['credit'],
    ],
    [
      `update recovery_credits set amount_fen = amount_fen + 1, interest_fen = interest_fen + 1
        where state = 'released' and kind = 'waiver'`,
      ['interest'],
    ],
    [
      `update recovery_credits set state = 'proposed', entry_id = null, decided_by = null,
        decided_at = null where state = 'released'`,
      ['credit', 'interest'],
    ],
    [
      'update ledger.funder_entries set amount_fen = amount_fen - 1',
      ['bill', 'funder_share', 'funders'],
    ],
    [`update funder_bills set amount_fen = amount_fen + 1 where state = 'issued'`, ['bill']],
    [`update funder_receipts set amount_fen = amount_fen + 1 where state = 'released'`, ['bill']],
    [`delete from funder_bill_lines where standing`, ['bill']],
    [
      `update ledger.advance_entries set amount_fen = amount_fen + 1 where kind = 'return'`,
      ['advance', 'advance_return'],
    ],
  ])('finds counters that no longer match what they count: %s', async (damage, things) => {
    expect(await shownAfter('select 1')).toEqual([]);
    expect(await shownAfter(damage)).toEqual(things);
  });
});

/** Adds a checked list of one firm, of a programme of Nanning's without applications. */
async function list(rules: Rules = automaticRules, firms = 1): Promise<string> {
  const manager = official('manager', 'nanning');
  const programmeId = await addAutomaticProgramme(database.owner, life.world, { rules });
  const lines = Array.from(
    { length: firms },
    (_, at) => `${listedCode(at + 1)},名单企业一有限公司,1000,HT-${at + 1},one@example.cn\n`,
  );
  const text = `信用代码,名称,金额,合同编号,邮箱\n${lines.join('')}`;
  const { id } = await as(manager, uploadImport, {
    programmeId,
    file: await listFile(text),
  });
  const columns = {
    column_creditCode: 0,
    column_name: 1,
    column_base: 2,
    column_reference: 3,
    column_email: 4,
    column_registeredOn: undefined,
    column_signedOn: undefined,
    column_startsOn: undefined,
    column_endsOn: undefined,
    column_chipOrigin: undefined,
    column_purpose: undefined,
    column_otherSupport: undefined,
    column_stated: undefined,
  };
  await as(manager, mapImport, { ...columns, importId: id, period: '2026' });
  await as(manager, checkImport, { importId: id });
  return id;
}
