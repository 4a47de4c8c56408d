import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildBase, type Person, type World } from '@/demo/base';
import { actorOf, as, perform } from '@/demo/act';
import {
  addAutomaticProgramme,
  automaticRules,
  listedCode,
  noticedRules,
} from '@/db/testing/automatic-programme';
import { setClock, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { listFile } from '@/db/testing/list-file';
import { declineImport, proposeImport } from '@/features/awards/decision-commands';
import { discardImport, mapImport, uploadImport } from '@/features/awards/import-commands';
import { getImport } from '@/features/awards/queries';
import { releaseImport } from '@/features/awards/release-commands';
import { listAwardRows } from '@/features/awards/row-queries';
import { proposeBudgetChange } from '@/features/budget/commands';
import { dismissObjection, fileObjection, upholdObjection } from '@/features/objections/commands';
import { getObjection, listObjections } from '@/features/objections/queries';
import type { Rules } from '@/features/rules/domain/rules';
import { atClock } from '@/lib/dates';
import { fen } from '@/lib/money';
import { executeSweep } from '@/server/gate';
import { closeDueNotices } from './commands';
import { publishList, takeOffListed, withdrawList } from './list-commands';
import { getNotice, listNotices } from './queries';
import { listAwards } from './award-queries';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);

/**
 * Tests that a list of awards without application is on public notice before anything of it is issued, that its money is promised
 * meanwhile, and that an objection stops its own row only.
 */
let database: TestDatabase;
let world: World;
const official = (name: string, city = 'nanning'): Person => {
  const found = world.people.get(`${name}@${city}.demo`);
  if (!found) throw new Error(`${city} has no ${name}.`);
  return found;
};

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
});
afterAll(() => database.close());
beforeEach(async () => {
  await setClock(database.superuser, testStart);
  // One network may file few objections within an hour; these tests file more.
  await database.superuser`delete from sign_in_attempts`;
});

const header = '统一社会信用代码,企业名称,结算金额（元）,合同编号,联系邮箱';
let firms = 500_000;
const lines = (count: number, yuan = '10000') =>
  Array.from({ length: count }, () => {
    firms += 1;
    return `${listedCode(firms)},公示企业${firms}有限公司,${yuan},HT-${firms},f${firms}@example.cn`;
  });
const noColumns = {
  column_registeredOn: undefined,
  column_signedOn: undefined,
  column_startsOn: undefined,
  column_endsOn: undefined,
  column_chipOrigin: undefined,
  column_purpose: undefined,
  column_otherSupport: undefined,
  column_stated: undefined,
};
const mapping = {
  ...noColumns,
  period: '',
  column_creditCode: 0,
  column_name: 1,
  column_base: 2,
  column_reference: 3,
  column_email: 4,
};

const open = (rules: Rules = noticedRules, budgetYuan = 5_000_000) =>
  addAutomaticProgramme(database.owner, world, { rules, budgetYuan });

async function proposed(programmeId: string, rows: readonly string[]): Promise<string> {
  const file = await listFile(`${header}\n${rows.join('\n')}\n`);
  const { id } = await as(official('manager'), uploadImport, { programmeId, file });
  await as(official('manager'), mapImport, { ...mapping, importId: id });
  await as(official('manager'), proposeImport, { importId: id });
  return id;
}

/** Publishes a list of so many rows, each of ¥3,000. */
async function published(count: number, programmeId?: string) {
  const programme = programmeId ?? (await open());
  const importId = await proposed(programme, lines(count));
  const { id: noticeId } = await as(official('finance1'), publishList, { importId });
  return { programme, importId, noticeId };
}

const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);
const publish = (importId: string, by = 'finance1') =>
  perform(official(by), publishList, { importId });
const release = (importId: string, by = 'finance1') =>
  perform(official(by), releaseImport, { importId });
const listOf = async (importId: string) => {
  const list = await getImport(actorOf(official('manager')), importId);
  if (!list) throw new Error('The list is gone.');
  return list;
};
const rowsOf = async (importId: string, filter = {}) =>
  (await listAwardRows(actorOf(official('manager')), importId, filter)).rows;
