import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { Cases } from '@/db/testing/cases';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { issueCertificate } from '@/features/certificates/commands';
import { findCertificate, getOwnCertificate } from '@/features/certificates/queries';
import { startClaim } from '@/features/claims/draft-commands';
import { submitClaim } from '@/features/claims/submit-commands';
import { lapseClaims } from '@/features/claims/sweep-commands';
import { remind } from '@/features/jobs/reminders';
import { getCapture } from '@/features/ledger/capture-queries';
import { declineRecovery, proposeRecovery, releaseRecovery } from '@/features/recoveries/commands';
import { submitRedemption } from '@/features/redemptions/commands';
import { authoriseHold } from '@/features/redemptions/hold-commands';
import { checkVoucher } from '@/features/redemptions/hold-queries';
import { awardedInYear } from '@/features/vouchers/award-queries';
import { expireVouchers, freezeVoucher } from '@/features/vouchers/commands';
import { verifyVoucher } from '@/features/vouchers/queries';
import { addDays, addMonths, endOfDay, shanghaiDate } from '@/lib/dates';
import { fen } from '@/lib/money';
import { executeSweep } from '@/server/gate';
import { inScope } from '@/server/scope';
import { proposeExtension, proposeRevocation, takeBackChange } from './commands';
import { getChange, getStanding, listDecidedChanges } from './queries';
import { declineChange, releaseChange } from './release-commands';

/** Tests what a city does with an issued voucher before its time is over: it revokes it, or gives it more time. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let city = '';
let state: CaseState;
let voucherId = '';
let startups = 20;
const face = 3_000_000;
const extensible = 'qingyang-extended';
const why = { ground: '《实施办法》第十二条', reason: '持券单位已注销。' };

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  city = life.world.cities.get('qingyang') ?? '';
  await life.setDay(0);
  await openOwnProgramme(database, life, {
    slug: extensible,
    budgetFen: 100_000_000n,
    rules: {
      voucher: {
        clause: '6',
        validMonths: 12,
        transferable: false,
        partialUse: true,
        percentOfOrder: '100',
        holdDays: 90,
        extensionMonths: 6,
      },
    },
  });
});
afterAll(() => database.close());

const official = (local: string, of = 'qingyang'): Person => life.official(local, of);
const manager = () => official('manager');
const finance = () => official('finance1');

/** Issues a voucher of ¥30,000 to a start-up that has no other. */
async function issue(slug: string): Promise<void> {
  const owner = life.world.startups[startups]?.owner;
  if (!owner) throw new Error('The base has no more start-ups.');
  startups += 1;
  state = await life.draft(owner, slug, 100_000, { citySlug: 'qingyang', day: life.day });
  await life.submit(state);
  await life.take(state);
  await life.recommend(state);
  await life.pass(state);
  await life.publish([state]);
  await life.setDay(life.day + 14);
  await life.propose(state);
  voucherId = await life.release(state);
}

const revocation = (by = manager()) => perform(by, proposeRevocation, { voucherId, ...why });
const extension = (validTo: string, by = manager()) =>
  perform(by, proposeExtension, { voucherId, validTo, ...why });
const find = async (query: string): Promise<string> => {
  const [row] = await database.superuser.unsafe<{ found: string }[]>(query, [voucherId]);
  return row?.found ?? '';
};
const changeId = () =>
  find(`select id as found from voucher_changes where voucher_id = $1 order by id desc limit 1`);
const release = async (by = finance()) =>
  perform(by, releaseChange, { changeId: await changeId() });
const hold = (amountFen: bigint) => life.hold(state, voucherId, fen(amountFen));

/** Loads the voucher's state and its balances in fen. */
async function voucher(): Promise<Record<string, unknown>> {
  const [row] = await database.superuser<Record<string, unknown>[]>`
    select v.state, a.held_fen::float8 as held, a.spent_fen::float8 as spent, a.returned_fen::float8 as returned
      from vouchers v join ledger.accounts a using (id) where v.id = ${voucherId}`;
  return row ?? {};
}
/** Loads until when the voucher and its account are valid; both days are the same. */
async function lastDay(): Promise<string> {
  const [row] = await database.superuser<{ voucher: Date; account: Date }[]>`
    select v.valid_to as voucher, a.valid_to as account
      from vouchers v join ledger.accounts a using (id) where v.id = ${voucherId}`;
  expect(row?.account).toEqual(row?.voucher);
  return row ? shanghaiDate(row.voucher) : '';
}
const events = async (): Promise<string[]> => {
  const rows = await database.superuser<{ action: string }[]>`
    select action from audit_events where action like 'voucher.%' and (voucher_id = ${voucherId}
      or subject_id in (select id from voucher_changes where voucher_id = ${voucherId})) order by id`;
  return rows.map(({ action }) => action);
};
const mails = async (organisationId: string | null): Promise<string[]> => {
  const rows = await database.superuser<{ template: string }[]>`
    select template from notifications where organisation_id is not distinct from ${organisationId}
      order by id desc limit 3`;
  return rows.map(({ template }) => template);
};
const at = (day: string) => setClock(database.superuser, endOfDay(day));

