/**
 * Part of `npm run bench`: imports a list of 100,000 firms through the same commands as the portal, and prints the seconds and
 * how far the process grew meanwhile, as JSON.
 */
import postgres from 'postgres';
import { mapImport, uploadImport } from '@/features/awards/import-commands';
import { proposeImport } from '@/features/awards/decision-commands';
import { readList } from '@/features/tables/read-list';
import { releaseImport } from '@/features/awards/release-commands';
import { awardFields } from '@/features/awards/domain/fields';
import { as } from '@/demo/act';
import type { Person } from '@/demo/base';
import { addAutomaticProgramme, listedCode } from '../db/testing/automatic-programme';

const rows = Number(process.env.BENCH_ROWS ?? 100_000);
const url = process.env.MIGRATION_DATABASE_URL;
if (!url) throw new Error('MIGRATION_DATABASE_URL is not set.');
const owner = postgres(url, { max: 2, onnotice: () => undefined });

/** Finds the officials of Nanning, by their addresses. */
async function officials(): Promise<{ cities: Map<string, string>; people: Map<string, Person> }> {
  return owner.begin(async (tx) => {
    await tx`set local role suanquan_engine`;
    const found = await tx<
      { email: string; userId: string; name: string; role: Person['role']; cityId: string }[]
    >`
      select u.email, u.id as "userId", u.name, m.role, m.city_id as "cityId"
      from users u join memberships m on m.user_id = u.id join cities c on c.id = m.city_id
      where c.slug = 'nanning'`;
    const people = found.map(({ email, ...person }): [string, Person] => [
      email,
      { ...person, organisationId: null },
    ]);
    return {
      cities: new Map([['nanning', found[0]?.cityId ?? '']]),
      people: new Map(people),
    };
  });
}

function list(): File {
  const lines = ['统一社会信用代码,企业名称,结算金额（元）,合同编号,联系邮箱'];
  for (let n = 1; n <= rows; n += 1) {
    lines.push(
      `${listedCode(n)},名单企业${n}有限公司,${1_000 + (n % 9_000)}.50,HT-${n},f${n}@example.cn`,
    );
  }
  return new File([lines.join('\n')], 'list.csv');
}

const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

/** Measures the seconds, and by how many megabytes the process grew at most. */
async function measure(work: () => Promise<unknown>) {
  global.gc?.();
  const before = process.memoryUsage.rss();
  let peak = before;
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 100);
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  clearInterval(sampling);
  return { seconds, megabytes: megabytes(peak - before) };
}

const world = await officials();
const person = (local: string): Person => {
  const found = world.people.get(`${local}@nanning.demo`);
  if (!found) throw new Error(`Nanning has no ${local}.`);
  return found;
};
const programmeId = await addAutomaticProgramme(owner, world, { budgetYuan: 900_000_000 });
const file = list();
const columns = Object.fromEntries(awardFields.map((field) => [`column_${field}`, undefined]));
let importId = '';
const upload = await measure(async () => {
  const read = await readList(file);
  if (!read.ok) throw new Error(`The list is refused: ${read.code}.`);
  importId = (await as(person('manager'), uploadImport, { programmeId, file: read.value })).id;
});
const check = await measure(() =>
  as(person('manager'), mapImport, {
    ...(columns as Record<`column_${(typeof awardFields)[number]}`, undefined>),
    importId,
    period: '',
    column_creditCode: 0,
    column_name: 1,
    column_base: 2,
    column_reference: 3,
    column_email: 4,
  }),
);
const propose = await measure(() => as(person('manager'), proposeImport, { importId }));
const release = await measure(() => as(person('finance1'), releaseImport, { importId }));
await owner.end();
process.stdout.write(`${JSON.stringify({ rows, upload, check, propose, release })}\n`);
process.exit(0);