const noticeOf = async (noticeId: string) => {
  const notice = await getNotice(actorOf(null), noticeId);
  if (!notice) throw new Error('The notice is gone.');
  return notice;
};
const poolOf = async (id: string) => {
  const [row] = await database.superuser<{ committed: number; promised: number }[]>`
    select committed_fen::int as committed, promised_fen::int as promised
    from ledger.pools where id = ${id}`;
  return row;
};
const breaks = () =>
  database.app.begin(async (tx) => {
    await tx`select set_config('app.city', ${official('manager').cityId ?? ''}, true)`;
    return tx`select * from ledger.breaks`;
  });
const mailsTo = async (email: string) =>
  (
    await database.superuser<{ template: string }[]>`
      select template from mails where recipient = ${email} order by id`
  ).map(({ template }) => template);
/** Moves the clock past the last day of the notices: five working days after the Monday on which tests begin. */
const afterEnd = () => setClock(database.superuser, atClock('2026-06-09', '09:00'));
const object = async (noticeId: string, at = 0) =>
  perform(null, fileObjection, {
    itemId: (await noticeOf(noticeId)).items[at]?.id ?? '',
    objectorName: '王举报',
    objectorContact: '13900139000',
    grounds: '该单位未实际使用名单所载的算力服务，请核查合同与用量。',
  });
const objectionOf = async (importId: string): Promise<string> => {
  const [row] = await database.superuser<{ id: string }[]>`
    select o.id from objections o join award_rows r on r.id = o.award_row_id
    where r.import_id = ${importId} and o.state = 'open' order by o.id limit 1`;
  return row?.id ?? '';
};
const why = { resolution: '经核查，情况属实。', noConflict: 'yes' as const };
const resolve = async (
  importId: string,
  command: typeof dismissObjection | typeof upholdObjection,
  by = 'approver',
) => perform(official(by), command, { objectionId: await objectionOf(importId), ...why });

