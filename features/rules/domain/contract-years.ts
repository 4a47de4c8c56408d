import { addMonths, daysBetween, type IsoDate } from '@/lib/dates';
import { rational, type Rational } from '@/lib/rational';

/** Returns how many years a contract runs. The first day is not counted, and less than one year counts as one. */
export function contractYears(startsOn: IsoDate, endsOn: IsoDate): Rational {
  if (endsOn <= addMonths(startsOn, 12)) return rational(1n, 1n);
  let whole = 1;
  while (addMonths(startsOn, 12 * (whole + 1)) <= endsOn) whole += 1;
  const begun = addMonths(startsOn, 12 * whole);
  const days = daysBetween(begun, endsOn);
  const length = daysBetween(begun, addMonths(startsOn, 12 * (whole + 1)));
  return rational(BigInt(whole * length + days), BigInt(length));
}
