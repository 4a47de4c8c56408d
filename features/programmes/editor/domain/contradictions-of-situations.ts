import type { Report } from './contradiction';
import type { Loose, Rules, When } from '@/features/rules/domain/rules';
import { ruleFen } from '@/features/rules/domain/sheet';

/** Lists every situation of the rules with the path of its row. */
function named(rules: Loose<Rules>): [string, Loose<When>][] {
  const rows = (path: string, list: readonly Loose<When>[] | undefined) =>
    (list ?? []).map((when, at): [string, Loose<When>] => [`${path}.${at}`, when]);
  return [
    ...rows('rules.requirements', rules.requirements),
    ...rows('rules.rates', rules.rates),
    ...rows('rules.caps', rules.caps),
    ...rows('rules.fixedAwards', rules.fixedAwards),
    ...rows('rules.pool.subPools', rules.pool?.subPools),
  ];
}

/** Reports ids that are declared twice, and references to ids that are not declared. */
export function declarations(rules: Loose<Rules>, report: Report): void {
  const lists: [string, readonly { id?: string | undefined }[]][] = [
    ['rules.questions', rules.questions ?? []],
    ['rules.directions', rules.directions ?? []],
    ['rules.fixedAwards', rules.fixedAwards ?? []],
    ['rules.pool.subPools', rules.pool?.subPools ?? []],
  ];
  for (const [path, list] of lists) {
    const ids = list.map(({ id }) => id);
    for (const [at, id] of ids.entries()) {
      if (id !== undefined && ids.indexOf(id) < at) {
        report({ code: 'id_twice', field: `${path}.${at}.id`, values: { id }, stopsSaving: true });
      }
    }
  }
  const questions = new Set(rules.questions?.map(({ id }) => id));
  const directions = new Set(rules.directions?.map(({ id }) => id));
  for (const [row, when] of named(rules)) {
    for (const part of ['flags', 'notFlags'] as const) {
      const unknown = when[part]?.find((flag) => !questions.has(flag));
      if (unknown !== undefined) {
        report({ code: 'flag_unknown', field: `${row}.${part}`, values: { id: unknown } });
      }
    }
    const { direction } = when;
    if (direction !== undefined && !directions.has(direction)) {
      report({ code: 'direction_unknown', field: `${row}.direction`, values: { id: direction } });
    }
  }
}

/** Reports situations that no applicant can be in. */
export function situations(rules: Loose<Rules>, report: Report): void {
  for (const [row, when] of named(rules)) {
    const { firmYoungerThanMonths: younger, firmOlderThanMonths: older } = when;
    if (younger !== undefined && older !== undefined && younger <= older) {
      report({ code: 'when_ages', field: `${row}.firmOlderThanMonths`, stopsSaving: true });
    }
    const { baseAtLeastYuan: least, baseBelowYuan: below } = when;
    if (least !== undefined && below !== undefined && ruleFen(least) >= ruleFen(below)) {
      report({ code: 'when_amounts', field: `${row}.baseBelowYuan`, stopsSaving: true });
    }
    if (when.flags?.some((flag) => when.notFlags?.includes(flag))) {
      report({ code: 'when_flags', field: `${row}.notFlags`, stopsSaving: true });
    }
  }
}
