import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveSection } from '@/features/applications/draft-commands';
import { runSweeps } from '@/features/jobs/sweeps';
import { releaseHold } from '@/features/redemptions/hold-commands';
import { passFinal } from '@/features/reviews/commands';
import { type IsoDate } from '@/lib/dates';
import { fen } from '@/lib/money';
import { findMissingNotifications, storedDays } from '@/db/testing/missing-notifications';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { as } from './act';
import { buildBase } from './base';
import { Life, type CaseState } from './life';
import { shippedProgrammes } from './programmes/all';

/**
 * Tests the whole life of one voucher through the commands, on a database that contains only the base: after each step it
 * checks the state of the case, the balances of the ledger, and the recorded events.
 */
let database: TestDatabase;
let life: Life;
let state: CaseState;
const made: Record<'voucher' | 'hold' | 'redemption' | 'batch', string> = {
  voucher: '',
  hold: '',
  redemption: '',
  batch: '',
};
let recorded = 0;

const goTo = (date: IsoDate) => life.setDay(dayOf(date));

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  // A fixed date: rounds, holidays and years must not depend on the day the test runs.
  await goTo('2026-06-01');
});

afterAll(() => database.close());

/** Lists the events recorded since the last call: who did what, in which role. */
async function news(): Promise<string[]> {
  const events = await database.superuser<{ action: string; role: string }[]>`
    select action, actor_role as role from audit_events order by id`;
  const fresh = events.slice(recorded);
  recorded = events.length;
  return fresh.map(({ action, role }) => `${role}: ${action}`);
}

const one = async (query: string, id: string): Promise<Record<string, unknown>> => {
  const [row] = await database.superuser.unsafe<Record<string, unknown>[]>(query, [id]);
  return row ?? {};
};
const application = () =>
  one(
    `select state, assessed_fen::float8 as assessed, recommended_fen::float8 as recommended,
      approved_fen::float8 as approved from applications where id = $1`,
    state.id,
  );
const account = () =>
  one(
    `select granted_fen::float8 as granted, held_fen::float8 as held, spent_fen::float8 as spent,
      returned_fen::float8 as returned from ledger.accounts where id = $1`,
    made.voucher,
  );
const hold = () =>
  one(
    `select claimed_fen::float8 as claimed, captured_fen::float8 as captured,
      released_fen::float8 as released from ledger.holds where id = $1`,
    made.hold,
  );
const stateOf = async (table: string, id: string) =>
  (await one(`select state from ${table} where id = $1`, id)).state;
const pool = () =>
  one(
    `select p.budget_fen::float8 as budget, p.committed_fen::float8 as committed
      from ledger.pools p join applications a on a.programme_id = p.id where a.id = $1`,
    state.id,
  );

