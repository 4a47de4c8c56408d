import type { Rules } from '@/features/rules/domain/rules';

/** Where the rules of a programme name no time for appeals. */
const standardWorkingDays = 10;

/** Working days after a refusal within which the applicant may appeal against it. */
export const appealWorkingDays = ({ appealWorkingDays: days }: Rules['service']): number =>
  days ?? standardWorkingDays;
