import { afterAll, beforeAll, expect, it } from 'vitest';
import { as } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { dayOf, setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { resumeProgramme, suspendProgramme } from '@/features/programmes/publication/commands';
import { releaseHold } from '@/features/redemptions/hold-commands';
import { takeCase } from '@/features/reviews/commands';
import { closeDueNotices } from '@/features/notices/commands';
import { addDays, atClock, shanghaiDate, type IsoDate } from '@/lib/dates';
import { fen } from '@/lib/money';
import { executeSweep } from '@/server/gate';
import { remind } from './reminders';

/** Tests reminders of real cases, in the city of their programme, on the portal's clock. */
let database: TestDatabase;
let life: Life;
let city = '';

/** Sets the clock to noon of that day, without any other sweep. */
const noonOf = (day: IsoDate) => setClock(database.superuser, atClock(day, '12:00'));

/** Lists who was reminded of what by a run of the sweep, and of which deadline. */
async function sendReminders(runs = 1): Promise<string[]> {
  await database.superuser`delete from notifications`;
  await Promise.all(Array.from({ length: runs }, () => executeSweep(city, remind)));
  const rows = await database.superuser<{ name: string; template: string; due: string }[]>`
    select u.email as name, n.template, n.values ->> 'due' as due
    from notifications n join users u on u.id = n.user_id`;
  return rows
    .map(({ name, template, due }) => {
      return `${template} ${name.replace(/\.demo$/, '')} ${shanghaiDate(new Date(due))}`;
    })
    .sort();
}

/** Lists the amounts in the reminders of the last run. */
async function amounts(): Promise<string[]> {
  const rows = await database.superuser<{ amount: string }[]>`
    select values ->> 'amount' as amount from notifications order by 1`;
  return rows.map(({ amount }) => amount);
}

const draft = (day: IsoDate, unfinished: boolean, at = 0): Promise<CaseState> => {
  const startup = life.world.startups[at];
  if (!startup) throw new Error('The base has no more start-ups.');
  return life.draft(startup.owner, 'qingyang-compute-2024', 100_000, {
    citySlug: 'qingyang',
    unfinished,
    day: dayOf(day),
  });
};

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  city = life.world.cities.get('qingyang') ?? '';
  await noonOf('2026-06-01');
});

afterAll(() => database.close());

it('of a round that closes come at seven days and at one, once each, to all who may fill in the draft', async () => {
  const state = await draft('2026-06-01', true);
  const close = (day: IsoDate) =>
    database.superuser`update rounds r set closes_at = ${atClock(day, '17:00').toISOString()}
      from applications a where a.round_id = r.id and a.id = ${state.id}`;
  const both = (day: IsoDate) => [
    `draft_closing member@startup ${day}`,
    `draft_closing owner@startup ${day}`,
  ];
  await close('2026-06-18');
  await noonOf('2026-06-10');
  expect(await sendReminders()).toEqual([]);
  await noonOf('2026-06-11');
  expect(await sendReminders(3)).toEqual(both('2026-06-18'));
  expect(await sendReminders()).toEqual([]);
  await noonOf('2026-06-17');
  expect(await sendReminders()).toEqual(both('2026-06-18'));
  // A deadline that moved counts as another deadline.
  await close('2026-06-22');
  expect(await sendReminders(2)).toEqual(both('2026-06-22'));
  await noonOf('2026-06-22');
  expect(await sendReminders()).toEqual(both('2026-06-22'));
  await database.superuser`update applications set state = 'withdrawn' where id = ${state.id}`;
});

