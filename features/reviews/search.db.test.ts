import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { listAudit } from '@/features/audit/log-queries';
import { listProgrammes } from '@/features/programmes/list/queries';
import { listCases } from './queries';

/** Tries search texts as users type them, and checks the cases found. */
let database: TestDatabase;
let life: Life;
const known = { reference: '', name: '', creditCode: '', project: '' };

const cases = async (q: string) => {
  const page = await listCases(actorOf(life.official('reviewer', 'qingyang')), { q });
  return page.rows.map(({ reference }) => reference);
};
const programmes = async (q: string) =>
  (await listProgrammes(actorOf(null), { q })).rows.map(({ slug }) => slug);

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  const day = 0;
  await life.setDay(day);
  for (const { owner } of life.world.startups.slice(0, 2)) {
    const options = { citySlug: 'qingyang', day };
    await life.submit(await life.draft(owner, 'qingyang-compute-2024', 100_000, options));
  }
  const [row] = await database.superuser<(typeof known)[]>`
    select a.reference, o.name, o.credit_code as "creditCode", a.answers ->> 'projectName' as project
    from applications a join organisations o on o.id = a.organisation_id order by a.id limit 1`;
  Object.assign(known, row);
});
afterAll(() => database.close());

const wide = (text: string) =>
  text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

describe('the search for cases', () => {
  it('finds a case by any spelling of its number, its applicant or its project', async () => {
    const { reference, name, creditCode, project } = known;
    const grouped = creditCode.replace(/(.{4})(?=.)/g, '$1 ');
    const numbers = [
      reference,
      wide(reference),
      reference.toLowerCase(),
      reference.replaceAll('-', ''),
    ];
    const parts = [
      reference.slice(-6),
      `${name.slice(0, 2)}，${name.slice(-4)}`,
      `\u200b${name}。`,
    ];
    for (const typed of [...numbers, ...parts, grouped, creditCode.toLowerCase(), project]) {
      expect(await cases(typed), typed).toContain(reference);
    }
    expect(await cases(`${name} ${reference}`)).toEqual([reference]);
  });

  it('finds nothing for words that no case contains together', async () => {
    expect(await cases(`${known.name}7`)).toEqual([]);
    expect(await cases(`${known.reference} 无此单位`)).toEqual([]);
  });
});

it('finds events of the record by number and by name, in any spelling', async () => {
  const actor = actorOf<'audit.read'>(life.official('manager', 'qingyang'));
  const found = async (q: string) => (await listAudit(actor, { q })).rows;
  const byNumber = await found(wide(known.reference));
  expect(byNumber.length).toBeGreaterThan(0);
  expect(new Set(byNumber.map(({ reference }) => reference))).toEqual(new Set([known.reference]));
  const [event] = byNumber;
  const byBoth = await found(`${known.reference.toLowerCase()} ${event?.actorName ?? ''}`);
  expect(byBoth.map(({ id }) => id)).toContain(event?.id);
  expect(await found(`${known.reference} 查无此人`)).toEqual([]);
});

it('finds programmes word by word, with any brackets and digits', async () => {
  const [row] = await database.superuser<{ title: string }[]>`
    select guide #>> '{title,zh-CN}' as title from programme_versions v
    join programmes p on p.current_version_id = v.id where p.slug = 'qingyang-compute-2024'`;
  const title = row?.title ?? '';
  for (const typed of [title, wide(title), '庆阳 算力券', '庆阳，算力券']) {
    expect(await programmes(typed), typed).toContain('qingyang-compute-2024');
  }
  expect(await programmes('庆阳 无此券')).toEqual([]);
});
