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
import { addAutomaticProgramme, listedCode } from '../db/testing/automatic-programme';
import { measure, officialsOf } from './lib/bench-people';

const rows = Number(process.env.BENCH_ROWS ?? 100_000);
const url = process.env.MIGRATION_DATABASE_URL;
if (!url) throw new Error('MIGRATION_DATABASE_URL is not set.');
const owner = postgres(url, { max: 2, onnotice: () => undefined });

function list(): File {
  const lines = ['统一社会信用代码,企业名称,结算金额（元）,合同编号,联系邮箱'];
  for (let n = 1; n <= rows; n += 1) {
    lines.push(
      `${listedCode(n)},名单企业${n}有限公司,${1_000 + (n % 9_000)}.50,HT-${n},f${n}@example.cn`,
    );
  }
  return new File([lines.join('\n')], 'list.csv');
}

const { people, cityId, person } = await officialsOf(owner, 'nanning');
const world = { people, cities: new Map([['nanning', cityId]]) };
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
