import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Cases } from '@/db/testing/cases';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { openOwnProgramme } from '@/db/testing/own-programme';
import { actorOf, as, perform } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { issueCertificate } from '@/features/certificates/commands';
import { remind } from '@/features/jobs/reminders';
import { authoriseHold, expireHolds } from '@/features/redemptions/hold-commands';
import { checkVoucher, getHoldForm, listOpenHolds } from '@/features/redemptions/hold-queries';
import { getDesk } from '@/features/reviews/desk-queries';
import { proposeExtension, proposeRevocation } from '@/features/validity/commands';
import { expireVouchers } from '@/features/vouchers/commands';
import { getOwnVoucher, verifyVoucher } from '@/features/vouchers/queries';
import {
  addDays,
  daysBetween,
  endOfDay,
  shanghaiDate,
  startOfDay,
  type IsoDate,
} from '@/lib/dates';
import { fen } from '@/lib/money';
import { executeSweep } from '@/server/gate';
import { getPause, listPauseExtensions } from '../queries';
import { declinePause, proposePause, releasePause } from './commands';
import { endDuePauses, endPause } from './end-commands';
import { listPausable, listPauses } from './queries';

/** Tests the pause of a programme's vouchers while no vendor can deliver: two people for it, and the days that it gives back. */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let city = '';
let programmeId = '';
let plainId = '';
let state: CaseState;
let voucherId = '';
let startups = 10;
let programmes = 0;
/** The day on which the next test begins; some move the clock by years. */
let base = 0;
let slug = '';
const reason = '本市入库服务商集群均在迁移机房。';

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  city = life.world.cities.get('qingyang') ?? '';
  await life.setDay(0);
  await database.superuser`update accreditations set expires_at = '2031-01-01'`;
  const plain = { slug: 'qingyang-unpaused', budgetFen: 100_000_000n, rules: {} };
  plainId = await openOwnProgramme(database, life, plain);
});
afterAll(() => database.close());

const official = (local: string, of = 'qingyang'): Person => life.official(local, of);
const today = () => life.dateOf(life.day);

