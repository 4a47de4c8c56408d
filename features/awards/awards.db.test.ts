import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildBase, type Person, type World } from '@/demo/base';
import { actorOf, as, perform } from '@/demo/act';
import {
  addAutomaticProgramme,
  automaticRules,
  listedCode,
} from '@/db/testing/automatic-programme';
import { testDay } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { listFile } from '@/db/testing/list-file';
import { acceptInvitation } from '@/features/people/invitation-commands';
import { listAwards } from '@/features/notices/award-queries';
import { getCityVoucher, getOwnVoucher } from '@/features/vouchers/queries';
import { creditCodeCheckCharacter } from '@/lib/credit-code';
import { execute, type Command } from '@/server/gate';
import type { Permission } from '@/lib/permissions';
import { uploadCorrections } from './correction-commands';
import { declineImport, proposeImport } from './decision-commands';
import { checkImport, discardImport, mapImport, uploadImport } from './import-commands';
import { codesOf } from './domain/problems';
import { findAutomaticProgramme, getImport, getMapping, listImports } from './queries';
import { resendInvitation } from './invitation-commands';
import { releaseImport } from './release-commands';
import { correctRow, setAsideProblem, setAsideRow, takeBackRow } from './row-commands';
import { getAwardRow, listAwardRows, problemLines } from './row-queries';

vi.mock('next/headers', async () => (await import('@/db/testing/request')).nextHeaders);
vi.mock('@/server/auth', async () => (await import('@/db/testing/request')).envelope);

/** Tests a list of firms from the file to the vouchers, through the commands. */
let database: TestDatabase;
let world: World;
let manager: Person;
let finance: Person;
let finance2: Person;
let stranger: Person;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildBase(database.owner, testDay);
  const known = (email: string): Person => {
    const found = world.people.get(email);
    if (!found) throw new Error(`Nobody is called ${email}.`);
    return found;
  };
  manager = known('manager@nanning.demo');
  finance = known('finance1@nanning.demo');
  finance2 = known('finance2@nanning.demo');
  stranger = known('manager@shenzhen.demo');
});
afterAll(() => database.close());

const header = '统一社会信用代码,企业名称,结算金额（元）,合同编号,联系邮箱';
type Firm = { n: number; yuan?: string; reference?: string; name?: string; email?: string };
const lineOf = ({ n, yuan = '10000', reference = `HT-${n}`, name, email }: Firm) =>
  [
    listedCode(n),
    name ?? `名单企业${n}有限公司`,
    yuan,
    reference,
    email ?? `f${n}@example.cn`,
  ].join(',');
const csv = (firms: readonly Firm[]) => `${header}\n${firms.map(lineOf).join('\n')}\n`;
const range = (from: number, count: number): Firm[] =>
  Array.from({ length: count }, (_, at) => ({ n: from + at }));
let firms = 1000;
/** Returns firms that no other test lists. */
const fresh = (count: number) => range((firms += 10_000), count);

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
const noCells = {
  cell_registeredOn: '',
  cell_signedOn: '',
  cell_startsOn: '',
  cell_endsOn: '',
  cell_chipOrigin: '',
  cell_purpose: '',
  cell_otherSupport: '',
  cell_stated: '',
};

const upload = async (programmeId: string, text: string) =>
  as(manager, uploadImport, { programmeId, file: await listFile(text) });
const map = (importId: string) => as(manager, mapImport, { ...mapping, importId });
async function checked(programmeId: string, rows: readonly Firm[]): Promise<string> {
  const { id } = await upload(programmeId, csv(rows));
  await map(id);
  return id;
}
async function proposed(programmeId: string, rows: readonly Firm[]): Promise<string> {
  const id = await checked(programmeId, rows);
  await as(manager, proposeImport, { importId: id });
  return id;
}
const codeOf = (outcome: { ok: boolean; code?: string }) => (outcome.ok ? 'done' : outcome.code);
const count = async (query: string, id: string): Promise<number> =>
  Number((await database.superuser.unsafe<{ n: string }[]>(query, [id]))[0]?.n ?? 0);
const state = async (id: string) => (await getImport(actorOf(manager), id))?.state;
const rowsOf = async (id: string, filter = {}) =>
  (await listAwardRows(actorOf(manager), id, filter)).rows;