it('of a round whose programme is suspended wait until it accepts applications again', async () => {
  const state = await draft('2026-06-22', true);
  const admin = life.official('admin', 'qingyang');
  const [row] = await database.superuser<{ id: string }[]>`update rounds r
    set closes_at = ${atClock('2026-06-30', '17:00').toISOString()}
    from applications a where a.round_id = r.id and a.id = ${state.id} returning a.programme_id as id`;
  const programmeId = row?.id ?? '';
  await noonOf('2026-06-23');
  await as(admin, suspendProgramme, { programmeId, reason: '资金调整' });
  expect(await sendReminders()).toEqual([]);
  await as(admin, resumeProgramme, { programmeId });
  expect(await sendReminders()).toEqual([
    'draft_closing member@startup 2026-06-30',
    'draft_closing owner@startup 2026-06-30',
  ]);
  await database.superuser`update applications set state = 'withdrawn' where id = ${state.id}`;
});

it('of the city’s own deadline go to the manager, and to the reviewer once somebody has the case; late ones again', async () => {
  await noonOf('2026-06-23');
  await database.superuser`update rounds set closes_at = app.now() + interval '5 years'`;
  const state = await draft('2026-06-23', false);
  await life.submit(state);
  const [row] = await database.superuser<{ due: Date }[]>`
    select due_at as due from applications where id = ${state.id}`;
  const due = shanghaiDate(row?.due ?? new Date(0));
  await noonOf(addDays(due, -5));
  expect(await sendReminders()).toEqual([]);
  await life.take(state);
  await noonOf(addDays(due, -1));
  const officials = (template: string) => [
    `${template} manager@qingyang ${due}`,
    `${template} reviewer@qingyang ${due}`,
  ];
  expect(await sendReminders(2)).toEqual(officials('case_due'));
  await noonOf(addDays(due, 4));
  expect(await sendReminders(2)).toEqual(officials('case_overdue'));
  expect(await sendReminders()).toEqual([]);
});

it('come once to an official who has the case and is a manager too, and as a manager once no other role is left', async () => {
  await noonOf('2026-07-20');
  const state = await draft('2026-07-20', false, 1);
  await life.submit(state);
  const both = life.official('reviewer2', 'qingyang');
  await as(both, takeCase, { applicationId: state.id });
  await database.superuser`insert into memberships (user_id, role, city_id)
    values (${both.userId}, 'manager', ${city})`;
  const [row] = await database.superuser<{ due: Date }[]>`
    select due_at as due from applications where id = ${state.id}`;
  const due = shanghaiDate(row?.due ?? new Date(0));
  const officials = (template: string) => [
    `${template} manager@qingyang ${due}`,
    `${template} reviewer2@qingyang ${due}`,
  ];
  await noonOf(addDays(due, -1));
  expect(await sendReminders()).toEqual(officials('case_due'));
  const reviewing = database.superuser`user_id = ${both.userId} and role = 'reviewer'`;
  await database.superuser`update memberships set ended_at = app.now() where ${reviewing}`;
  await noonOf(addDays(due, 4));
  expect(await sendReminders()).toEqual(officials('case_overdue'));
  await database.superuser`update memberships set ended_at = null where ${reviewing}`;
  await database.superuser`delete from memberships
    where user_id = ${both.userId} and role = 'manager'`;
});

it('of a correction come at three working days and at one, to all who may make it, and not after it is made', async () => {
  await noonOf('2026-09-01');
  const [late, inTime] = [await draft('2026-09-01', false, 2), await draft('2026-09-01', false, 3)];
  for (const state of [late, inTime]) {
    await life.submit(state);
    await life.take(state);
    await life.giveBack(state);
  }
  const of = (startup: string) => [
    `correction_closing member@${startup} 2026-09-15`,
    `correction_closing owner@${startup} 2026-09-15`,
  ];
  await noonOf('2026-09-09');
  expect(await sendReminders()).toEqual([]);
  await noonOf('2026-09-10');
  expect(await sendReminders(2)).toEqual([...of('startup3'), ...of('startup4')].sort());
  await life.correct(inTime);
  await noonOf('2026-09-14');
  expect(await sendReminders(2)).toEqual(of('startup3'));
  expect(await sendReminders()).toEqual([]);
  await life.withdraw(inTime);
});