/** Issues a voucher of ¥30,000 to a start-up that has no other. */
async function issue(): Promise<void> {
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

/** Opens a programme of its own for a test, with one voucher in use. */
async function begin(): Promise<void> {
  await life.setDay(base);
  programmes += 1;
  slug = `qingyang-paused-${programmes}`;
  const rules = {
    pause: { clause: '9' },
    voucher: {
      clause: '6',
      validMonths: 12,
      transferable: false,
      partialUse: true,
      percentOfOrder: '100',
      holdDays: 90,
      extensionMonths: 6,
    } as const,
  };
  programmeId = await openOwnProgramme(database, life, { slug, budgetFen: 100_000_000n, rules });
  await issue();
  base = life.day;
}

type Wish = { fromOn?: IsoDate; untilOn?: IsoDate; of?: string; by?: Person };
const propose = ({ fromOn = today(), untilOn, of = programmeId, by }: Wish = {}) =>
  perform(by ?? official('manager'), proposePause, {
    programmeId: of,
    fromOn,
    untilOn,
    reason,
    noVendor: 'yes',
  });
async function latest(): Promise<string> {
  const [row] = await database.superuser<{ id: string }[]>`
    select id from pauses where programme_id = ${programmeId} order by id desc limit 1`;
  return row?.id ?? '';
}
const release = async (by = official('finance1')) =>
  perform(by, releasePause, { pauseId: await latest() });
const end = async (by = official('finance2')) => perform(by, endPause, { pauseId: await latest() });
async function pause(wish: Wish = {}): Promise<void> {
  expect(await propose(wish)).toMatchObject({ ok: true });
  expect(await release()).toMatchObject({ ok: true });
}
const at = (day: IsoDate, afterMs = 43_200_000) =>
  setClock(database.superuser, new Date(startOfDay(day).getTime() + afterMs));
const order = () => ({
  voucherId,
  vendorId: life.world.vendors[0]?.id ?? '',
  orderNumber: `DD${Math.random().toString().slice(2, 12)}`,
  orderFen: fen(10_000_000n),
  amountFen: fen(100_000n),
});
const hold = () => perform(state.owner, authoriseHold, order());

/** Loads until when the voucher and its account are valid; both days are the same. */
async function lastDay(): Promise<IsoDate> {
  const [row] = await database.superuser<{ voucher: Date; account: Date }[]>`
    select v.valid_to as voucher, a.valid_to as account
      from vouchers v join ledger.accounts a using (id) where v.id = ${voucherId}`;
  expect(row?.account).toEqual(row?.voucher);
  expect(row?.voucher).toEqual(endOfDay(shanghaiDate(row?.voucher ?? new Date())));
  return row ? shanghaiDate(row.voucher) : '';
}
async function holdDay(id: string): Promise<IsoDate> {
  const [row] = await database.superuser<{ own: Date; ledger: Date }[]>`
    select h.expires_at as own, l.expires_at as ledger from holds h join ledger.holds l using (id)
      where h.id = ${id}`;
  expect(row?.ledger).toEqual(row?.own);
  return row ? shanghaiDate(row.own) : '';
}
async function stateOf(table: 'vouchers' | 'holds', id: string): Promise<string> {
  const [row] = await database.superuser.unsafe<{ state: string }[]>(
    `select state from ${table} where id = $1`,
    [id],
  );
  return row?.state ?? '';
}
async function mailsTo(organisationId: string | null, template: string): Promise<number> {
  const [row] = await database.superuser<{ n: number }[]>`select count(*)::int n from notifications
    where organisation_id is not distinct from ${organisationId} and template = ${template}`;
  return row?.n ?? 0;
}

describe('a pause', () => {
  beforeEach(begin);

  it('is proposed only where the rules name it, for days that can be meant', async () => {
    expect(await propose({ of: plainId })).toMatchObject({ code: 'pause_not_allowed' });
    expect(await propose({ by: official('manager', 'nanning') })).toMatchObject({
      code: 'programme_unknown',
    });
    expect(await propose({ fromOn: addDays(today(), -1) })).toMatchObject({
      code: 'pause_begins_early',
      field: 'fromOn',
    });
    expect(await propose({ untilOn: addDays(today(), -1) })).toMatchObject({
      code: 'pause_ends_early',
      field: 'untilOn',
    });
    const listed = await listPausable(actorOf(official('manager')));
    expect(listed.map(({ id }) => id)).toContain(programmeId);
    expect(listed.map(({ id }) => id)).not.toContain(plainId);
    expect(await propose()).toMatchObject({ ok: true });
    await expect(propose()).rejects.toMatchObject({
      cause: { constraint_name: 'pauses_one_open' },
    });
  });

  it('needs a second person of the city, and does nothing until then', async () => {
    await propose();
    const pauseId = await latest();
    const himself = { ...official('finance1'), userId: official('manager').userId };
    expect(await release(himself)).toMatchObject({ code: 'same_person' });
    await expect(
      database.superuser`update pauses set state = 'released', decided_by = proposed_by,
        decided_at = app.now() where id = ${pauseId}`,
    ).rejects.toMatchObject({ constraint_name: 'pauses_four_eyes' });
    expect(await release(official('finance1', 'nanning'))).toMatchObject({ code: 'pause_unknown' });
    expect(await end(official('finance1', 'nanning'))).toMatchObject({ code: 'pause_unknown' });
    expect(await end()).toMatchObject({ code: 'pause_not_in_force' });
    expect(await hold()).toMatchObject({ ok: true });
    expect(await getPause(actorOf(null), programmeId)).toBeUndefined();
    const { waiting } = await getDesk(actorOf<'city.read'>(official('finance1')));
    expect(waiting.find(({ kind }) => kind === 'pauses')?.n).toBeGreaterThan(0);
    const answer = '服务商仍可交付。';
    await as(official('finance1'), declinePause, { pauseId, answer });
    expect(await release()).toMatchObject({ code: 'pause_decided' });
    const [entry] = (await listPauses(actorOf(official('auditor')), undefined)).rows;
    expect(entry).toMatchObject({ state: 'declined', answer, scope: null });
    const others = await listPauses(actorOf(official('auditor', 'nanning')), undefined);
    expect(others.rows).toEqual([]);
  });

  it('lets nobody hold, says why, and lets what is held be redeemed', async () => {
    const held = await life.hold(state, voucherId, fen(1_000_000n));
    const untilOn = addDays(today(), 20);
    await pause({ untilOn });
    expect(await hold()).toMatchObject({
      code: 'voucher_paused',
      values: { from: today(), until: untilOn, reason },
    });
    const redemption = await life.redeem(held, fen(400_000n), life.day);
    await life.confirm(state, redemption);
    await life.verify(state, redemption);
    expect(await getPause(actorOf(null), programmeId)).toMatchObject({
      begun: true,
      reason,
      untilOn,
    });
    expect(await getHoldForm(actorOf(state.owner), voucherId)).toMatchObject({
      pause: { begun: true },
    });
    const [row] = await database.superuser<{ code: string }[]>`
      select code from vouchers where id = ${voucherId}`;
    const code = row?.code ?? '';
    expect((await verifyVoucher(actorOf(null), code)).voucher?.pause).toMatchObject({ reason });
    const vendor = life.world.vendors[0]?.operator ?? null;
    expect(await checkVoucher(actorOf(vendor), code)).toMatchObject({ pause: { reason } });
    expect(await mailsTo(state.owner.organisationId, 'pause_begins')).toBeGreaterThan(0);
    expect(await mailsTo(vendor?.organisationId ?? '', 'pause_begins_vendor')).toBeGreaterThan(0);
    expect(await cases.breaks()).toBe(0);
  });

  it('is held by the ledger too, whatever the code forgot', async () => {
    await pause();
    await expect(
      database.app.begin(async (tx) => {
        await tx`select set_config('app.user', ${state.owner.userId}, true), set_config('app.city', '', true),
          set_config('app.organisation', ${state.owner.organisationId}, true),
          set_config('app.platform', '', true), set_config('app.portal', '', true)`;
        const [entry] = await tx<{ outcome: string }[]>`select outcome from ledger.post(
          ${state.owner.userId}, 'by-hand', 'x', 'hold', 100, ${voucherId}, gen_random_uuid(),
          ${life.world.vendors[0]?.id ?? ''}, app.now() + interval '1 day')`;
        throw new Error(entry?.outcome);
      }),
    ).rejects.toThrow('declined:paused');
  });

  it('that is to begin later stops nothing before, and is called off without days', async () => {
    const before = await lastDay();
    const fromOn = addDays(today(), 5);
    await pause({ fromOn });
    expect(await hold()).toMatchObject({ ok: true });
    expect(await getPause(actorOf(null), programmeId)).toMatchObject({ begun: false });
    expect(await end()).toMatchObject({ ok: true });
    expect(await lastDay()).toBe(before);
    expect(await mailsTo(state.owner.organisationId, 'pause_called_off')).toBeGreaterThan(0);
    await at(fromOn);
    expect(await hold()).toMatchObject({ ok: true });
    expect((await listPauses(actorOf(official('auditor')), undefined)).rows[0]).toMatchObject({
      state: 'called_off',
      given: 0,
    });
  });

  it('begins on the day of its release where its first day is over', async () => {
    await propose();
    const later = addDays(today(), 3);
    await at(later);
    expect(await release()).toMatchObject({ ok: true });
    expect(await getPause(actorOf(null), programmeId)).toMatchObject({ fromOn: later });
  });
});

describe('the end of a pause', () => {
  beforeEach(begin);

  it('gives every voucher the days on which it was paused, exactly, once', async () => {
    const before = await lastDay();
    const first = voucherId;
    const held = await life.hold(state, voucherId, fen(1_000_000n));
    const heldUntil = await holdDay(held);
    const fromOn = today();
    await pause({ fromOn });
    // A voucher that is issued in the pause counts from its issue.
    await issue();
    const issuedOn = today();
    const second = await lastDay();
    const last = addDays(issuedOn, 6);
    await at(last);
    expect(await end()).toMatchObject({ ok: true });
    expect(await lastDay()).toBe(addDays(second, 7));
    voucherId = first;
    const days = daysBetween(fromOn, last) + 1;
    expect(await lastDay()).toBe(addDays(before, days));
    expect(await holdDay(held)).toBe(addDays(heldUntil, days));
    expect(await end()).toMatchObject({ code: 'pause_not_in_force' });
    expect(await lastDay()).toBe(addDays(before, days));
    const [entry] = (await listPauses(actorOf(official('auditor')), undefined)).rows;
    expect(entry).toMatchObject({ state: 'ended', given: 2, endedOn: last, scope: null });
    expect(await cases.breaks()).toBe(0);
  });

  it('comes by itself after the stated last day, also where the sweep is late', async () => {
    const before = await lastDay();
    const untilOn = addDays(today(), 9);
    await pause({ untilOn });
    await at(untilOn);
    await executeSweep(city, endDuePauses);
    expect(await hold()).toMatchObject({ code: 'voucher_paused' });
    await at(addDays(untilOn, 4));
    // The pause is over even before the sweep.
    expect(await hold()).toMatchObject({ ok: true });
    await executeSweep(city, endDuePauses);
    expect(await lastDay()).toBe(addDays(before, 10));
    await executeSweep(city, endDuePauses);
    expect(await lastDay()).toBe(addDays(before, 10));
    const given = await listPauseExtensions(actorOf(state.owner), voucherId);
    expect(given).toMatchObject([{ days: 10, endedOn: untilOn }]);
    expect(await mailsTo(state.owner.organisationId, 'pause_over')).toBeGreaterThan(0);
  });

  it('comes for a voucher and a hold that would have expired meanwhile, as if they had not', async () => {
    const before = await lastDay();
    const held = await life.hold(state, voucherId, fen(1_000_000n));
    const fromOn = addDays(before, -3);
    await setDay(fromOn);
    // The hold of this test ends with the voucher: its rules give it more days than that.
    await database.superuser`update holds set expires_at = ${endOfDay(before)} where id = ${held}`;
    await database.superuser`update ledger.holds set expires_at = ${endOfDay(before)} where id = ${held}`;
    await pause({ fromOn });
    const last = addDays(before, 30);
    await setDay(last);
    await executeSweep(city, expireHolds);
    await executeSweep(city, expireVouchers);
    expect([await stateOf('holds', held), await stateOf('vouchers', voucherId)]).toEqual([
      'open',
      'active',
    ]);
    const shown = await getOwnVoucher(actorOf(state.owner), voucherId, {});
    expect(shown).toMatchObject({ status: 'partly_used', paused: true });
    const vendor = life.world.vendors[0]?.operator ?? null;
    const open = await listOpenHolds(actorOf(vendor), undefined);
    expect(open.rows.map(({ id }) => id)).toContain(held);
    expect(await life.redeem(held, fen(300_000n), life.day)).toBeTruthy();
    expect(await perform(state.owner, issueCertificate, { voucherId })).toMatchObject({
      code: 'certificate_paused',
    });
    const why = { ground: '第九条', reason: '服务商迁移。' };
    const wish = { voucherId, validTo: addDays(last, 60), ...why };
    expect(await perform(official('manager'), proposeExtension, wish)).toMatchObject({
      code: 'extension_paused',
    });
    expect(
      await perform(official('manager'), proposeRevocation, { voucherId, ...why }),
    ).toMatchObject({ ok: true });
    await executeSweep(city, remind);
    expect(await end()).toMatchObject({ ok: true });
    expect(await lastDay()).toBe(addDays(last, 4));
    expect(await holdDay(held)).toBe(addDays(last, 4));
    await setDay(addDays(last, 4));
    await executeSweep(city, expireVouchers);
    expect(await stateOf('vouchers', voucherId)).toBe('active');
    expect(await hold()).toMatchObject({ ok: true });
    await setDay(addDays(last, 5));
    await executeSweep(city, expireHolds);
    await executeSweep(city, expireVouchers);
    expect(await stateOf('vouchers', voucherId)).toBe('expired');
    expect(await cases.breaks()).toBe(0);
  });

  it('leaves alone what was over before the pause began', async () => {
    const before = await lastDay();
    await setDay(addDays(before, 1));
    await pause();
    await executeSweep(city, expireVouchers);
    expect(await stateOf('vouchers', voucherId)).toBe('expired');
    expect(await end()).toMatchObject({ ok: true });
    expect(await lastDay()).toBe(before);
    expect(await cases.breaks()).toBe(0);
  });

  it('counts no day twice: the next pause begins on a later day', async () => {
    const before = await lastDay();
    await pause();
    await end();
    expect(await propose()).toMatchObject({
      code: 'pauses_overlap',
      field: 'fromOn',
      values: { on: today() },
    });
    const [first] = await database.superuser<{ id: string }[]>`
      select id from pauses where programme_id = ${programmeId}`;
    await expect(
      database.superuser`insert into pauses (city_id, programme_id, from_on, reason, state, proposed_by,
          proposed_at, decided_by, decided_at)
        select city_id, programme_id, from_on, 'x', 'released', proposed_by, proposed_at, decided_by, decided_at
        from pauses where id = ${first?.id ?? ''}`,
    ).rejects.toMatchObject({ constraint_name: 'pauses_apart' });
    await setDay(addDays(today(), 1));
    await pause();
    await end();
    expect(await lastDay()).toBe(addDays(before, 2));
  });
});

describe('at the same moment', () => {
  beforeEach(begin);

  it('a pause and holds: what was opened stands, and nothing is opened after it', async () => {
    await propose();
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 6 }, () => hold()),
      release(),
      ...Array.from({ length: 6 }, () => hold()),
    ]);
    expect(outcomes[6]).toMatchObject({ value: { ok: true } });
    expect(await hold()).toMatchObject({ code: 'voucher_paused' });
    const opened = outcomes.filter(
      (one, at) => at !== 6 && one.status === 'fulfilled' && one.value.ok,
    );
    const [row] = await database.superuser<{ n: number }[]>`
      select count(*)::int n from holds where voucher_id = ${voucherId}`;
    expect(row?.n).toBe(opened.length);
    expect(await cases.breaks()).toBe(0);
  });

  it('two releases, two ends and the sweep: one of each, and the days are given once', async () => {
    const before = await lastDay();
    const untilOn = addDays(today(), 4);
    await propose({ untilOn });
    const released = await Promise.allSettled([release(), release(official('finance2'))]);
    const won = (of: readonly PromiseSettledResult<{ ok: boolean } | undefined>[]) =>
      of.filter((one) => one.status === 'fulfilled' && one.value?.ok).length;
    expect(won(released)).toBe(1);
    await at(addDays(untilOn, 1));
    const ended = await Promise.allSettled([
      end(),
      end(official('manager')),
      executeSweep(city, endDuePauses),
      executeSweep(city, expireVouchers),
    ]);
    expect(won(ended.slice(0, 2))).toBeLessThanOrEqual(1);
    await executeSweep(city, endDuePauses);
    expect(await lastDay()).toBe(addDays(before, 5));
    expect(await cases.breaks()).toBe(0);
  });

  it('the end and the expiry of a voucher: it gets its days, and then expires when they are over', async () => {
    const before = await lastDay();
    await setDay(before);
    await pause();
    await setDay(addDays(before, 10));
    const outcomes = await Promise.allSettled([
      executeSweep(city, expireVouchers),
      end(),
      hold(),
      executeSweep(city, expireHolds),
      executeSweep(city, expireVouchers),
    ]);
    expect(outcomes[1]).toMatchObject({ value: { ok: true } });
    expect(outcomes.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await stateOf('vouchers', voucherId)).toBe('active');
    expect(await lastDay()).toBe(addDays(before, 11));
    expect(await cases.breaks()).toBe(0);
  });
});

