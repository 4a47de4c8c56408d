import type { Fault } from '../../../lib/result';
import type { AwardField } from './fields';

/** What is wrong, and the figures that its text needs. Amounts of money are already formatted. */
export type Problem = Fault;

/** Where a problem is: in a column, or in the row as a whole. */
export type Place = AwardField | 'row';
export type Problems = Readonly<Partial<Record<Place, Problem>>>;

/** Lists the codes of a row's problems, each once. */
export const codesOf = (problems: Problems): string[] => [
  ...new Set(Object.values(problems).map(({ code }) => code)),
];