it('of an appeal go to the owner while there is none, and to the approvers while it is undecided', async () => {
  await noonOf('2026-11-02');
  const cases = [4, 5, 6].map((at) => draft('2026-11-02', false, at));
  const [silent, open, dismissed] = await Promise.all(cases);
  if (!silent || !open || !dismissed) throw new Error('There are three cases.');
  for (const state of [silent, open, dismissed]) {
    await life.submit(state);
    await life.take(state);
    await life.refuse(state);
  }
  for (const state of [open, dismissed]) await life.appeal(state);
  await life.dismissAppeal(dismissed);
  await noonOf('2026-11-11');
  expect(await sendReminders()).toEqual([]);
  await noonOf('2026-11-12');
  expect(await sendReminders(2)).toEqual(['appeal_closing owner@startup5 2026-11-16']);
  await noonOf('2026-11-25');
  expect(await sendReminders()).toEqual([]);
  await noonOf('2026-11-26');
  expect(await sendReminders(2)).toEqual([
    'appeal_due approver2@qingyang 2026-11-30',
    'appeal_due approver@qingyang 2026-11-30',
  ]);
  expect(await sendReminders()).toEqual([]);
});

it('of a hold go to the vendor with what it has not claimed, and of a claim to the owner until it is answered', async () => {
  await noonOf('2026-12-01');
  const state = await draft('2026-12-01', false, 7);
  await life.submit(state);
  await life.take(state);
  await life.recommend(state);
  await life.pass(state);
  await life.publish([state]);
  await noonOf('2026-12-10');
  await executeSweep(city, closeDueNotices);
  await life.propose(state);
  const voucher = await life.release(state);
  const hold = () => life.hold(state, voucher, fen(100_000n));
  const redeem = (id: string, day: IsoDate) => life.redeem(id, fen(50_000n), dayOf(day));
  const unclaimed = await hold();
  await noonOf('2026-12-11');
  const [claimed, confirmed] = [await hold(), await hold()];
  await life.confirm(state, await redeem(confirmed, '2026-12-11'));
  await noonOf('2026-12-14');
  const claim = await redeem(claimed, '2026-12-14');
  await noonOf('2026-12-16');
  expect(await sendReminders()).toEqual([]);
  for (const day of ['2026-12-17', '2026-12-23']) {
    await noonOf(day);
    expect(await sendReminders(2)).toEqual(['redemption_waiting owner@startup8 2026-12-14']);
    expect(await sendReminders()).toEqual([]);
  }
  await noonOf('2027-03-03');
  expect(await sendReminders(2)).toEqual(['hold_expiring operator@vendor 2027-03-10']);
  expect(await amounts()).toEqual(['¥1,000.00']);
  // Two holds are claimed in part, and the reminder is about the rest. There is none for a hold that is
  // claimed wholly.
  const whole = await redeem(claimed, '2027-03-03');
  await noonOf('2027-03-04');
  expect(await sendReminders(2)).toEqual(['hold_expiring operator@vendor 2027-03-11']);
  expect(await amounts()).toEqual(['¥500.00']);
  // A rejected claim does not count, and a hold that was released has no deadline.
  await life.reject(state, claim);
  await life.reject(state, whole);
  expect(await sendReminders(2)).toEqual(['hold_expiring operator@vendor 2027-03-11']);
  expect(await amounts()).toEqual(['¥1,000.00']);
  await as(state.owner, releaseHold, { holdId: unclaimed });
  await noonOf('2027-03-09');
  expect(await sendReminders()).toEqual([]);
  await noonOf('2027-03-10');
  expect(await sendReminders(2)).toEqual([
    'hold_expiring operator@vendor 2027-03-11',
    'hold_expiring operator@vendor 2027-03-11',
  ]);
  expect(await amounts()).toEqual(['¥1,000.00', '¥500.00']);
});

it('of one city are not sent in another city', async () => {
  await executeSweep(life.world.cities.get('shenzhen') ?? '', remind);
  const places = await database.superuser<{ city: string }[]>`
    select distinct city_id as city from reminders`;
  expect(places.map((place) => place.city)).toEqual([city]);
});
