import { z } from 'zod';
import { isIsoDate, type IsoDate } from '@/lib/dates';
import { parseYuan, zeroFen, type Fen } from '@/lib/money';
import { one, type Query } from '@/lib/query';
import { elsewhere } from '@/features/rules/domain/situations';
import type { AnswerFault } from '../check/domain/check';
import type { Profile } from '@/features/rules/domain/profile';
import {
  applicantTypes,
  chipOrigins,
  firmSizes,
  modes,
  modelStatuses,
  projectRanks,
  purposes,
  sectors,
  type Unit,
} from '@/features/rules/domain/rules';
import { availabilities } from '../domain/availability';
import {
  otherUnits,
  unitField,
  type ProfileAnswers,
  profileAnswers,
} from '../check/profile-answers';

export type ProfileFaults = Readonly<Record<string, AnswerFault>>;

/** The filters of the result, which are in the address beside the answers. */
export const compareFilter = z.object({
  state: z.enum(availabilities).optional(),
  city: z.string().optional(),
  mode: z.enum(modes).optional(),
});
export type CompareFilter = z.output<typeof compareFilter>;

type Faults = Record<string, AnswerFault>;

/** Returns functions that each read one answer and record its fault. */
function readerOf(answers: ProfileAnswers, faults: Faults) {
  const choice = <T extends string>(name: string, known: readonly T[]): T | undefined => {
    const text = answers[name];
    const found = known.find((value) => value === text);
    if (text !== undefined && found === undefined) faults[name] = 'choice_unknown';
    return found;
  };
  return {
    choice,
    yes: (name: string): boolean | undefined => {
      const chosen = choice(name, ['yes', 'no']);
      return chosen === undefined ? undefined : chosen === 'yes';
    },
    date: (name: string): IsoDate | undefined => {
      const text = answers[name];
      if (text === undefined || isIsoDate(text)) return text;
      faults[name] = 'date_invalid';
      return undefined;
    },
    money: (name: string): Fen | undefined => {
      const text = answers[name];
      if (text === undefined) return undefined;
      const read = parseYuan(text);
      if (read.ok) return read.value;
      faults[name] = read.code;
      return undefined;
    },
  };
}

function unitsOf(money: (name: string) => Fen | undefined): Partial<Record<Unit, Fen>> {
  return Object.fromEntries(
    otherUnits.flatMap((unit) => {
      const amount = money(unitField(unit));
      return amount === undefined ? [] : [[unit, amount]];
    }),
  );
}

/** Adds faults for dates that contradict one another, and for a firm that was registered in the future. */
function crossCheck({ on, registeredOn, startsOn, endsOn }: Profile, faults: Faults): void {
  if (registeredOn && registeredOn > on) faults.registeredOn = 'date_in_future';
  if (startsOn && endsOn && endsOn < startsOn) faults.endsOn = 'dates_reversed';
}

function regionOf({ region }: ProfileAnswers, faults: Faults): string | undefined {
  if (region === elsewhere) return '000000';
  if (region === undefined || /^\d{2,6}$/.test(region)) return region;
  faults.region = 'choice_unknown';
  return undefined;
}

/**
 * Returns the profile that the answers describe, or their faults.
 * @param on today in China
 */
export function readProfile(
  answers: ProfileAnswers,
  on: IsoDate,
): { profile: Profile } | { faults: ProfileFaults } {
  const faults: Faults = {};
  const { choice, yes, date, money } = readerOf(answers, faults);
  const contractFen = money('contractAmount');
  if (answers.contractAmount === undefined) faults.contractAmount = 'required';
  else if (contractFen === zeroFen) faults.contractAmount = 'money_negative';
  const profile: Profile = {
    on,
    contractFen: contractFen ?? zeroFen,
    applicantType: choice('applicantType', applicantTypes),
    region: regionOf(answers, faults),
    registeredOn: date('registeredOn'),
    size: choice('size', firmSizes),
    sector: choice('sector', sectors),
    purpose: choice('purpose', purposes),
    chipOrigin: choice('chipOrigin', chipOrigins),
    paidFen: money('paidAmount'),
    signedOn: date('signedOn'),
    startsOn: date('startsOn'),
    endsOn: date('endsOn'),
    affiliated: yes('affiliated'),
    otherSupport: yes('otherSupport'),
    otherSupportFen: money('otherSupportAmount'),
    onePerson: yes('onePerson'),
    model: choice('model', modelStatuses),
    project: choice('project', projectRanks),
    inUnit: unitsOf(money),
  };
  crossCheck(profile, faults);
  return Object.keys(faults).length > 0 ? { faults } : { profile };
}

/** Returns the filters of the address as they were sent; empty ones are left out. */
export const filterAnswers = (query: Query): Record<string, string> =>
  Object.fromEntries(
    Object.keys(compareFilter.shape).flatMap((name) => {
      const value = one(query[name])?.slice(0, 60);
      return value ? [[name, value]] : [];
    }),
  );

/** Returns the parameters without empty and unknown ones, to redirect to; undefined where no redirect is needed. */
export function tidyQuery(query: Query): Record<string, string> | undefined {
  const answers: Record<string, string> = { ...profileAnswers(query), ...filterAnswers(query) };
  const untidy = Object.keys(query).some(
    (name) => name !== 'contractAmount' && name !== 'change' && answers[name] === undefined,
  );
  // Without an amount the address stays as it is: it shows that a comparison was requested, so that the page can report
  // the missing amount.
  return untidy && answers.contractAmount !== undefined ? answers : undefined;
}
