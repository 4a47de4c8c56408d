import type { Answers, FormField } from './form';
import type { FieldFault } from './kinds/kind';
import { fault } from '@/lib/result';

/** The names of two questions about days of the same contract. The first day must not be after the second. */
const earlier = 'startsOn';
const later = 'endsOn';

/**
 * Returns the faults of two days in the wrong order, at a question that may be changed here. It is the later day if
 * that may be changed, else the earlier one. Both texts name the other day.
 * @param answers of the questions that are asked
 */
export function misordered(
  answers: Answers,
  changeable: (name: string) => boolean,
): Record<string, FieldFault> {
  const { [earlier]: from, [later]: to } = answers;
  if (!from || !to || to >= from) return {};
  if (changeable(later)) return { [later]: fault('ends_before_start', { on: from }) };
  if (!changeable(earlier)) return {};
  return { [earlier]: fault('starts_after_end', { on: to }) };
}

const ofOrder = ['ends_before_start', 'starts_after_end', 'period_reversed'];

/**
 * Returns the faults that exist only between two days. They are shown while the user types, because neither day shows
 * its fault alone.
 */
export const faultsOfOrder = (
  faults: Readonly<Record<string, FieldFault>>,
): Record<string, FieldFault> =>
  Object.fromEntries(Object.entries(faults).filter(([, { code }]) => ofOrder.includes(code)));

/** Returns the fields that have faults. A fault at an end of a period belongs to the period. */
export const fieldsOf = (
  fields: readonly FormField[],
  faults: Readonly<Record<string, FieldFault>>,
): FormField[] =>
  fields.filter(({ name }) =>
    Object.keys(faults).some((at) => at === name || at.startsWith(`${name}.`)),
  );