describe('one voucher, from the first answer to the last yuan', () => {
  it('is begun, filled in and documented by its owner', async () => {
    const [first] = life.world.startups;
    if (!first) throw new Error('There is no start-up.');
    const day = dayOf('2026-06-01');
    const options = { citySlug: 'qingyang', day };
    state = await life.draft(first.owner, 'qingyang-compute-2024', 900_000, options);
    expect(await application()).toMatchObject({ state: 'draft', assessed: null });
    expect(await news()).toEqual([
      'owner: application.started',
      'owner: application.saved',
      'owner: application.saved',
      'owner: application.saved',
      'owner: document.attached',
      'owner: document.attached',
    ]);
  });

  it('is submitted, and the rules give 30 %', async () => {
    await life.submit(state);
    expect(await application()).toMatchObject({ state: 'submitted', assessed: 27_000_000 });
    expect(await news()).toEqual(['owner: application.submitted']);
    // Sent again by the same person: the result is the same, and nothing happens twice.
    expect(await life.submit(state)).toEqual({ id: state.id });
    expect(await news()).toEqual([]);
  });

  it('is accepted by a reviewer and returned once for corrections', async () => {
    await goTo('2026-06-03');
    await life.take(state);
    expect(await application()).toMatchObject({ state: 'accepted' });
    await life.giveBack(state);
    expect(await application()).toMatchObject({ state: 'returned' });
    expect(await news()).toEqual([
      'reviewer: application.accepted',
      'reviewer: application.returned',
    ]);
  });

  it('is corrected only in the requested sections, and the amount is computed again', async () => {
    await goTo('2026-06-08');
    const row = await one('select revision from applications where id = $1', state.id);
    await as(state.owner, saveSection, {
      applicationId: state.id,
      section: 'contract',
      revision: row.revision as number,
      onward: '',
      contractAmount: '800000',
      contractNumber: 'HT-ANOTHER',
    });
    const { answers } = await one('select answers from applications where id = $1', state.id);
    expect(answers).toMatchObject({ contractAmount: '800000.00', contractNumber: 'HT-2026-101' });
    await life.correct(state);
    expect(await application()).toMatchObject({ state: 'accepted', assessed: 24_000_000 });
    expect(await news()).toEqual(['owner: application.saved', 'owner: application.resubmitted']);
    await expect(life.giveBack(state)).rejects.toThrow('correction_spent');
  });

  it('is recommended by one officer and passed by another, for less', async () => {
    await goTo('2026-06-15');
    await life.recommend(state);
    expect(await application()).toMatchObject({ state: 'first_passed', recommended: 24_000_000 });
    const pass = (amount: bigint) =>
      as(life.official('approver', 'qingyang'), passFinal, {
        applicationId: state.id,
        amountFen: fen(amount),
        reason: '同意，按预算核减。',
        noConflict: 'yes',
      });
    await expect(pass(24_000_001n)).rejects.toThrow('amount_above_recommended');
    await pass(20_000_000n);
    state.amountFen = fen(20_000_000n);
    expect(await application()).toMatchObject({ state: 'final_passed', approved: 20_000_000 });
    expect(await news()).toEqual([
      'reviewer: application.recommended',
      'approver: application.passed',
    ]);
  });

  it('is on public notice for exactly five working days, not counting a holiday', async () => {
    await goTo('2026-06-16');
    await life.publish([state]);
    expect(await application()).toMatchObject({ state: 'publicised' });
    expect(await news()).toEqual(['manager: notice.published', 'manager: application.publicised']);
    // The Dragon Boat Festival is on the 19th, so the fifth working day is the 24th.
    await goTo('2026-06-24');
    expect(await application()).toMatchObject({ state: 'publicised' });
    await expect(life.propose(state)).rejects.toThrow('state_changed');
    await goTo('2026-06-25');
    expect(await application()).toMatchObject({ state: 'approved' });
    expect(await news()).toEqual(['system: application.approved']);
    expect(await pool()).toMatchObject({ committed: 0 });
  });

  it('is issued by two people, and only then reduces the budget', async () => {
    await life.propose(state);
    expect(await pool()).toMatchObject({ committed: 0 });
    made.voucher = await life.release(state);
    expect(await application()).toMatchObject({ state: 'issued' });
    expect(await stateOf('vouchers', made.voucher)).toBe('active');
    expect(await account()).toEqual({ granted: 20_000_000, held: 0, spent: 0, returned: 0 });
    expect(await pool()).toEqual({ budget: 10_000_000_000, committed: 20_000_000 });
    expect(await news()).toEqual(['finance: issue.proposed', 'finance: voucher.issued']);
  });

  it('is held for an order, never beyond its balance', async () => {
    await goTo('2026-07-06');
    await expect(life.hold(state, made.voucher, fen(20_000_001n))).rejects.toThrow(
      'ledger_insufficient',
    );
    expect(await news()).toEqual([]);
    made.hold = await life.hold(state, made.voucher, fen(12_000_000n));
    expect(await account()).toEqual({
      granted: 20_000_000,
      held: 12_000_000,
      spent: 0,
      returned: 0,
    });
    expect(await news()).toEqual(['owner: hold.authorised']);
  });

  it('is claimed by the vendor, and the money stays in the hold until then', async () => {
    await goTo('2026-07-20');
    made.redemption = await life.redeem(made.hold, fen(8_000_000n), dayOf('2026-07-20'));
    expect(await stateOf('redemptions', made.redemption)).toBe('submitted');
    expect(await hold()).toEqual({ claimed: 8_000_000, captured: 0, released: 0 });
    expect(await account()).toMatchObject({ held: 12_000_000, spent: 0 });
    expect(await news()).toEqual(['vendor_operator: redemption.submitted']);
  });

  it('is confirmed by its owner and verified by the city, and is spent', async () => {
    await expect(life.verify(state, made.redemption)).rejects.toThrow('state_changed');
    await life.confirm(state, made.redemption);
    expect(await stateOf('redemptions', made.redemption)).toBe('confirmed');
    await life.verify(state, made.redemption);
    expect(await stateOf('redemptions', made.redemption)).toBe('verified');
    expect(await hold()).toEqual({ claimed: 0, captured: 8_000_000, released: 0 });
    expect(await account()).toMatchObject({ held: 4_000_000, spent: 8_000_000 });
    expect(await news()).toEqual(['owner: redemption.confirmed', 'finance: redemption.verified']);
  });

  it('gets back the part of the hold that the vendor did not claim', async () => {
    await as(state.owner, releaseHold, { holdId: made.hold });
    expect(await hold()).toEqual({ claimed: 0, captured: 8_000_000, released: 4_000_000 });
    expect(await account()).toMatchObject({ held: 0, spent: 8_000_000 });
    expect(await news()).toEqual(['owner: hold.released']);
  });

  it('is settled by two people and paid', async () => {
    await goTo('2026-09-28');
    made.batch = await life.batch('qingyang');
    expect(await stateOf('redemptions', made.redemption)).toBe('batched');
    const batch = await one(
      'select total_fen::float8 as total, state from settlement_batches where id = $1',
      made.batch,
    );
    expect(batch).toEqual({ total: 8_000_000, state: 'proposed' });
    await expect(life.batch('qingyang')).rejects.toThrow('nothing_to_settle');
    await expect(life.payAll('qingyang', made.batch, dayOf('2026-09-28'))).rejects.toThrow(
      'batch_not_released',
    );
    await life.releaseBatch('qingyang', made.batch);
    expect(await stateOf('settlement_batches', made.batch)).toBe('released');
    await goTo('2026-09-30');
    await life.payAll('qingyang', made.batch, dayOf('2026-09-30'));
    expect(await stateOf('settlement_batches', made.batch)).toBe('closed');
    expect(await stateOf('redemptions', made.redemption)).toBe('paid');
    expect(await news()).toEqual([
      'finance: redemption.batched',
      'finance: settlement.proposed',
      'finance: settlement.released',
      'finance: redemption.paid',
      'finance: payment.paid',
    ]);
  });

  it('expires at the end of its last day and gives the rest back to the pool', async () => {
    await goTo('2027-06-25');
    expect(await stateOf('vouchers', made.voucher)).toBe('active');
    await goTo('2027-06-26');
    expect(await stateOf('vouchers', made.voucher)).toBe('expired');
    expect(await account()).toEqual({
      granted: 20_000_000,
      held: 0,
      spent: 8_000_000,
      returned: 12_000_000,
    });
    expect(await pool()).toEqual({ budget: 10_000_000_000, committed: 8_000_000 });
    expect(await news()).toEqual(['system: voucher.expired']);
    await runSweeps();
    expect(await news()).toEqual([]);
  });
});