const breaks = async () =>
  database.app.begin(async (tx) => {
    await tx`select set_config('app.city', ${manager.cityId ?? ''}, true)`;
    return tx`select * from ledger.breaks`;
  });

describe('a list of firms', () => {
  it('becomes vouchers that are paid out, and firms are notified or invited', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const [known] = await database.superuser<{ id: string; code: string; name: string }[]>`
      select id, credit_code as code, name from organisations where kind = 'startup' limit 1`;
    const rows = fresh(3);
    const text = `${csv(rows)}${known?.code},${known?.name},"20,000.50",HT-A,\n`;
    const { id } = await upload(programmeId, text);
    const view = await getMapping(actorOf(manager), id);
    expect(view?.mapping.columns).toEqual({
      creditCode: 0,
      name: 1,
      base: 2,
      reference: 3,
      email: 4,
    });
    await map(id);
    const list = await getImport(actorOf(manager), id);
    expect(list).toMatchObject({ state: 'checked', rowCount: 4, readyCount: 4, problemCount: 0 });
    // Three times 30 % of ¥10,000, and 30 % of ¥20,000.50 cut off to whole yuan.
    expect(list?.totalFen).toBe(1_500_000n);
    await as(manager, proposeImport, { importId: id });
    await as(finance, releaseImport, { importId: id });
    expect(await state(id)).toBe('released');
    const issued = await rowsOf(id, { state: 'issued' });
    expect(issued).toHaveLength(4);
    expect(issued.map(({ invitation }) => invitation?.hasOwner)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(await breaks()).toEqual([]);
    const [account] = await database.superuser`
      select granted_fen::int as granted, spent_fen::int as spent, held_fen::int as held
      from ledger.accounts where id = ${issued[0]?.voucherId ?? ''}`;
    expect(account).toEqual({ granted: 300_000, spent: 300_000, held: 0 });
    const kinds = await database.superuser<{ kind: string }[]>`
      select kind from ledger.entries where account_id = ${issued[0]?.voucherId ?? ''} order by id`;
    expect(kinds.map(({ kind }) => kind)).toEqual(['issue', 'hold', 'claim', 'capture']);
    const notified = await database.superuser<{ template: string; n: number }[]>`
      select template, count(*)::int as n from mails where template in ('award_invitation', 'voucher_issued')
      group by template order by template`;
    expect(notified).toEqual([
      { template: 'award_invitation', n: 3 },
      { template: 'voucher_issued', n: 2 },
    ]);
    const [first] = issued;
    const voucher = await getCityVoucher(actorOf(manager), first?.voucherId ?? '', {});
    expect(voucher).toMatchObject({
      mode: 'automatic',
      status: 'used_up',
      origin: { kind: 'award', list: { id } },
    });
    const awards = await listAwards(actorOf(null), { city: 'nanning' });
    expect(awards.rows.map(({ organisationName }) => organisationName)).toContain(known?.name);
    const owner = world.startups.find((startup) => startup.id === known?.id)?.owner;
    const own = await getOwnVoucher(actorOf(owner ?? null), issued[3]?.voucherId ?? '', {});
    expect(own?.origin).toEqual({ kind: 'award', awardedFor: 'HT-A', list: null });
  });

  it('is never imported in part: a row with a problem prevents the proposal of the whole list', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const [a, b, c] = fresh(3);
    if (!a || !b || !c) throw new Error('No firms.');
    const id = await checked(programmeId, [a, { ...b, yuan: '一万' }, c]);
    const list = await getImport(actorOf(manager), id);
    expect(list).toMatchObject({
      readyCount: 2,
      problemCount: 1,
      problemSummary: { money_invalid: 1 },
    });
    expect(codeOf(await perform(manager, proposeImport, { importId: id }))).toBe('rows_unresolved');
    const [bad] = await rowsOf(id, { problem: 'money_invalid' });
    expect(bad?.line).toBe(3);
    const asTyped = {
      ...noCells,
      rowId: bad?.id ?? '',
      cell_creditCode: listedCode(b.n),
      cell_name: `名单企业${b.n}有限公司`,
      cell_reference: 'HT-B',
      cell_email: 'b@example.cn',
    };
    const again = await perform(manager, correctRow, { ...asTyped, cell_base: '一万元' });
    expect(again).toMatchObject({
      code: 'row_faulty',
      fields: { cell_base: { code: 'money_invalid' } },
    });
    expect((await getAwardRow(actorOf(manager), id, bad?.id ?? ''))?.cells[2]).toBe('一万');
    await as(manager, correctRow, { ...asTyped, cell_base: '１０，０００' });
    expect(await getImport(actorOf(manager), id)).toMatchObject({ readyCount: 3, problemCount: 0 });
    await as(manager, proposeImport, { importId: id });
    expect(codeOf(await perform(manager, checkImport, { importId: id }))).toBe('state_changed');
  });

  it('leaves out rows that were set aside, with the reason, until they are taken back', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const [a, b, c] = fresh(3);
    if (!a || !b || !c) throw new Error('No firms.');
    const id = await checked(programmeId, [a, { ...b, yuan: '' }, { ...c, yuan: '' }]);
    const why = { problem: 'required', reason: '材料不齐' };
    await as(manager, setAsideProblem, { importId: id, ...why });
    expect(await getImport(actorOf(manager), id)).toMatchObject({
      setAsideCount: 2,
      problemCount: 0,
    });
    const [left] = await rowsOf(id, { state: 'set_aside' });
    await as(manager, takeBackRow, { rowId: left?.id ?? '' });
    expect(await getImport(actorOf(manager), id)).toMatchObject({
      setAsideCount: 1,
      problemCount: 1,
    });
    await as(manager, setAsideRow, { rowId: left?.id ?? '', reason: '材料不齐' });
    await as(manager, proposeImport, { importId: id });
    await as(finance, releaseImport, { importId: id });
    expect(
      await count('select count(*) n from vouchers where programme_id = $1', programmeId),
    ).toBe(1);
  });

  it('reports duplicates in the file, and of an earlier list of the programme', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const [a, b] = fresh(2);
    if (!a || !b) throw new Error('No firms.');
    const first = await proposed(programmeId, [a]);
    await as(finance, releaseImport, { importId: first });
    const id = await checked(programmeId, [a, b, b, { ...a, reference: '2026-Q4' }]);
    const rows = await rowsOf(id);
    expect(rows.map((row) => row.problems.row?.code ?? row.state)).toEqual([
      'duplicate_of_import',
      'ready',
      'duplicate_in_file',
      'ready',
    ]);
    expect(rows[2]?.problems.row?.values).toEqual({ line: 3 });
  });

  it('finds duplicates however the contract is typed, and issues each award once', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const [a] = fresh(1);
    if (!a) throw new Error('No firm.');
    const typed = { ...a, reference: `ｈｔ－${a.n}。` };
    const first = await proposed(programmeId, [a]);
    await as(finance, releaseImport, { importId: first });
    const rows = await rowsOf(await checked(programmeId, [typed, { ...a, reference: '第 2 期' }]));
    expect(rows.map((row) => row.problems.row?.code ?? row.state)).toEqual([
      'duplicate_of_import',
      'ready',
    ]);
    const forced = database.superuser`update award_rows set state = 'issued', problem_codes = '{}',
        amount_fen = 1, organisation_id = (select organisation_id from award_rows
          where import_id = ${first} limit 1)
      where id = ${rows[0]?.id ?? ''}`;
    await expect(forced).rejects.toMatchObject({ constraint_name: 'award_rows_issued_once' });
  });

  it('is not taken twice: the same file leads to the list it made', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const text = csv(fresh(2));
    const made = await upload(programmeId, text);
    expect(await upload(programmeId, text)).toEqual({ id: made.id, known: true });
    await as(manager, discardImport, { importId: made.id, reason: '选错文件' });
    const again = await upload(programmeId, text);
    expect(again.known).toBe(false);
    const both = await Promise.allSettled(
      [1, 2].map(() => upload(programmeId, csv(range(firms, 5)))),
    );
    const ids = new Set(both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : [])));
    expect(ids.size).toBe(1);
    const query = `select count(*) n from award_imports where programme_id = $1 and state <> 'discarded'`;
    expect(await count(query, programmeId)).toBe(2);
  });

  it('takes corrections back by their line numbers, all or none', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const [a, b, c] = fresh(3);
    if (!a || !b || !c) throw new Error('No firms.');
    const id = await checked(programmeId, [
      a,
      { ...b, yuan: '=1+1' },
      { ...c, name: '"=公式,有限公司"', yuan: 'x' },
    ]);
    const list = { id, headers: header.split(',') };
    const lines: string[] = [];
    for await (const line of problemLines(actorOf(manager), list, 'zh-CN')) lines.push(line);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("'=1+1");
    const give = async (text: string) =>
      perform(manager, uploadCorrections, { importId: id, file: await listFile(text) });
    expect(codeOf(await give(lines.slice(1).join('\n')))).toBe('corrections_heading');
    const strange = [lines[0], (lines[1] ?? '').replace(/^3,/, '99,')].join('\n');
    expect(codeOf(await give(strange))).toBe('corrections_line');
    const right = lines.join('\n').replace("'=1+1", '10000').replace(',x,', ',20000,');
    expect(codeOf(await give(right))).toBe('done');
    const rows = await rowsOf(id);
    expect(rows.map((row) => row.state)).toEqual(['ready', 'ready', 'problem']);
    // The name is kept as it was, and is reported as a formula.
    expect(rows[2]?.problems).toEqual({ name: { code: 'cell_formula' } });
  });

  it('compares the amount stated with the rules, and the name with the register', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const [known] = await database.superuser<{ code: string; name: string }[]>`
      select credit_code as code, name from organisations where kind = 'startup' offset 1 limit 1`;
    const [vendor] = await database.superuser<{ code: string; name: string }[]>`
      select credit_code as code, name from organisations where kind = 'vendor' limit 1`;
    const text = [
      '信用代码,名称,金额,周期,补贴金额',
      `${known?.code},${known?.name},10000,2026-Q1,2999.99`,
      `${known?.code},别的名称,10000,2026-Q2,3000`,
      `${vendor?.code},${vendor?.name},10000,2026-Q2,3000`,
      `${known?.code},${known?.name},10000,2026-Q3,3000`,
    ].join('\n');
    const { id } = await upload(programmeId, text);
    const columns = { ...mapping, column_email: undefined, column_stated: 4 };
    await as(manager, mapImport, { ...columns, importId: id });
    const rows = await rowsOf(id);
    expect(rows.map((row) => codesOf(row.problems).sort())).toEqual([
      ['amount_differs'],
      ['name_differs'],
      ['email_needed', 'firm_is_vendor'],
      [],
    ]);
  });

  it('requires the columns that the rules use, each once, in yuan', async () => {
    const rules = { ...automaticRules, contract: { clause: '5', signedFrom: '2026-01-01' } };
    const programmeId = await addAutomaticProgramme(database.owner, world, { rules });
    const text = csv(fresh(1)).replace('结算金额（元）', '结算金额（万元）');
    const { id } = await upload(programmeId, text);
    const wrong = { ...mapping, column_email: 1, column_reference: undefined, importId: id };
    expect(await perform(manager, mapImport, wrong)).toMatchObject({
      code: 'mapping_wrong',
      fields: {
        column_base: { code: 'column_in_wan' },
        column_email: { code: 'column_twice' },
        column_signedOn: { code: 'required' },
        period: { code: 'required' },
      },
    });
    expect(await state(id)).toBe('uploaded');
  });
});

