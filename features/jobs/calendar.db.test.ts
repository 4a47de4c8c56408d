import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, as, perform } from '@/demo/act';
import { calendarYears } from '@/db/schema/calendar';
import { buildBase } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { warnOfMissingYear } from './calendar-warning';
import { shanghaiDate, type IsoDate } from '@/lib/dates';
import { announced } from '@/lib/testing/calendar';
import { provisionalDaysOff } from '@/lib/working-days';
import { constraintOf } from '@/server/database-errors';
import { executeSweep } from '@/server/gate';
import { inScope } from '@/server/scope';
import { declineYear, proposeYear, releaseYear } from '@/features/calendar/commands';
import { writeLines } from '@/features/calendar/domain/lines';
import { moveDeadlines } from './move-deadlines';
import { getCalendar } from '@/features/calendar/queries';

/**
 * Tests that a year's holidays are entered by two people, and that open deadlines then move, never against
 * the applicant.
 */
let database: TestDatabase;
let life: Life;
let cityId = '';

const admin = () => life.world.people.get('platform@suanquan.demo') ?? null;
const colleague = () => life.world.people.get('platform2@suanquan.demo') ?? null;

const bridged = writeLines({
  daysOff: [...provisionalDaysOff(2027), '2027-02-11', '2027-02-12'],
  worked: [],
});
const shortened = writeLines({
  daysOff: provisionalDaysOff(2027),
  worked: ['2027-02-20', '2027-02-27'],
});

const propose = (lines: string, who = admin(), year = 2027) =>
  perform(who, proposeYear, { year, source: '国务院办公厅通知', lines });
const openYear = async (): Promise<string> => {
  const { open } = await getCalendar(actorOf(admin()));
  return open[0]?.id ?? '';
};
const release = async (lines: string) => {
  await as(admin(), proposeYear, { year: 2027, source: '国务院办公厅通知', lines });
  await as(colleague(), releaseYear, { id: await openYear() });
};
const sweep = () => executeSweep(cityId, moveDeadlines);
const dueDates = async () => {
  const rows = await database.superuser<{ id: string; case: Date; correction: Date | null }[]>`
    select a.id, a.due_at as case, c.due_at as correction from applications a
    left join corrections c on c.application_id = a.id where a.due_at is not null`;
  return new Map(
    rows.map((row) => [
      row.id,
      { case: shanghaiDate(row.case), correction: row.correction && shanghaiDate(row.correction) },
    ]),
  );
};
const recipientsOf = async (template: string) => {
  const rows = await database.superuser<{ email: string; due: string }[]>`
    select u.email, n.values ->> 'due' as due from notifications n join users u on u.id = n.user_id
    where n.template = ${template} order by u.email`;
  return rows.map(({ email, due }) => [email, due && shanghaiDate(new Date(due))]);
};

async function submitted(at: number, day: IsoDate): Promise<CaseState> {
  const owner = life.world.startups[at]?.owner;
  if (!owner) throw new Error('The base has no such start-up.');
  const options = { citySlug: 'qingyang', day: dayOf(day) };
  const state = await life.draft(owner, 'qingyang-compute-2024', 100_000, options);
  await life.submit(state);
  await life.take(state);
  return state;
}

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cityId = life.world.cities.get('qingyang') ?? '';
});
afterAll(() => database.close());

describe('an arrangement', () => {
  it('exists from the start for the years that are announced', async () => {
    const { years, missing } = await getCalendar(actorOf(admin()));
    const shipped = years.map(({ year, daysOff, worked }) => ({ year, daysOff, worked }));
    expect(shipped).toEqual([...announced].reverse());
    expect(missing).toEqual([2027]);
  });

  it('is refused with the wrong line named, and when it changes nothing', async () => {
    expect(await propose('off 2027-01-01\n放 2027-02-05')).toMatchObject({
      code: 'line_kind',
      field: 'lines',
      values: { line: 2 },
    });
    expect(await propose('off 2027-01-01')).toMatchObject({ code: 'statutory_missing' });
    const [of2026] = announced.filter(({ year }) => year === 2026);
    if (!of2026) throw new Error('2026 is announced.');
    expect(await propose(writeLines(of2026), admin(), 2026)).toMatchObject({
      code: 'year_unchanged',
    });
  });

  it('is released by another person than the one who proposed it, and counts from then on', async () => {
    await as(admin(), proposeYear, { year: 2027, source: '通知', lines: bridged });
    const id = await openYear();
    expect(await perform(admin(), releaseYear, { id })).toMatchObject({ code: 'same_person' });
    await expect(propose(shortened, colleague())).rejects.toSatisfy(
      (error) => constraintOf(error) === 'calendar_years_one_open',
    );
    const isOff = () =>
      inScope(actorOf(null), ({ calendar }) =>
        Promise.resolve(!calendar.isWorkingDay('2027-02-11')),
      );
    expect(await isOff()).toBe(false);
    expect(await perform(colleague(), declineYear, { id, answer: '缺少依据。' })).toMatchObject({
      ok: true,
    });
    expect(await perform(colleague(), releaseYear, { id })).toMatchObject({ code: 'year_decided' });
    expect(await isOff()).toBe(false);
    expect(await recipientsOf('calendar_proposed')).toEqual([['platform2@suanquan.demo', null]]);
    expect(await recipientsOf('calendar_declined')).toEqual([['platform@suanquan.demo', null]]);
  });

  it('that waits can be seen only by the platform', async () => {
    await as(admin(), proposeYear, { year: 2027, source: '通知', lines: bridged });
    const id = await openYear();
    const seen = (person: ReturnType<typeof admin>) =>
      inScope(actorOf(person), ({ tx }) =>
        tx.select().from(calendarYears).where(eq(calendarYears.id, id)),
      );
    expect(await seen(admin())).toHaveLength(1);
    expect(await seen(life.official('manager', 'qingyang'))).toHaveLength(0);
    expect(await seen(null)).toHaveLength(0);
    await as(colleague(), declineYear, { id, answer: '测试。' });
  });
});