describe('a list whose rules ask for a public notice', () => {
  it('is published with names, masked codes and amounts, promised, and issued after the last day', async () => {
    const programme = await open();
    const rows = lines(2);
    const [known] = world.startups;
    const [firm] = await database.superuser<{ code: string; name: string }[]>`
      select credit_code as code, name from organisations where id = ${known?.id ?? ''}`;
    const importId = await proposed(programme, [
      ...rows,
      `${firm?.code},${firm?.name},20000,HT-K,`,
    ]);
    expect(await release(importId)).toMatchObject({ ok: false, code: 'notice_first' });
    const { id } = await as(official('finance1'), publishList, { importId });
    expect(await listOf(importId)).toMatchObject({
      state: 'publicised',
      readyCount: 3,
      totalFen: 1_200_000n,
      counts: { publicised: 3, objected: 0, issued: 0 },
    });
    expect(await poolOf(programme)).toEqual({ committed: 0, promised: 1_200_000 });
    expect(await breaks()).toEqual([]);
    const notice = await noticeOf(id);
    expect(notice).toMatchObject({ running: true, ofList: true, awards: 3, totalFen: 1_200_000n });
    expect(notice.items.map((item) => item.organisationName)).toContain(firm?.name);
    expect(JSON.stringify(notice, (_, value: unknown) => String(value))).not.toContain('@');
    for (const item of notice.items) expect(item.creditCodeMasked).toContain('*');
    expect((await listNotices(actorOf(null), undefined)).rows.map((row) => row.id)).toContain(id);
    // Firms are told: on the portal where they have an owner, and else at the address of the list.
    expect(await mailsTo(`f${firms}@example.cn`)).toEqual(['award_publicised']);
    const [told] = await database.superuser<{ n: number; path: string }[]>`
      select count(*)::int as n, max(values ->> 'path') as path from notifications
      where template = 'award_publicised' and user_id = ${known?.owner.userId ?? ''}`;
    expect(told).toEqual({ n: 1, path: `/notices/${id}` });

    expect(await release(importId)).toMatchObject({
      code: 'notice_running',
      values: { until: expect.stringContaining('8') as string },
    });
    await setClock(database.superuser, atClock('2026-06-08', '23:59'));
    expect(codeOf(await release(importId))).toBe('notice_running');
    await afterEnd();
    await executeSweep(official('manager').cityId ?? '', closeDueNotices);
    expect((await noticeOf(id)).items.map((item) => item.outcome)).toEqual(
      Array.from({ length: 3 }, () => 'cleared'),
    );
    expect((await listAwards(actorOf(null), {})).rows.map((row) => row.noticeId)).not.toContain(id);
    await as(official('finance2'), releaseImport, { importId });
    expect(await listOf(importId)).toMatchObject({ state: 'released', counts: { issued: 3 } });
    expect(await poolOf(programme)).toEqual({ committed: 1_200_000, promised: 0 });
    expect(await breaks()).toEqual([]);
  });

  it('counts calendar days where the rules say so', async () => {
    const programme = await open({
      ...noticedRules,
      service: { ...noticedRules.service, noticeDays: 'calendar', noticeWorkingDays: 5 },
    });
    const { noticeId } = await published(1, programme);
    expect((await noticeOf(noticeId)).endsAt).toEqual(new Date('2026-06-06T15:59:59.999Z'));
  });

  it('is not published where the rules ask for none, and goes as it went', async () => {
    const programme = await open(automaticRules);
    const importId = await proposed(programme, lines(1));
    expect(codeOf(await publish(importId))).toBe('notice_not_needed');
    expect(codeOf(await release(importId))).toBe('done');
  });

  it('is published by another person than its proposer, also in the database', async () => {
    const programme = await open();
    const file = await listFile(`${header}\n${lines(1).join('\n')}\n`);
    const { id } = await as(official('manager'), uploadImport, { programmeId: programme, file });
    await as(official('manager'), mapImport, { ...mapping, importId: id });
    await as(official('finance1'), proposeImport, { importId: id });
    expect(codeOf(await publish(id))).toBe('same_person');
    await expect(
      database.superuser`update award_imports set published_by = proposed_by,
        published_at = now(), notice_ends_at = now() where id = ${id}`,
    ).rejects.toMatchObject({ constraint_name: 'award_imports_published_four_eyes' });
    await as(official('finance2'), publishList, { importId: id });
    await afterEnd();
    expect(codeOf(await release(id))).toBe('same_person');
  });

  it('is published once, whoever does it and however often', async () => {
    const programme = await open();
    const importId = await proposed(programme, lines(2));
    const outcomes = await Promise.all([
      publish(importId, 'finance1'),
      publish(importId, 'finance2'),
      publish(importId, 'finance1'),
    ]);
    expect(outcomes.map(codeOf).sort()).toContain('done');
    const notices = await database.superuser`
      select id from notices where award_import_id = ${importId}`;
    expect(notices).toHaveLength(1);
    expect(await poolOf(programme)).toEqual({ committed: 0, promised: 600_000 });
    const [notice] = notices;
    await expect(
      database.superuser`insert into notices (city_id, programme_id, award_import_id, reference,
          published_by, published_at, ends_at, working_days)
        select city_id, programme_id, award_import_id, 'GS-TWICE', published_by, published_at, ends_at, 5
        from notices where id = ${notice?.id as string}`,
    ).rejects.toMatchObject({ constraint_name: 'notices_one_of_list' });
  });

  it('is not published where the budget is too small, and stays as it was', async () => {
    const programme = await open(noticedRules, 7_000);
    const importId = await proposed(programme, lines(2));
    await database.superuser`update ledger.pools set budget_fen = 500000 where id = ${programme}`;
    expect(await publish(importId)).toMatchObject({
      code: 'list_budget_short',
      values: { amount: '¥6,000.00', free: '¥5,000.00' },
    });
    expect(await listOf(importId)).toMatchObject({ state: 'proposed', noticeEndsAt: null });
    expect(await poolOf(programme)).toEqual({ committed: 0, promised: 0 });
  });

  it('keeps its money: no budget goes below it, and another list finds what is left', async () => {
    const programme = await open(noticedRules, 10_000);
    const { importId } = await published(2, programme);
    const cut = await perform(official('finance1'), proposeBudgetChange, {
      poolId: programme,
      toFen: fen(599_999n),
      reason: '压减。',
    });
    expect(codeOf(cut)).toBe('budget_below_promised');
    await expect(
      database.superuser`update ledger.pools set budget_fen = 599999 where id = ${programme}`,
    ).rejects.toMatchObject({ constraint_name: 'pools_promised_within_budget' });
    const file = await listFile(`${header}\n${lines(2).join('\n')}\n`);
    const { id } = await as(official('manager'), uploadImport, { programmeId: programme, file });
    await as(official('manager'), mapImport, { ...mapping, importId: id });
    expect(await listOf(id)).toMatchObject({ readyCount: 1, problemCount: 1 });
    await afterEnd();
    expect(codeOf(await release(importId))).toBe('done');
  });

  it('counts in the yearly cap and against duplicates of later lists while it is on notice', async () => {
    const programme = await open();
    const [row = ''] = lines(1, '6000000');
    const importId = await proposed(programme, [row]);
    await as(official('finance1'), publishList, { importId });
    const again = await listFile(`${header}\n${row}\n${row.replace('HT-', 'HX-')}\n`);
    const { id } = await as(official('manager'), uploadImport, {
      programmeId: programme,
      file: again,
    });
    await as(official('manager'), mapImport, { ...mapping, importId: id });
    expect((await rowsOf(id)).map((one) => one.problems.row?.code ?? one.amountFen)).toEqual([
      'duplicate_of_import',
      20_000_000n,
    ]);
  });
});