describe('a firm that is banned', () => {
  it('is refused when a list is checked, and stops one that was checked before', async () => {
    const rules = { ...automaticRules, ban: { clause: '9' } };
    const programmeId = await addAutomaticProgramme(database.owner, world, { rules });
    const [a] = fresh(1);
    if (!a) throw new Error('No firm.');
    const line = (reference: string) => [{ ...a, reference }];
    await as(finance, releaseImport, { importId: await proposed(programmeId, line('1')) });
    const waiting = await proposed(programmeId, line('2'));
    await database.superuser`insert into bans (city_id, organisation_id, until_on, ground, reason, state,
        proposed_by, proposed_at, decided_by, decided_at)
      select ${manager.cityId}, id, app.now()::date + 30, 'x', 'x', 'released', ${manager.userId}, app.now(),
        ${finance.userId}, app.now() from organisations where credit_code = ${listedCode(a.n)}`;
    expect(await perform(finance, releaseImport, { importId: waiting })).toMatchObject({
      code: 'line_banned',
    });
    expect(await state(waiting)).toBe('proposed');
    const [row] = await rowsOf(await checked(programmeId, line('3')));
    expect(row).toMatchObject({ amountFen: null, problems: { row: { code: 'banned' } } });
    expect(await breaks()).toEqual([]);
  });
});

