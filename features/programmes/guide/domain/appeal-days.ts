import type { Rules } from '@/features/rules/domain/rules';

/** Used where the rules of a programme set no time for appeals. */
const standardWorkingDays = 10;

/** Returns the working days after a refusal within which the applicant may appeal against it. */
export const appealWorkingDays = ({ appealWorkingDays: days }: Rules['service']): number =>
  days ?? standardWorkingDays;