describe('an objection to a row', () => {
  it('stops that row only: the others are issued, and the row too once it is dismissed', async () => {
    const { programme, importId, noticeId } = await published(3);
    expect(codeOf(await object(noticeId, 1))).toBe('done');
    expect(codeOf(await object(noticeId, 1))).toBe('done');
    expect((await noticeOf(noticeId)).items.map((item) => item.outcome)).toEqual([
      'pending',
      'objected',
      'pending',
    ]);
    await afterEnd();
    expect(await as(official('finance1'), releaseImport, { importId })).toEqual({ part: true });
    expect((await rowsOf(importId)).map((row) => row.state)).toEqual([
      'issued',
      'objected',
      'issued',
    ]);
    expect(await listOf(importId)).toMatchObject({ state: 'publicised', readyCount: 3 });
    expect(await poolOf(programme)).toEqual({ committed: 600_000, promised: 300_000 });
    expect(codeOf(await release(importId))).toBe('rows_objected');
    expect(codeOf(await resolve(importId, dismissObjection))).toBe('done');
    expect(codeOf(await release(importId))).toBe('rows_objected');
    expect(codeOf(await resolve(importId, dismissObjection))).toBe('done');
    expect(await as(official('finance2'), releaseImport, { importId })).toEqual({ part: false });
    expect(await listOf(importId)).toMatchObject({ state: 'released', counts: { issued: 3 } });
    expect(await poolOf(programme)).toEqual({ committed: 900_000, promised: 0 });
    expect(await breaks()).toEqual([]);
  });

  it('takes the row off with its reason when it is upheld, and the firm is told', async () => {
    const { programme, importId, noticeId } = await published(2);
    await object(noticeId, 1);
    await object(noticeId, 1);
    expect(codeOf(await resolve(importId, upholdObjection))).toBe('done');
    const [row] = await rowsOf(importId, { state: 'set_aside' });
    expect(row).toMatchObject({ setAsideReason: why.resolution });
    expect(await mailsTo(`f${firms}@example.cn`)).toEqual(['award_publicised', 'award_taken_off']);
    expect(await poolOf(programme)).toEqual({ committed: 0, promised: 300_000 });
    const open = await database.superuser`
      select state from objections where award_row_id = ${row?.id ?? ''}`;
    expect(open.map(({ state }) => state as string)).toEqual(['upheld', 'upheld']);
    await afterEnd();
    await executeSweep(official('manager').cityId ?? '', closeDueNotices);
    expect((await noticeOf(noticeId)).items.map((item) => item.outcome)).toEqual([
      'cleared',
      'refused',
    ]);
    expect(codeOf(await release(importId))).toBe('done');
    expect(await listOf(importId)).toMatchObject({
      state: 'released',
      readyCount: 1,
      setAsideCount: 1,
      totalFen: 300_000n,
    });
    expect(await breaks()).toEqual([]);
  });

  it('finishes the list with its last row: as issued after the others, as discarded where nothing was', async () => {
    const both = await published(2);
    await object(both.noticeId, 0);
    await afterEnd();
    await as(official('finance1'), releaseImport, { importId: both.importId });
    await as(official('approver'), upholdObjection, {
      objectionId: await objectionOf(both.importId),
      ...why,
    });
    expect(await listOf(both.importId)).toMatchObject({ state: 'released', readyCount: 1 });
    await setClock(database.superuser, testStart);
    const one = await published(1);
    await object(one.noticeId, 0);
    await as(official('approver'), upholdObjection, {
      objectionId: await objectionOf(one.importId),
      ...why,
    });
    expect(await listOf(one.importId)).toMatchObject({
      state: 'discarded',
      reason: why.resolution,
    });
    expect(await poolOf(one.programme)).toEqual({ committed: 0, promised: 0 });
    expect(await breaks()).toEqual([]);
  });

  it('is not taken after the end, also not while the sweep and the release have not run', async () => {
    const { noticeId } = await published(1);
    await setClock(database.superuser, atClock('2026-06-08', '23:59'));
    expect(codeOf(await object(noticeId))).toBe('done');
    await afterEnd();
    expect(codeOf(await object(noticeId))).toBe('objection_closed');
  });

  it('is resolved by nobody who made the list, also in the database', async () => {
    const { importId, noticeId } = await published(1);
    await object(noticeId);
    const objectionId = await objectionOf(importId);
    const manager = official('manager');
    const reader = actorOf<'objection.read'>({ ...manager, role: 'approver' });
    expect((await getObjection(reader, objectionId))?.mayResolve).toBe(false);
    expect((await listObjections(reader, undefined, true)).rows.map((row) => row.id)).not.toContain(
      objectionId,
    );
    for (const maker of [manager, official('finance1')]) {
      const asApprover: Person = { ...maker, role: 'approver' };
      expect(
        codeOf(await perform(asApprover, dismissObjection, { objectionId, ...why })),
        maker.name,
      ).toBe('same_person');
      await expect(
        database.superuser`update objections set state = 'dismissed', resolved_by = ${maker.userId},
          resolved_at = now(), resolution = 'x' where id = ${objectionId}`,
      ).rejects.toMatchObject({ constraint_name: 'objections_award_four_eyes' });
    }
    const own = actorOf<'objection.read'>(official('approver'));
    expect(await getObjection(own, objectionId)).toMatchObject({
      mayResolve: true,
      amountFen: 300_000n,
      about: { kind: 'row', listId: importId, line: 2 },
      organisation: { name: `公示企业${firms}有限公司` },
    });
    expect((await listObjections(own, undefined, true)).rows.map((row) => row.id)).toContain(
      objectionId,
    );
  });

  it('and a release at the same time end with the row either issued or held back, never both', async () => {
    for (let round = 0; round < 3; round += 1) {
      await setClock(database.superuser, testStart);
      const { importId, noticeId, programme } = await published(2);
      await setClock(database.superuser, atClock('2026-06-08', '23:59'));
      const filing = object(noticeId);
      await afterEnd();
      await Promise.all([filing, release(importId, 'finance1'), release(importId, 'finance2')]);
      const left = (await listOf(importId)).counts;
      expect(left.issued + left.objected + left.publicised).toBe(2);
      const [vouchers] = await database.superuser<{ n: number }[]>`
        select count(*)::int as n from vouchers where programme_id = ${programme}`;
      expect(vouchers?.n).toBe(left.issued);
      expect(await poolOf(programme)).toEqual({
        committed: left.issued * 300_000,
        promised: (left.objected + left.publicised) * 300_000,
      });
    }
    expect(await breaks()).toEqual([]);
  });
});