describe('the pool', () => {
  it('is never overdrawn: from the first row that requests too much, nothing more is awarded', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world, { budgetYuan: 7_000 });
    const [a, b, c, d] = fresh(4);
    if (!a || !b || !c || !d) throw new Error('No firms.');
    const id = await checked(programmeId, [a, b, c, { ...d, yuan: '100' }]);
    const rows = await rowsOf(id);
    expect(rows.map((row) => row.problems.row?.code ?? row.state)).toEqual([
      'ready',
      'ready',
      'pool_exhausted',
      'pool_exhausted',
    ]);
  });

  it('is checked again at the release: a list for which it has too little by then is not issued at all', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world, { budgetYuan: 7_000 });
    const id = await proposed(programmeId, fresh(2));
    await database.superuser`update ledger.pools set budget_fen = 500000 where id = ${programmeId}`;
    const outcome = await perform(finance, releaseImport, { importId: id });
    expect(codeOf(outcome)).toBe('ledger_budget_exhausted');
    expect(await state(id)).toBe('proposed');
    for (const table of ['vouchers', 'award_rows']) {
      const where = table === 'vouchers' ? 'true' : `state = 'issued'`;
      const query = `select count(*) n from ${table} where programme_id = $1 and ${where}`;
      expect(await count(query, programmeId), table).toBe(0);
    }
    expect(
      await count('select count(*) n from ledger.accounts where pool_id = $1', programmeId),
    ).toBe(0);
    expect(await breaks()).toEqual([]);
  });

  it('gives a firm no more than its cap a year, over all its rows and lists', async () => {
    const rules = { ...automaticRules, capPerYear: { clause: '5', yuan: '5000' } };
    const programmeId = await addAutomaticProgramme(database.owner, world, { rules });
    const [a] = fresh(1);
    if (!a) throw new Error('No firm.');
    const id = await checked(
      programmeId,
      ['1', '2', '3'].map((reference) => ({ ...a, reference })),
    );
    const rows = await rowsOf(id);
    expect(rows.map((row) => row.amountFen)).toEqual([300_000n, 200_000n, null]);
    expect(rows[2]?.problems.row?.code).toBe('cap_used_up');
    await as(manager, setAsideRow, { rowId: rows[2]?.id ?? '', reason: '超出年度上限' });
    await as(manager, proposeImport, { importId: id });
    await as(finance, releaseImport, { importId: id });
    const next = await checked(programmeId, [{ ...a, reference: '4' }]);
    expect((await rowsOf(next))[0]?.problems.row?.code).toBe('cap_used_up');
  });
});