describe('afterwards', () => {
  it('every fen of every budget is spent, held, available or left', async () => {
    const pools = await database.superuser<{ budget: bigint; accounted: bigint; spent: string }[]>`
      select p.budget_fen::text as budget, sum(coalesce(a.spent_fen, 0))::text as spent,
        (p.budget_fen - p.committed_fen + coalesce(sum(a.spent_fen + a.held_fen
          + (a.granted_fen - a.held_fen - a.spent_fen - a.returned_fen)), 0))::text as accounted
      from ledger.pools p left join ledger.accounts a on a.pool_id = p.id
      where p.parent_id is null group by p.id`;
    expect(pools).toHaveLength(shippedProgrammes.length);
    for (const { budget, accounted } of pools) expect(accounted).toBe(budget);
    const [paid] = await database.superuser`select sum(amount_fen)::text as amount from payments
      where state = 'paid'`;
    expect(pools.map(({ spent }) => spent).filter((spent) => spent !== '0')).toEqual([
      paid?.amount,
    ]);
  });

  it('the journal explains every balance, refused postings included', async () => {
    const breaks = await database.superuser.begin(async (tx) => {
      await tx`select set_config('app.city', ${life.world.cities.get('qingyang') ?? ''}, true)`;
      return tx`select * from ledger.breaks`;
    });
    expect(breaks).toEqual([]);
    const entries = await database.superuser<{ kind: string; outcome: string; amount: number }[]>`
      select kind, outcome, amount_fen::float8 as amount from ledger.entries order by id`;
    expect(entries.map(({ kind, outcome, amount }) => [kind, outcome, amount])).toEqual([
      ['issue', 'posted', 20_000_000],
      ['hold', 'declined:insufficient', 20_000_001],
      ['hold', 'posted', 12_000_000],
      ['claim', 'posted', 8_000_000],
      ['capture', 'posted', 8_000_000],
      ['release', 'posted', 4_000_000],
      ['expire', 'posted', 12_000_000],
    ]);
  });

  it('mails were sent to all persons concerned at the right moments', async () => {
    const mails = await database.superuser<{ template: string }[]>`
      select template from mails group by template order by min(id::text)`;
    expect(mails.map(({ template }) => template)).toEqual([
      'application_received',
      'application_submitted',
      'correction_requested',
      'application_corrected',
      'case_recommended',
      'case_passed',
      'notice_published',
      'application_approved',
      'case_cleared',
      'issue_proposed',
      'voucher_issued',
      'hold_authorised',
      'redemption_submitted',
      'redemption_answered',
      'redemption_decided',
      'hold_ended',
      'batch_proposed',
      'batch_released',
      'payment_made',
      'voucher_expiring',
      'voucher_expired',
    ]);
    const { missing, actions } = await findMissingNotifications(database);
    expect(missing).toEqual([]);
    expect(await storedDays(database)).toEqual([]);
    expect(actions.size).toBeGreaterThan(14);
  });
});
