import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { creditCodeCheckCharacter } from '@/lib/credit-code';
import { startOfDay } from '@/lib/dates';
import type { Rules } from '@/features/rules/domain/rules';
import type { World } from '@/demo/base';
import { nanning2025 } from '@/demo/programmes/nanning-2025';

/** 30 % of what was settled, at most ¥2,000,000 a firm and year, without applications and without a public notice. */
export const automaticRules: Rules = {
  ...nanning2025.rules,
  mode: 'automatic',
  base: { clause: '5', of: 'settled' },
  service: { ...nanning2025.rules.service, publicNotice: 'none' },
};

/** The same with a public notice before anything is issued. */
export const noticedRules: Rules = {
  ...automaticRules,
  service: { ...automaticRules.service, publicNotice: 'required' },
};

/** Publishes a programme without applications, as the demonstration publishes its own. */
export async function addAutomaticProgramme(
  owner: Sql,
  world: Pick<World, 'cities' | 'people'>,
  options: { citySlug?: string; budgetYuan?: number; rules?: Rules; slug?: string } = {},
): Promise<string> {
  const { citySlug = 'nanning', budgetYuan = 5_000_000, rules = automaticRules } = options;
  const id = randomUUID();
  const versionId = randomUUID();
  const slug = options.slug ?? `${citySlug}-automatic-${id.slice(0, 8)}`;
  const cityId = world.cities.get(citySlug) ?? '';
  const prepared = world.people.get(`manager@${citySlug}.demo`)?.userId ?? null;
  const published = world.people.get(`admin@${citySlug}.demo`)?.userId ?? null;
  await owner.begin(async (tx) => {
    await tx`set local role suanquan_engine`;
    await tx`insert into programmes (id, city_id, slug, state, current_version_id)
      values (${id}, ${cityId}, ${slug}, 'published', ${versionId})`;
    await tx`insert into programme_versions (id, programme_id, city_id, number, state, rules, guide, form,
        prepared_by, published_by, published_at)
      values (${versionId}, ${id}, ${cityId}, 1, 'published', ${tx.json(rules)}, ${tx.json(nanning2025.guide)},
        ${tx.json(nanning2025.form)}, ${prepared}, ${published}, ${startOfDay('2026-01-05')})`;
    await tx`select set_config('app.city', ${cityId}, true)`;
    await tx`select ledger.set_budget(${cityId}, ${id}, ${(budgetYuan * 100).toString()}::bigint)`;
  });
  return id;
}

/** Returns a valid code made from a number; none of the demonstration's codes. */
export function listedCode(number: number): string {
  const first17 = `91450100MA${number.toString().padStart(7, '0')}`;
  return first17 + creditCodeCheckCharacter(first17);
}