/** Runs a command as the browser would, with the constraint errors that its action translates. */
const race = <P extends Permission, I, T, C extends string>(
  person: Person,
  command: Command<P, I, T, C>,
  input: I,
  constraints: Record<string, C> = {},
) =>
  execute(actorOf<P>(person), command, input, { idempotencyKey: crypto.randomUUID(), constraints });

describe('two people', () => {
  it('are needed before a list becomes vouchers', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const id = await checked(programmeId, fresh(2));
    expect(codeOf(await perform(finance, releaseImport, { importId: id }))).toBe('import_decided');
    await as(finance, proposeImport, { importId: id });
    expect(codeOf(await perform(finance, releaseImport, { importId: id }))).toBe('same_person');
    const decline = { importId: id, reason: '请补充' };
    expect(codeOf(await perform(finance, declineImport, decline))).toBe('same_person');
    await as(finance2, declineImport, decline);
    expect(await state(id)).toBe('checked');
    await as(manager, proposeImport, { importId: id });
    await as(finance2, releaseImport, { importId: id });
    await expect(
      database.superuser`update award_imports set decided_by = proposed_by where id = ${id}`,
    ).rejects.toMatchObject({ constraint_name: 'award_imports_four_eyes' });
  });

  it('who release at once issue once, and a repeated release changes nothing', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const id = await proposed(programmeId, fresh(20));
    const outcomes = await Promise.all([
      race(finance, releaseImport, { importId: id }),
      race(finance2, releaseImport, { importId: id }),
      race(finance, releaseImport, { importId: id }),
    ]);
    expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(0);
    expect(
      await count('select count(*) n from vouchers where programme_id = $1', programmeId),
    ).toBe(20);
    const entries = `select count(*) n from ledger.entries e join ledger.accounts a on a.id = e.account_id
      where a.pool_id = $1 and kind = 'issue'`;
    expect(await count(entries, programmeId)).toBe(20);
    expect(await breaks()).toEqual([]);
  });

  it('propose one list of a programme at a time', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const [a, b] = [await checked(programmeId, fresh(2)), await checked(programmeId, fresh(2))];
    await as(manager, proposeImport, { importId: a });
    const constraints = { award_imports_one_proposed: 'another_proposed' as const };
    const second = await race(manager, proposeImport, { importId: b }, constraints);
    expect(codeOf(second)).toBe('another_proposed');
  });
});

