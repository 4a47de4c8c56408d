import { afterAll, beforeAll, expect, it } from 'vitest';
import { actorOf, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life, type CaseState } from '@/demo/life';
import { listAudit } from '@/features/audit/log-queries';
import { issueCertificate } from '@/features/certificates/commands';
import { listCityVouchers } from '@/features/vouchers/queries';
import { name } from '@/lib/input/fields';
import { Cases } from './testing/cases';
import { testDay, testStart } from './testing/clock';
import { freshDatabase, type TestDatabase } from './testing/database';

/**
 * Names with a point, as the minorities write them: 阿依古丽·买买提 is typed with ·, • or ・, and is one name wherever it is
 * stored, compared or searched.
 */
const points = [
  '\u00b7',
  '\u2022',
  '\u2027',
  '\u2219',
  '\u22c5',
  '\u2e31',
  '\u2e33',
  '\u30fb',
  '\uff65',
];
const spelled = (point: string) => `阿依古丽${point}买买提`;

let database: TestDatabase;
let life: Life;
let state: CaseState;
let voucherId = '';
beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  ({ state, voucherId } = await new Cases(life, database).issued());
});
afterAll(() => database.close());

it('a firm is found whichever point was typed, in its name and in the search', async () => {
  for (const stored of points) {
    const kept = name(120).parse(`${spelled(stored)}智算有限公司`);
    expect(kept).toBe('阿依古丽·买买提智算有限公司');
    await database.superuser`update organisations set name = ${kept}
      where id = ${state.owner.organisationId}`;
    for (const typed of points) {
      const { rows } = await listCityVouchers(actorOf(life.official('manager', 'qingyang')), {
        q: spelled(typed),
      });
      expect(
        rows.map(({ holder }) => holder.name),
        typed,
      ).toEqual([kept]);
    }
  }
});

it('a person is found in the records whichever point was typed', async () => {
  const person = { ...state.owner, name: spelled('\u00b7') };
  expect(await perform(person, issueCertificate, { voucherId })).toMatchObject({ ok: true });
  for (const typed of points) {
    const auditor = actorOf<'audit.read'>(life.official('auditor', 'qingyang'));
    const { rows } = await listAudit(auditor, { q: spelled(typed) });
    expect(
      rows.map(({ action }) => action),
      typed,
    ).toContain('certificate.issued');
  }
});

it('the database compares every spelling as one', async () => {
  const rows = await database.app<{ text: string; key: string }[]>`
    select distinct app.normal_text(text) as text, app.identity_key(text) as key
    from unnest(${points.map(spelled)}::text[]) as text`;
  expect(rows).toEqual([{ text: '阿依古丽·买买提', key: '阿依古丽·买买提' }]);
});

it('a name with another point cannot be stored, wherever a name is kept', async () => {
  const columns = await database.superuser<{ line: string }[]>`
    select conrelid::regclass || ': ' || conname as line from pg_constraint
    where contype = 'c' and conname ~ '_point$' order by 1`;
  expect(columns.map(({ line }) => line)).toEqual([
    'bank_accounts: bank_accounts_name_point',
    'objections: objections_objector_point',
    'organisation_contacts: organisation_contacts_name_point',
    'organisation_parties: organisation_parties_name_point',
    'organisations: organisations_name_point',
    'organisations: organisations_representative_point',
    'users: users_name_point',
  ]);
  for (const point of points) {
    const stored = database.superuser`update users set name = ${spelled(point)}
      where id = ${state.owner.userId}`;
    if (point === '\u00b7') await stored;
    else await expect(stored, point).rejects.toMatchObject({ constraint_name: 'users_name_point' });
  }
});