describe('a published list', () => {
  it('is not declined, discarded or proposed again; it is withdrawn with a public reason', async () => {
    const { importId, noticeId, programme } = await published(2);
    const input = { importId, reason: '金额有误。' };
    expect(codeOf(await perform(official('finance2'), declineImport, input))).toBe(
      'import_decided',
    );
    expect(codeOf(await perform(official('manager'), discardImport, input))).toBe('state_changed');
    await object(noticeId);
    expect(codeOf(await perform(official('finance2'), withdrawList, input))).toBe('objection_open');
    await resolve(importId, dismissObjection);
    await as(official('finance2'), withdrawList, input);
    expect(await listOf(importId)).toMatchObject({
      state: 'checked',
      reason: '金额有误。',
      publishedBy: null,
      counts: { publicised: 0 },
    });
    expect(await poolOf(programme)).toEqual({ committed: 0, promised: 0 });
    const notice = await noticeOf(noticeId);
    expect(notice).toMatchObject({ running: false, withdrawn: { reason: '金额有误。' } });
    expect(notice.items.map((item) => item.outcome)).toEqual(['withdrawn', 'withdrawn']);
    expect(codeOf(await object(noticeId))).toBe('objection_closed');
    expect(await mailsTo(`f${firms}@example.cn`)).toEqual([
      'award_publicised',
      'award_notice_withdrawn',
    ]);
    expect(codeOf(await perform(official('finance2'), withdrawList, input))).toBe('not_on_notice');
    // It can be proposed and published anew, and is then on a notice of its own.
    await as(official('manager'), proposeImport, { importId });
    const again = await as(official('finance1'), publishList, { importId });
    expect(again.id).not.toBe(noticeId);
    await afterEnd();
    await executeSweep(official('manager').cityId ?? '', closeDueNotices);
    expect((await noticeOf(noticeId)).items.map((item) => item.outcome)).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
    expect(codeOf(await release(importId))).toBe('done');
    expect(await breaks()).toEqual([]);
  });

  it('is not withdrawn once part of it is issued, or by whoever proposed it', async () => {
    const { importId, noticeId } = await published(2);
    await database.superuser`update award_imports set proposed_by = ${official('finance2').userId}
      where id = ${importId}`;
    const input = { importId, reason: '金额有误。' };
    expect(codeOf(await perform(official('finance2'), withdrawList, input))).toBe('same_person');
    await object(noticeId);
    await afterEnd();
    await as(official('finance1'), releaseImport, { importId });
    await resolve(importId, dismissObjection);
    expect(codeOf(await perform(official('finance1'), withdrawList, input))).toBe('part_issued');
  });

  it('loses a row whose firm is banned before the release, and the rest is issued', async () => {
    const programme = await open({ ...noticedRules, ban: { clause: '9' } });
    const [firm] = await database.superuser<{ id: string; code: string; name: string }[]>`
      select id, credit_code as code, name from organisations where kind = 'startup' limit 1`;
    const rows = [...lines(1), `${firm?.code},${firm?.name},10000,HT-B,`];
    const importId = await proposed(programme, rows);
    const ban = (state: string) => database.superuser`
      insert into bans (city_id, organisation_id, until_on, ground, reason, state, proposed_by,
        proposed_at, decided_by, decided_at)
      values (${official('manager').cityId}, ${firm?.id ?? ''}, '2026-12-31', 'x', 'x', ${state},
        ${official('manager').userId}, app.now(), ${official('finance1').userId}, app.now())`;
    await ban('released');
    expect(await publish(importId)).toMatchObject({ code: 'line_banned', values: { line: 3 } });
    expect(await poolOf(programme)).toEqual({ committed: 0, promised: 0 });
    await database.superuser`delete from bans`;
    await as(official('finance1'), publishList, { importId });
    await ban('released');
    await afterEnd();
    expect(await release(importId)).toMatchObject({ code: 'listed_banned', values: { line: 3 } });
    const rowId = (await rowsOf(importId))[1]?.id ?? '';
    const take = (by: string, id = rowId) =>
      perform(official(by), takeOffListed, { rowId: id, reason: '已被暂停申报资格。' });
    expect(codeOf(await take('finance2', randomUUID()))).toBe('row_unknown');
    expect(codeOf(await take('finance2'))).toBe('done');
    expect(codeOf(await take('finance2'))).toBe('not_on_notice');
    expect(await poolOf(programme)).toEqual({ committed: 0, promised: 300_000 });
    expect(codeOf(await release(importId))).toBe('done');
    expect(await listOf(importId)).toMatchObject({ state: 'released', readyCount: 1 });
    await database.superuser`delete from bans`;
    expect(await breaks()).toEqual([]);
  });

  it('is released once by two people at once, and every firm gets one voucher', async () => {
    const { importId, programme } = await published(3);
    await afterEnd();
    const outcomes = await Promise.all([
      release(importId, 'finance1'),
      release(importId, 'finance2'),
    ]);
    expect(outcomes.map(codeOf).sort()).toEqual(['done', 'import_decided']);
    const [vouchers] = await database.superuser<{ n: number }[]>`
      select count(*)::int as n from vouchers where programme_id = ${programme}`;
    expect(vouchers?.n).toBe(3);
    expect(await poolOf(programme)).toEqual({ committed: 900_000, promised: 0 });
  });

  it('of another city is unknown to every act', async () => {
    const { importId, noticeId } = await published(1);
    await object(noticeId);
    const objectionId = await objectionOf(importId);
    const [row] = await rowsOf(importId);
    const there = { ...official('finance1'), cityId: official('manager', 'shenzhen').cityId };
    const approver = { ...official('approver'), cityId: there.cityId };
    const reason = '无。';
    expect([
      codeOf(await perform(there, publishList, { importId })),
      codeOf(await perform(there, withdrawList, { importId, reason })),
      codeOf(await perform(there, releaseImport, { importId })),
      codeOf(await perform(there, takeOffListed, { rowId: row?.id ?? '', reason })),
      codeOf(await perform(approver, upholdObjection, { objectionId, ...why })),
    ]).toEqual([
      'import_unknown',
      'import_unknown',
      'import_unknown',
      'row_unknown',
      'objection_unknown',
    ]);
  });

  it('proves its promise: a wrong counter is found, whichever way', async () => {
    const { programme } = await published(1);
    await database.superuser`update ledger.pools set promised_fen = 299999 where id = ${programme}`;
    expect(await breaks()).toMatchObject([{ thing: 'promise', difference: { promised: -1 } }]);
    await database.superuser`update ledger.pools set promised_fen = 300000 where id = ${programme}`;
    expect(await breaks()).toEqual([]);
  });

  it('of two thousand rows is on notice page by page, and every fen is explained', async () => {
    const programme = await open(noticedRules, 50_000_000);
    const { importId, noticeId } = await published(2_100, programme);
    const first = await noticeOf(noticeId);
    expect(first).toMatchObject({ awards: 2_100, totalFen: 630_000_000n });
    const second = await getNotice(actorOf(null), noticeId, first.nextCursor ?? '');
    expect(first.items.length + (second?.items.length ?? 0)).toBe(400);
    expect(second?.items.some((item) => first.items.some(({ id }) => id === item.id))).toBe(false);
    await afterEnd();
    expect(codeOf(await release(importId))).toBe('done');
    expect(await poolOf(programme)).toEqual({ committed: 630_000_000, promised: 0 });
    expect(await breaks()).toEqual([]);
  });
});