describe('the ledger', () => {
  it('issues a line only once: after a crash following the release it cannot be issued again', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const id = await proposed(programmeId, fresh(2));
    await as(finance, releaseImport, { importId: id });
    // The state is set back as if the list had never been released. The keys of its entries still exist.
    await database.superuser`update award_imports set state = 'proposed', decided_by = null where id = ${id}`;
    await database.superuser`update award_rows set state = 'ready' where import_id = ${id}`;
    const constraints = { entries_one_per_key: 'issued_before' as const };
    const again = await race(finance, releaseImport, { importId: id }, constraints);
    expect(codeOf(again)).toBe('issued_before');
    expect(
      await count('select count(*) n from vouchers where programme_id = $1', programmeId),
    ).toBe(2);
    expect(await breaks()).toEqual([]);
  });

  it('issues many vouchers only for the city of the pool, and only for valid amounts', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const cityId = manager.cityId ?? '';
    const rows = (amount: string) =>
      JSON.stringify([
        {
          key: crypto.randomUUID(),
          voucher: crypto.randomUUID(),
          organisation: world.startups[0]?.id,
          amount,
          valid_to: '2099-01-01T00:00:00Z',
          hold: crypto.randomUUID(),
        },
      ]);
    const issue = (as: string, city: string, json: string) =>
      database.app.begin(async (tx) => {
        await tx`select set_config('app.city', ${as}, true)`;
        return tx`select ledger.issue_many(${city}, ${programmeId}, ${city}, ${json}::text::jsonb, true)`;
      });
    const other = stranger.cityId ?? '';
    await expect(issue(other, cityId, rows('100'))).rejects.toMatchObject({ code: 'LG403' });
    await expect(issue(other, other, rows('100'))).rejects.toMatchObject({ code: 'LG404' });
    await expect(issue(cityId, cityId, rows('0'))).rejects.toMatchObject({ code: 'LG400' });
    await expect(issue(cityId, cityId, rows('-5'))).rejects.toMatchObject({ code: 'LG400' });
    await expect(issue(cityId, cityId, '[]')).rejects.toMatchObject({ code: 'LG400' });
  });
});