describe('the missing year', () => {
  it('causes a notification from November on, once on each of three days', async () => {
    const warned = async (day: IsoDate) => {
      await life.setDay(dayOf(day));
      await Promise.all([warnOfMissingYear(), warnOfMissingYear()]);
      return (await recipientsOf('calendar_missing')).length;
    };
    expect(await warned('2026-10-31')).toBe(0);
    expect(await warned('2026-11-01')).toBe(2);
    expect(await warned('2026-11-30')).toBe(2);
    expect(await warned('2026-12-01')).toBe(4);
    expect(await warned('2026-12-25')).toBe(6);
  });
});

describe('open deadlines', () => {
  let returned: CaseState;
  let running: CaseState;

  beforeAll(async () => {
    await life.setDay(dayOf('2027-02-03'));
    returned = await submitted(0, '2027-02-03');
    running = await submitted(3, '2027-02-03');
    await life.giveBack(returned);
  });

  it('are moved for the applicant by the days that turned out to be off, with an event and a mail', async () => {
    const before = await dueDates();
    expect(before.get(returned.id)?.correction).toBe('2027-02-23');
    await life.setDay(dayOf('2027-02-04'));
    await release(bridged);
    expect(await sweep()).toMatchObject({ ok: true, value: { count: 1 } });
    const after = await dueDates();
    expect(after.get(returned.id)?.correction).toBe('2027-02-25');
    // The deadline of the city must not move later.
    expect(after.get(running.id)).toEqual(before.get(running.id));
    expect(await recipientsOf('deadline_moved')).toEqual([
      ['member@startup.demo', '2027-02-25'],
      ['owner@startup.demo', '2027-02-25'],
    ]);
    const [event] = await database.superuser`
      select data ->> 'deadline' as deadline, actor_role from audit_events
      where action = 'deadline.moved' and application_id = ${returned.id}`;
    expect(event).toEqual({ deadline: 'correction', actor_role: 'system' });
  });

  it('are moved once, however often the sweep runs', async () => {
    const before = await dueDates();
    expect(await sweep()).toMatchObject({ ok: true, value: { count: 0 } });
    expect(await dueDates()).toEqual(before);
  });

  it('are counted by the new days when they are set after the release', async () => {
    await life.setDay(dayOf('2027-02-05'));
    const late = await submitted(4, '2027-02-05');
    await life.giveBack(late);
    await sweep();
    expect((await dueDates()).get(late.id)?.correction).toBe('2027-02-26');
  });

  it('are moved earlier for the city by the days that turned out to be worked, and never for the applicant', async () => {
    const before = await dueDates();
    await life.setDay(dayOf('2027-02-06'));
    await release(shortened);
    await sweep();
    const after = await dueDates();
    expect(after.get(returned.id)?.correction).toBe('2027-02-25');
    const [was, is] = [before.get(running.id)?.case ?? '', after.get(running.id)?.case ?? ''];
    expect(is < was).toBe(true);
    expect((await recipientsOf('city_deadline_moved')).length).toBeGreaterThan(0);
  });

  it('of a city that begins later need no moving', async () => {
    const [city] = await database.superuser<{ id: string }[]>`
      insert into cities (slug, prefix, name_zh, name_en, bureau_zh, bureau_en, phone, address)
      values ('new', 'XC', '新城', 'New', '局', 'Bureau', '1', '1') returning id`;
    const outcome = await executeSweep(city?.id ?? '', moveDeadlines);
    expect(outcome).toMatchObject({ ok: true, value: { count: 0 } });
    const rows =
      await database.superuser`select 1 from city_calendars where city_id = ${city?.id ?? ''}`;
    expect(rows).toHaveLength(0);
  });
});
