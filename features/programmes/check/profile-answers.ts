import { units, type Rules, type Unit } from '@/features/rules/domain/rules';
import type { Query } from '@/lib/query';

/** Lists the units that are no money; they are asked for only where some programme gives them. */
export const otherUnits = units.filter((unit) => unit !== 'yuan');
export const unitField = (unit: Unit) => `need_${unit}`;

/** Names the answers that the check, the comparison and the application's form share, in the order of the form. */
export const profileFields = [
  'contractFen',
  'applicantType',
  'region',
  'registeredOn',
  'size',
  'sector',
  'purpose',
  'chipOrigin',
  'paidFen',
  'signedOn',
  'startsOn',
  'endsOn',
  'affiliated',
  'otherSupport',
  'otherSupportFen',
  'onePerson',
  'model',
  'project',
  ...otherUnits.map(unitField),
] as const;

export type ProfileAnswers = Readonly<Record<string, string>>;
/** Returns the shared answers of an address, each cut to 60 characters; an empty one counts as none. */
export function profileAnswers(query: Query): ProfileAnswers {
  return Object.fromEntries(
    profileFields.flatMap((name) => {
      const value = [query[name]].flat()[0]?.trim().slice(0, 60);
      return value ? [[name, value]] : [];
    }),
  );
}

/**
 * Returns the answers of the check of one programme that the comparison asks for too. Amounts that the programme counts
 * in a unit of its own are left out, because the comparison would read them as yuan.
 */
export function comparedAnswers(
  { unit = 'yuan' }: Pick<Rules, 'unit'>,
  typed: ProfileAnswers,
): ProfileAnswers {
  const given = Object.entries(profileAnswers(typed));
  return Object.fromEntries(given.filter(([name]) => unit === 'yuan' || !name.endsWith('Fen')));
}
