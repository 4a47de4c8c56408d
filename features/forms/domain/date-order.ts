import type { Answers, FormField } from './form';
import type { FieldFault } from './kinds/kind';
import { fault } from '@/lib/result';

/** Days of one contract that follow one another, by the names of their questions. */
const earlier = 'startsOn';
const later = 'endsOn';

/**
 * Returns the faults of days that stand in the wrong order, each at a question that may be changed here.
 * The later day is the one to change, and the earlier one where only that can be: both texts name the other.
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

/** Returns the faults that two days make together: nobody sees them in either alone, so they are told while one types. */
export const faultsOfOrder = (
  faults: Readonly<Record<string, FieldFault>>,
): Record<string, FieldFault> =>
  Object.fromEntries(Object.entries(faults).filter(([, { code }]) => ofOrder.includes(code)));

/** Returns the questions that faults belong to; a fault of a period's end belongs to the period. */
export const fieldsOf = (
  fields: readonly FormField[],
  faults: Readonly<Record<string, FieldFault>>,
): FormField[] =>
  fields.filter(({ name }) =>
    Object.keys(faults).some((at) => at === name || at.startsWith(`${name}.`)),
  );
