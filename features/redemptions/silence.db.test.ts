import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { Cases } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { runSweeps } from '@/features/jobs/sweeps';
import { mailText } from '@/features/notifications/mail-text';
import { fen } from '@/lib/money';
import { confirmRedemption, disputeRedemption } from './decision-commands';
import { getCityRedemption, getOwnRedemption } from './queries';

/** Tests silence that counts as confirmation: only where the programme says so, announced, at its time, and visible as such. */
let database: TestDatabase;
let life: Life;
let cases: Cases;

/** Lets Qingyang's programme say that silence confirms after this many working days; null for never. */
async function rule(days: number | null): Promise<void> {
  await database.superuser.begin(async (tx) => {
    await tx`alter table programme_versions disable trigger programme_versions_immutable`;
    await tx`update programme_versions set rules = case when ${days === null}
      then rules #- '{settlement,confirmByWorkingDays}'
      else jsonb_set(rules, '{settlement,confirmByWorkingDays}', to_jsonb(${days ?? 0}::int)) end
      where programme_id = (select id from programmes where slug = 'qingyang-compute-2024')`;
    await tx`alter table programme_versions enable trigger programme_versions_immutable`;
  });
}

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
});

afterAll(() => database.close());

const finance = () => life.official('finance1', 'qingyang');

/** Makes a redemption that waits for the start-up's answer. */
async function claimed() {
  const { state, voucherId } = await cases.issued();
  const hold = await life.hold(state, voucherId, fen(500_000n));
  return { state, id: await life.redeem(hold, fen(500_000n), life.day) };
}

const stateOf = async (id: string) => (await getCityRedemption(actorOf(finance()), id))?.state;

/** Lets days pass, and the sweeps of each do their work. */
async function pass(days: number): Promise<void> {
  await life.setDay(life.day + days);
  await runSweeps();
}

const mailsAbout = async (template: string, id: string) => {
  const rows = await database.superuser<{ values: Record<string, string> }[]>`
    select values from notifications where template = ${template}
      and values ->> 'path' like ${`%${id}`} order by id`;
  return rows.map(({ values }) => values);
};

describe('a redemption that the start-up does not answer', () => {
  it('waits for ever where the programme says nothing about silence', async () => {
    await rule(null);
    const { id } = await claimed();
    await pass(40);
    expect(await stateOf(id)).toBe('submitted');
    expect(await mailsAbout('redemption_silent', id)).toEqual([]);
    const [told] = await mailsAbout('redemption_submitted', id);
    const text = mailText('redemption_submitted', told ?? {}, 'en');
    expect(text.body).toMatch(/Confirm or dispute it\.$/);
  });

  it('counts as confirmed when the announced days are over, by the portal and visibly so', async () => {
    await rule(5);
    const { id } = await claimed();
    const [told] = await mailsAbout('redemption_submitted', id);
    const shown = await getCityRedemption(actorOf(finance()), id);
    expect(told?.expires).toBe(shown?.silenceUntil?.toISOString());
    expect(mailText('redemption_submitted', told ?? {}, 'en').body).toContain(
      'counts as confirmed',
    );
    const last = Math.round(
      ((shown?.silenceUntil?.getTime() ?? 0) - (shown?.submittedAt.getTime() ?? 0)) / 86_400_000,
    );
    await pass(last - 1);
    expect(await mailsAbout('redemption_silence', id)).not.toEqual([]);
    expect(await stateOf(id)).toBe('submitted');
    await pass(2);
    expect(await getCityRedemption(actorOf(finance()), id)).toMatchObject({
      state: 'confirmed',
      silent: true,
    });
    expect(await mailsAbout('redemption_silent', id)).not.toEqual([]);
    expect(await mailsAbout('redemption_answered', id)).not.toEqual([]);
    const [event] = await database.superuser<{ actor_role: string }[]>`
      select actor_role from audit_events
      where action = 'redemption.confirmed_by_silence' and subject_id = ${id}`;
    expect(event).toEqual({ actor_role: 'system' });
  });

  it('does not if it was disputed or confirmed before; an answer of its own is shown as one', async () => {
    await rule(3);
    const disputed = await claimed();
    await life.dispute(disputed.state, disputed.id);
    const confirmed = await claimed();
    await life.confirm(confirmed.state, confirmed.id);
    await pass(30);
    expect(await stateOf(disputed.id)).toBe('disputed');
    const own = await getOwnRedemption(actorOf(confirmed.state.owner), confirmed.id);
    expect(own).toMatchObject({ state: 'confirmed', silent: false });
    expect(await mailsAbout('redemption_silent', disputed.id)).toEqual([]);
  });

  it('is confirmed once by many sweeps, and an answer that comes too late is told so', async () => {
    const { id, state } = await claimed();
    await database.superuser`update redemptions set submitted_at = app.now() - interval '30 days',
      silence_until = app.now() - interval '1 hour' where id = ${id}`;
    await Promise.all(Array.from({ length: 4 }, () => runSweeps()));
    expect(
      await cases.count(
        `audit_events where action = 'redemption.confirmed_by_silence' and subject_id = $1`,
        id,
      ),
    ).toBe(1);
    for (const late of [
      await perform(state.owner, confirmRedemption, { redemptionId: id }),
      await perform(state.owner, disputeRedemption, { redemptionId: id, reason: '有误。' }),
    ]) {
      expect(late).toMatchObject({ code: 'state_changed' });
    }
  });

  it('keeps the days that were announced to it, whatever the programme says later', async () => {
    await rule(20);
    const { id } = await claimed();
    await rule(1);
    await pass(10);
    expect(await stateOf(id)).toBe('submitted');
  });
});