describe('another city', () => {
  it('can use no list, no row and no programme of this one', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const id = await checked(programmeId, fresh(1));
    const [row] = await rowsOf(id);
    const rowId = row?.id ?? '';
    const importId = id;
    const why = { reason: '理由' };
    const financeThere = world.people.get('finance1@shenzhen.demo') ?? stranger;
    const outcomes = [
      await perform(stranger, uploadImport, { programmeId, file: await listFile(csv(fresh(1))) }),
      await perform(stranger, mapImport, { ...mapping, importId }),
      await perform(stranger, checkImport, { importId }),
      await perform(stranger, discardImport, { importId, ...why }),
      await perform(stranger, setAsideProblem, { importId, problem: 'required', ...why }),
      await perform(stranger, uploadCorrections, { importId, file: await listFile(csv(fresh(1))) }),
      await perform(stranger, proposeImport, { importId }),
      await perform(financeThere, releaseImport, { importId }),
      await perform(financeThere, declineImport, { importId, ...why }),
      await perform(stranger, setAsideRow, { rowId, ...why }),
      await perform(stranger, takeBackRow, { rowId }),
      await perform(stranger, resendInvitation, { rowId, email: '' }),
    ];
    expect(outcomes.map(codeOf)).toEqual([
      'programme_unknown',
      ...Array.from({ length: 8 }, () => 'import_unknown'),
      ...Array.from({ length: 3 }, () => 'row_unknown'),
    ]);
    expect(await findAutomaticProgramme(actorOf(manager), programmeId)).toMatchObject({
      rules: { mode: 'automatic' },
    });
    expect(await findAutomaticProgramme(actorOf(stranger), programmeId)).toBeUndefined();
    expect(await getImport(actorOf(stranger), id)).toBeUndefined();
    expect(await getAwardRow(actorOf(stranger), id, rowId)).toBeUndefined();
    expect(await getMapping(actorOf(stranger), id)).toBeUndefined();
    expect((await listAwardRows(actorOf(stranger), id, {})).rows).toEqual([]);
    const theirs = await listImports(actorOf(stranger), undefined);
    expect(theirs.rows.map((list) => list.id)).not.toContain(id);
  });
});

describe('an awarded firm', () => {
  it('joins the portal by its invitation, once, and a new invitation ends the old one', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world);
    const id = await proposed(programmeId, fresh(1));
    await as(finance, releaseImport, { importId: id });
    const tokens = async () =>
      (
        await database.superuser<{ path: string }[]>`
          select values ->> 'path' as path from mails where template = 'award_invitation'
            and recipient = 'owner@startup.demo' order by id`
      ).map(({ path }) => path.replace('/invitations/', ''));
    const [row] = await rowsOf(id);
    const rowId = row?.id ?? '';
    await as(manager, resendInvitation, { rowId, email: 'owner@startup.demo' });
    await as(manager, resendInvitation, { rowId, email: 'owner@startup.demo' });
    const [old, current] = await tokens();
    const guest = world.people.get('owner@startup.demo') ?? null;
    const accept = (token = '') => perform(guest, acceptInvitation, { token });
    expect(codeOf(await accept(old))).toBe('invitation_unusable');
    expect(codeOf(await accept(current))).toBe('done');
    expect(codeOf(await perform(manager, resendInvitation, { rowId, email: '' }))).toBe(
      'owner_there',
    );
  });
});

describe('two thousand rows', () => {
  it('are read, checked, proposed and issued, and the journal explains every fen', async () => {
    const programmeId = await addAutomaticProgramme(database.owner, world, {
      budgetYuan: 50_000_000,
    });
    const rows = fresh(2_500).map((firm, at) => ({ ...firm, yuan: `${1_000 + at}.37` }));
    const id = await proposed(programmeId, rows);
    await as(finance, releaseImport, { importId: id });
    const list = await getImport(actorOf(manager), id);
    expect(list).toMatchObject({ state: 'released', rowCount: 2_500, readyCount: 2_500 });
    const sum = `select sum(face_value_fen) n from vouchers where programme_id = $1`;
    expect(BigInt(await count(sum, programmeId))).toBe(list?.totalFen);
    const events = `select count(*) n from audit_events where action = 'voucher.issued' and voucher_id in
      (select id from vouchers where programme_id = $1)`;
    expect(await count(events, programmeId)).toBe(2_500);
    expect(await breaks()).toEqual([]);
    const prints = await database.superuser<{ n: number }[]>`
      select count(distinct fingerprint)::int as n from ledger.entries e
      join ledger.accounts a on a.id = e.account_id where a.pool_id = ${programmeId}`;
    expect(prints[0]?.n).toBe(4 * 2_500);
  });
});

it('keeps the file as it was handed in', async () => {
  const programmeId = await addAutomaticProgramme(database.owner, world);
  const text = csv(fresh(1));
  const { id } = await upload(programmeId, text);
  const [row] = await database.superuser<{ key: string }[]>`
    select storage_key as key from award_imports where id = ${id}`;
  const folder = process.env.STORAGE_DIR ?? '';
  expect(readFileSync(`${folder}/${row?.key ?? ''}`, 'utf8')).toBe(text);
  expect(creditCodeCheckCharacter(listedCode(1).slice(0, 17))).toBe(listedCode(1).charAt(17));
});
