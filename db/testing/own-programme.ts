import { randomUUID } from 'node:crypto';
import type { Life } from '@/demo/life';
import type { Rules } from '@/features/rules/domain/rules';
import type { TestDatabase } from './database';

type Options = {
  slug: string;
  budgetFen: bigint;
  /** Parts of the rules that differ from those of Qingyang's own programme. */
  rules: Partial<Rules>;
};

/** The province and the city pay half each; the province bears the odd fen. */
export const fundingByTwo: NonNullable<Rules['funding']> = {
  clause: '3',
  shares: [
    { funder: { 'zh-CN': '省级财政', en: 'the province' }, parts: 1 },
    { funder: { 'zh-CN': '市级财政', en: 'the city' }, parts: 1 },
  ],
  oddFenTo: 0,
};

/** Sets the budget of a programme's pool in Qingyang, in fen. */
export async function setOwnBudget(
  database: TestDatabase,
  life: Life,
  programmeId: string,
  budgetFen: bigint,
): Promise<void> {
  const city = life.world.cities.get('qingyang') ?? '';
  await database.superuser.begin(async (tx) => {
    await tx`select set_config('app.city', ${city}, true)`;
    await tx`select ledger.set_budget(${city}, ${programmeId}, ${budgetFen.toString()}::bigint)`;
  });
}

/** Publishes a programme in Qingyang under rules of its own, with a round that is open for a year. @returns its id */
export async function openOwnProgramme(
  database: TestDatabase,
  life: Life,
  { slug, budgetFen, rules }: Options,
): Promise<string> {
  const [programmeId, versionId] = [randomUUID(), randomUUID()];
  const city = life.world.cities.get('qingyang') ?? '';
  const sql = database.superuser;
  await sql`insert into programme_versions (id, programme_id, city_id, number, state, rules, guide, form,
      examples, published_by, published_at)
    select ${versionId}, programme_id, city_id, 900 + (random() * 1e6)::int, 'published',
      rules || ${sql.json(rules)}, guide, form, examples, published_by, published_at
    from programme_versions where id = (select current_version_id from programmes
      where slug = 'qingyang-compute-2024')`;
  await sql`insert into programmes (id, city_id, slug, state, current_version_id)
    values (${programmeId}, ${city}, ${slug}, 'published', ${versionId})`;
  await sql`insert into rounds (programme_id, city_id, number, opens_at, closes_at)
    values (${programmeId}, ${city}, 1, app.now(), app.now() + interval '1 year')`;
  await setOwnBudget(database, life, programmeId, budgetFen);
  return programmeId;
}