describe('a revocation', () => {
  beforeEach(async () => {
    await life.setDay(life.day);
    ({ state, voucherId } = await cases.issued());
  });

  it('needs a second person, returns what is unused, ends the holds first and leaves what was used', async () => {
    const first = await hold(1_000_000n);
    const redemption = await life.redeem(first, fen(400_000n), life.day);
    await life.confirm(state, redemption);
    await life.verify(state, redemption);
    expect(await revocation()).toMatchObject({ ok: true });
    const standing = await getStanding(actorOf(manager()), voucherId);
    expect(standing).toMatchObject({
      availableFen: 2_000_000n,
      heldFen: 600_000n,
      openFen: 600_000n,
      usedFen: 400_000n,
      waiting: 0,
    });
    expect(await voucher()).toMatchObject({ state: 'active', returned: 0 });
    // The holder learns nothing of what is only being considered.
    expect(await listDecidedChanges(actorOf(state.owner), voucherId)).toEqual([]);
    const himself = { ...finance(), userId: manager().userId };
    expect(await release(himself)).toMatchObject({ ok: false, code: 'same_person' });
    expect(await release()).toMatchObject({ ok: true });
    expect(await voucher()).toEqual({
      state: 'revoked',
      held: 0,
      spent: 400_000,
      returned: face - 400_000,
    });
    expect(await cases.breaks()).toBe(0);
    expect((await mails(state.owner.organisationId))[0]).toBe('voucher_revoked');
    expect(await mails(life.world.vendors[0]?.id ?? '')).toContain('hold_revoked');
    expect(await listDecidedChanges(actorOf(state.owner), voucherId)).toMatchObject([
      { kind: 'revocation', ...why, returnedFen: 2_600_000n },
    ]);
    expect(await events()).toEqual([
      'voucher.issued',
      'voucher.revocation_proposed',
      'voucher.revoked',
    ]);
  });

  it('waits for the city’s word on what a vendor has claimed', async () => {
    const redemption = await life.redeem(await hold(1_000_000n), fen(400_000n), life.day);
    await revocation();
    expect(await release()).toMatchObject({ ok: false, code: 'claims_waiting', values: { n: 1 } });
    expect(await voucher()).toEqual({ state: 'active', held: 1_000_000, spent: 0, returned: 0 });
    await life.confirm(state, redemption);
    await life.reject(state, redemption);
    expect(await release()).toMatchObject({ ok: true });
    expect(await voucher()).toEqual({ state: 'revoked', held: 0, spent: 0, returned: face });
  });

  it('tells everybody who meets the voucher afterwards that it was revoked', async () => {
    await as(state.owner, issueCertificate, { voucherId });
    const certificate = await getOwnCertificate(actorOf(state.owner), voucherId);
    const holdId = await hold(1_000_000n);
    await revocation();
    await release();
    const vendor = life.world.vendors[0];
    if (!vendor) throw new Error('The base has no vendor.');
    const code = await find('select code as found from vouchers where id = $1');
    const revoked = { ok: false, code: 'voucher_revoked' };
    expect(
      await perform(state.owner, authoriseHold, {
        voucherId,
        vendorId: vendor.id,
        orderNumber: 'PO-1',
        orderFen: fen(400n),
        amountFen: fen(100n),
      }),
    ).toMatchObject(revoked);
    const { number } = { number: '26622000000999999999' };
    const day = life.dateOf(life.day);
    expect(
      await perform(vendor.operator, submitRedemption, {
        holdId,
        invoiceCode: '',
        invoiceNumber: number,
        invoiceKey: `:${number}`,
        invoiceFen: fen(300n),
        subsidyFen: fen(100n),
        cardHours: '1',
        chip: 'ascend',
        servedFrom: day,
        servedTo: day,
        invoiceFile: new File(['%PDF-1.4'], 'invoice.pdf'),
      }),
    ).toMatchObject(revoked);
    expect(await checkVoucher(actorOf(vendor.operator), code)).toMatchObject({ state: 'revoked' });
    const verified = await verifyVoucher(actorOf(null), code);
    expect(verified.voucher).toMatchObject({ state: 'revoked' });
    const found = await findCertificate(actorOf(null), certificate?.number ?? '');
    expect(found.voucher).toMatchObject({ state: 'revoked' });
    expect(await revocation()).toMatchObject({ ok: false, code: 'already_revoked' });
  });

  it('gives a revoked voucher no certificate, and its own word why', async () => {
    await revocation();
    await release();
    expect(await perform(state.owner, issueCertificate, { voucherId })).toMatchObject({
      ok: false,
      code: 'voucher_revoked',
    });
  });

  it('is released once, however many officers do it at once, and proposed once', async () => {
    const proposals = await Promise.allSettled([revocation(), revocation(official('finance2'))]);
    const refusals = proposals.flatMap((one) =>
      one.status === 'rejected' ? [one.reason as unknown] : [],
    );
    expect(refusals).toMatchObject([{ cause: { constraint_name: 'voucher_changes_one_open' } }]);
    const id = await changeId();
    const himself = await find(
      'select proposed_by as found from voucher_changes where voucher_id = $1',
    );
    const others = [finance(), official('finance2')].filter(({ userId }) => userId !== himself);
    const decide = () =>
      others.flatMap((person) => [
        perform(person, releaseChange, { changeId: id }),
        perform(person, declineChange, { changeId: id, answer: '不同意。' }),
      ]);
    const outcomes = await Promise.all([...decide(), ...decide()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) {
      if (!outcome.ok) expect(outcome.code).toBe('change_decided');
    }
    const { state: after, returned } = await voucher();
    expect([after, returned]).toEqual(after === 'revoked' ? ['revoked', face] : ['active', 0]);
    expect(await cases.breaks()).toBe(0);
  });

  it('does not cross with a hold, a claim of a vendor, a freeze or an expiry at the same moment', async () => {
    const holdId = await hold(1_000_000n);
    await revocation();
    const id = await changeId();
    await Promise.all([
      perform(finance(), releaseChange, { changeId: id }),
      life.hold(state, voucherId, fen(500_000n)).catch(() => undefined),
      life.redeem(holdId, fen(300_000n), life.day).catch(() => undefined),
      perform(official('finance2'), freezeVoucher, { voucherId, reason: '核查。' }),
      executeSweep(city, expireVouchers),
    ]);
    const after = await voucher();
    // Either it was revoked whole, or a claim came first and nothing was.
    if (after.state === 'revoked') expect(after).toMatchObject({ held: 0, returned: face });
    else expect(after).toMatchObject({ returned: 0 });
    expect(await cases.breaks()).toBe(0);
  });

  it('leaves nothing usable behind when a recovery restores an amount at the same moment', async () => {
    const redemption = await life.redeem(await hold(1_000_000n), fen(400_000n), life.day);
    await life.confirm(state, redemption);
    await life.verify(state, redemption);
    const [row] = await database.superuser<{ entry: string }[]>`
      select capture_entry_id as entry from redemptions where id = ${redemption}`;
    const { id: recoveryId } = await as(finance(), proposeRecovery, {
      entryId: row?.entry ?? '',
      amountFen: fen(400_000n),
      voucherAfter: 'restored',
      ground: '第十八条',
      reason: '未实际使用。',
    });
    await revocation();
    const id = await changeId();
    const [revoked, recovered] = await Promise.all([
      perform(finance(), releaseChange, { changeId: id }),
      perform(official('finance2'), releaseRecovery, { recoveryId }),
    ]);
    expect(revoked).toMatchObject({ ok: true });
    if (!recovered.ok) expect(recovered.code).toBe('voucher_over');
    const spent = recovered.ok ? 0 : 400_000;
    expect(await voucher()).toEqual({ state: 'revoked', held: 0, spent, returned: face - spent });
    if (!recovered.ok)
      await as(official('finance2'), declineRecovery, { recoveryId, answer: '已撤销。' });
    const capture = await inScope(actorOf(finance()), ({ tx }) =>
      getCapture(tx, city, row?.entry ?? ''),
    );
    expect(capture?.reversedFen).toBe(recovered.ok ? 400_000n : 0n);
    expect(await cases.breaks()).toBe(0);
  });

  it('is taken back by its proposer alone, and can be proposed again', async () => {
    await revocation();
    const id = await changeId();
    expect(await perform(finance(), takeBackChange, { changeId: id })).toMatchObject({
      code: 'not_proposer',
    });
    await as(manager(), takeBackChange, { changeId: id });
    expect(await release()).toMatchObject({ ok: false, code: 'change_decided' });
    expect(await getChange(actorOf(finance()), id)).toMatchObject({
      state: 'taken_back',
      decidedBy: null,
      mine: false,
    });
    expect(await revocation()).toMatchObject({ ok: true });
    const again = await changeId();
    await as(finance(), declineChange, { changeId: again, answer: '依据不足。' });
    expect(await voucher()).toMatchObject({ state: 'active', returned: 0 });
  });

  it('of another city is neither proposed, read nor decided', async () => {
    expect(await revocation(official('manager', 'nanning'))).toMatchObject({
      code: 'voucher_unknown',
    });
    await revocation();
    const stranger = official('finance1', 'nanning');
    const id = await changeId();
    expect(await release(stranger)).toMatchObject({ code: 'change_unknown' });
    expect(await perform(stranger, takeBackChange, { changeId: id })).toMatchObject({
      code: 'change_unknown',
    });
    expect(await getChange(actorOf(stranger), id)).toBeUndefined();
    expect(await getStanding(actorOf(stranger), voucherId)).toBeUndefined();
  });

  it('comes too late for a voucher that has expired, or on which nothing is left', async () => {
    await revocation();
    await at(addDays(await lastDay(), 1));
    expect(await release()).toMatchObject({ ok: false, code: 'term_over' });
    await life.setDay(life.day);
    await as(manager(), takeBackChange, { changeId: await changeId() });
    const redemption = await life.redeem(await hold(BigInt(face)), fen(BigInt(face)), life.day);
    await life.confirm(state, redemption);
    await life.verify(state, redemption);
    expect(await revocation()).toMatchObject({ ok: false, code: 'nothing_left' });
  });

  it('frees what the firm may be awarded in the year, but not what it has used', async () => {
    const redemption = await life.redeem(await hold(1_000_000n), fen(400_000n), life.day);
    await life.confirm(state, redemption);
    await life.verify(state, redemption);
    const programmeId = await find('select programme_id as found from vouchers where id = $1');
    const organisationId = state.owner.organisationId ?? '';
    const year = Number(life.dateOf(life.day).slice(0, 4));
    const awarded = () =>
      inScope(actorOf(manager()), async ({ tx }) =>
        (await awardedInYear(tx, programmeId, [organisationId], { year, rules: {} })).get(
          organisationId,
        ),
      );
    expect(await awarded()).toBe(3_000_000n);
    await revocation();
    await release();
    expect(await awarded()).toBe(400_000n);
  });
});

describe('a revoked award that is paid out on claims', () => {
  it('takes no claim, and its draft lapses', async () => {
    await life.setDay(life.day);
    ({ state, voucherId } = await cases.toClaim());
    const draft = await life.draftClaim(state.owner, voucherId, [1_000], life.day);
    await as(official('manager', 'shenzhen'), proposeRevocation, { voucherId, ...why });
    await as(official('finance1', 'shenzhen'), releaseChange, { changeId: await changeId() });
    expect(
      await perform(state.owner, submitClaim, { claimId: draft, declared: 'on' }),
    ).toMatchObject({ ok: false, code: 'voucher_revoked' });
    expect(await perform(state.owner, startClaim, { voucherId })).toMatchObject({
      code: 'voucher_revoked',
    });
    await executeSweep(life.world.cities.get('shenzhen') ?? '', lapseClaims);
    const left = await find(`select state as found from claims where voucher_id = $1`);
    expect(left).toBe('lapsed');
    expect(await cases.breaks()).toBe(0);
  });
});

describe('an extension', () => {
  beforeEach(async () => {
    await life.setDay(life.day);
    await issue(extensible);
  });

  it('gives the voucher and its account a later day, once, and the holder is told', async () => {
    const first = await lastDay();
    const last = addMonths(first, 6);
    expect(await extension(last)).toMatchObject({ ok: true });
    expect(await lastDay()).toBe(first);
    expect(await release()).toMatchObject({ ok: true });
    expect(await lastDay()).toBe(last);
    expect((await mails(state.owner.organisationId))[0]).toBe('voucher_extended');
    expect(await listDecidedChanges(actorOf(state.owner), voucherId)).toMatchObject([
      { kind: 'extension', validTo: endOfDay(last), validToBefore: endOfDay(first) },
    ]);
    expect(await extension(addDays(last, 1))).toMatchObject({ code: 'extended_already' });
    await at(addDays(first, 1));
    await executeSweep(city, expireVouchers);
    expect(await voucher()).toMatchObject({ state: 'active', returned: 0 });
    expect(await hold(100_000n)).toBeTruthy();
    await at(addDays(last, 1));
    await executeSweep(city, expireVouchers);
    expect(await voucher()).toMatchObject({ state: 'expired' });
    expect(await cases.breaks()).toBe(0);
  });

  it('of the account is refused to everybody but its city, and never shortens', async () => {
    const last = endOfDay(addDays(await lastDay(), 10)).toISOString();
    const extend = (own: { city?: string; organisation?: string }, to = last) =>
      database.app
        .begin(async (tx) => {
          await tx`select set_config('app.user', '', true), set_config('app.platform', '', true),
            set_config('app.portal', '', true), set_config('app.city', ${own.city ?? ''}, true),
            set_config('app.organisation', ${own.organisation ?? ''}, true)`;
          await tx`select ledger.extend_account(${city}, ${voucherId}, ${to})`;
        })
        .then(
          () => 'done',
          (error: unknown) => (error as { code: string }).code,
        );
    const before = await lastDay();
    expect(await extend({ organisation: state.owner.organisationId ?? '' })).toBe('LG403');
    expect(await extend({ city: life.world.cities.get('nanning') ?? '' })).toBe('LG403');
    expect(await extend({ city }, endOfDay(before).toISOString())).toBe('LG404');
    await at(addDays(before, 1));
    expect(await extend({ city })).toBe('LG404');
    expect(await lastDay()).toBe(before);
  });

  it('stays within the rules, and says beside the day what they allow', async () => {
    const first = await lastDay();
    const last = addMonths(first, 6);
    expect(await extension(first)).toMatchObject({
      code: 'extension_not_later',
      field: 'validTo',
      values: { on: first },
    });
    expect(await extension(addDays(last, 1))).toMatchObject({
      code: 'extension_too_long',
      field: 'validTo',
      values: { on: last },
    });
    ({ state, voucherId } = await cases.issued());
    expect(await extension(addDays(await lastDay(), 1))).toMatchObject({
      code: 'extension_not_allowed',
    });
  });

  it('comes too late once the voucher has expired, swept or not', async () => {
    const first = await lastDay();
    await extension(addDays(first, 30));
    await at(addDays(first, 1));
    expect(await release()).toMatchObject({ ok: false, code: 'term_over' });
    await executeSweep(city, expireVouchers);
    expect(await release()).toMatchObject({ ok: false, code: 'term_over' });
    expect(await lastDay()).toBe(first);
  });

  it('is made once, although two officers and an expiry come at the same moment', async () => {
    const first = await lastDay();
    const last = addDays(first, 60);
    await extension(last);
    const id = await changeId();
    await setClock(database.superuser, new Date(endOfDay(first).getTime() - 1_000));
    const outcomes = await Promise.all([
      perform(finance(), releaseChange, { changeId: id }),
      perform(official('finance2'), releaseChange, { changeId: id }),
      executeSweep(city, expireVouchers),
    ]);
    expect(outcomes.slice(0, 2).filter(({ ok }) => ok)).toHaveLength(1);
    expect(await lastDay()).toBe(last);
    expect((await events()).filter((action) => action === 'voucher.extended')).toHaveLength(1);
  });

  it('is followed by the reminder of the new day and by a new certificate', async () => {
    const first = await lastDay();
    await as(state.owner, issueCertificate, { voucherId });
    const before = await getOwnCertificate(actorOf(state.owner), voucherId);
    await at(addDays(first, -7));
    await executeSweep(city, remind);
    const reminded = () =>
      find(`select count(*)::text as found from reminders
        where subject_id = $1 and template = 'voucher_expiring'`);
    const sofar = Number(await reminded());
    expect(sofar).toBeGreaterThan(0);
    const last = addDays(first, 90);
    await extension(last);
    await release();
    expect(await getOwnCertificate(actorOf(state.owner), voucherId)).toBeUndefined();
    await as(state.owner, issueCertificate, { voucherId });
    const after = await getOwnCertificate(actorOf(state.owner), voucherId);
    expect(after?.number).not.toBe(before?.number);
    expect(before?.statement.validUntil).toBe(first);
    expect(after?.statement.validUntil).toBe(last);
    // Whoever scans the earlier certificate reads the day that counts now.
    const found = await findCertificate(actorOf(null), before?.number ?? '');
    expect(found.voucher?.validTo).toEqual(endOfDay(last));
    await at(addDays(last, -7));
    await executeSweep(city, remind);
    expect(Number(await reminded())).toBeGreaterThan(sofar);
  });
});