describe('the functions of the ledger', () => {
  beforeEach(begin);

  it('refuse everybody but the city, days that a pause did not have, and what is not paused', async () => {
    await pause();
    const call = (query: string, own: string) =>
      database.app
        .begin(async (tx) => {
          await tx`select set_config('app.user', '', true), set_config('app.platform', '', true),
            set_config('app.portal', '', true), set_config('app.city', ${own}, true),
            set_config('app.organisation', '', true)`;
          await tx.unsafe(query);
        })
        .then(
          () => 'done',
          (error: unknown) => (error as { code: string }).code,
        );
    const to = addDays(today(), 2);
    const ending = (days: number, of = programmeId) =>
      `select ledger.end_pause('${city}', '${of}', '${startOfDay(to).toISOString()}', array['${voucherId}']::uuid[],
        array[${days}], '{}')`;
    const begin = `select ledger.begin_pause('${city}', '${programmeId}', app.now(), null)`;
    expect(await call(ending(1), life.world.cities.get('nanning') ?? '')).toBe('LG403');
    expect(await call(begin, life.world.cities.get('nanning') ?? '')).toBe('LG403');
    expect(await call(begin, city)).toBe('LG409');
    expect(await call(ending(3), city)).toBe('LG400');
    expect(await call(ending(0), city)).toBe('LG400');
    expect(await call(ending(1, plainId), city)).toBe('LG404');
  });
});

/** Moves the portal's clock to noon of a day, and what the life counts from. */
async function setDay(on: IsoDate): Promise<void> {
  life.day = daysBetween(life.dateOf(0), on);
  await at(on);
}
