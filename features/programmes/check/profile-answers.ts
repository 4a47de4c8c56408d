import { isAmount } from '@/features/rules/domain/answer-reading';
import { units, type Rules, type Unit } from '@/features/rules/domain/rules';
import type { Query } from '@/lib/query';

/** The units other than money; the forms have a field for one only where some programme uses it. */
export const otherUnits = units.filter((unit) => unit !== 'yuan');
export const unitField = (unit: Unit) => `need_${unit}`;

/** The answers that the check, the comparison and the application form share, in the order of the form. */
export const profileFields = [
  'contractAmount',
  'applicantType',
  'region',
  'registeredOn',
  'size',
  'sector',
  'purpose',
  'chipOrigin',
  'paidAmount',
  'signedOn',
  'startsOn',
  'endsOn',
  'affiliated',
  'otherSupport',
  'otherSupportAmount',
  'onePerson',
  'model',
  'project',
  ...otherUnits.map(unitField),
] as const;

export type ProfileAnswers = Readonly<Record<string, string>>;
/** Returns the shared answers of an address, each cut to 60 characters; empty answers are left out. */
export function profileAnswers(query: Query): ProfileAnswers {
  return Object.fromEntries(
    profileFields.flatMap((name) => {
      const value = [query[name]].flat()[0]?.trim().slice(0, 60);
      return value ? [[name, value]] : [];
    }),
  );
}

/**
 * Returns the answers to the check of one programme that the comparison uses too. Amounts in a programme's own unit are
 * left out, because the comparison would read them as yuan.
 */
export function comparedAnswers(
  { unit = 'yuan' }: Pick<Rules, 'unit'>,
  typed: ProfileAnswers,
): ProfileAnswers {
  const given = Object.entries(profileAnswers(typed));
  return Object.fromEntries(given.filter(([name]) => unit === 'yuan' || !isAmount(name)));
}
