import { isIsoDate, type IsoDate } from '../../../lib/dates';
import { formatYuanPlain, parseYuan, zeroFen, type Fen } from '../../../lib/money';
import { one } from '../../../lib/query';
import type { Facts } from './facts';
import { applicantTypes, chipOrigins, purposes, type Rules } from './rules';

/** The questions of the eligibility check, in the order of asking; each is one page. */
export const questionIds = [
  'applicantType',
  'purpose',
  'chipOrigin',
  'registeredOn',
  'vendorId',
  'affiliated',
  'otherSupport',
  'signedOn',
  'contractFen',
  'settledFen',
  'term',
] as const;
export type QuestionId = (typeof questionIds)[number];

/** The answers by the names that the application's form has too. */
export type CheckAnswers = Readonly<Record<string, string>>;

/** A vendor who is not on the city's list. */
export const otherVendor = 'other';

/** Only the questions whose answers the rules look at. */
export function questionsOf(rules: Rules): QuestionId[] {
  const { base, rates, contract } = rules;
  const asked: Record<QuestionId, boolean> = {
    applicantType: true,
    purpose: rules.purposes !== undefined || rates.some((rate) => rate.purpose),
    chipOrigin: rates.some((rate) => rate.chipOrigin),
    registeredOn: rates.some((rate) => rate.firmYoungerThanMonths !== undefined),
    vendorId: true,
    affiliated: rules.affiliates !== undefined,
    otherSupport: rules.stacking !== undefined,
    signedOn: contract?.signedFrom !== undefined || contract?.signedTo !== undefined,
    contractFen: base.of === 'contract' || rules.stacking?.otherSupportAllowed === true,
    settledFen: base.of === 'settled',
    term:
      base.proration !== undefined ||
      rules.threshold?.perYear === true ||
      contract?.longestMonths !== undefined,
  };
  return questionIds.filter((id) => asked[id]);
}

/** The parameters of the address that answer a question. */
export function partsOf(question: QuestionId, rules: Rules): readonly string[] {
  if (question === 'term') return ['startsOn', 'endsOn'];
  const counted = question === 'otherSupport' && rules.stacking?.otherSupportAllowed;
  return counted ? ['otherSupport', 'otherSupportFen'] : [question];
}

/** What of an address concerns the check: its questions, what was awarded, what to change. */
export function checkQuery(
  rules: Rules,
  query: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const parts = questionsOf(rules).flatMap((question) => [...partsOf(question, rules)]);
  return Object.fromEntries(
    [...parts, 'usedFen', 'change'].flatMap((name) => {
      const value = one(query[name]);
      return value === undefined ? [] : [[name, value.slice(0, 100)]];
    }),
  );
}

export type AnswerFault =
  | 'required'
  | 'choice_unknown'
  | 'date_invalid'
  | 'date_in_future'
  | 'dates_reversed'
  | 'money_invalid'
  | 'money_negative'
  | 'money_too_precise'
  | 'money_too_large';

/** How far a question is: not asked yet, answered with faults, or answered. */
export type AnswerReading =
  | { state: 'open' }
  | { state: 'wrong'; faults: Readonly<Record<string, AnswerFault>> }
  | { state: 'answered'; values: CheckAnswers };

/** What the portal knows beside the answers. */
export type CheckCircumstances = {
  on: IsoDate;
  poolFen: Fen;
  /** The vendors one may choose. */
  vendorIds: readonly string[];
};

type Part = { value: string } | { fault: AnswerFault };

function choice(text: string, known: readonly string[]): Part {
  if (text === '') return { fault: 'required' };
  return known.includes(text) ? { value: text } : { fault: 'choice_unknown' };
}

function date(text: string): Part {
  if (text === '') return { fault: 'required' };
  return isIsoDate(text) ? { value: text } : { fault: 'date_invalid' };
}

function money(text: string): Part {
  if (text === '') return { fault: 'required' };
  const amount = parseYuan(text);
  if (!amount.ok) return { fault: amount.code };
  return amount.value > 0n ? { value: formatYuanPlain(amount.value) } : { fault: 'money_negative' };
}

function readPart(part: string, text: string, known: CheckCircumstances): Part {
  switch (part) {
    case 'applicantType':
      return choice(text, applicantTypes);
    case 'purpose':
      return choice(text, purposes);
    case 'chipOrigin':
      return choice(text, chipOrigins);
    case 'vendorId':
      return choice(text, [...known.vendorIds, otherVendor]);
    case 'affiliated':
    case 'otherSupport':
      return choice(text, ['yes', 'no']);
    case 'registeredOn': {
      const read = date(text);
      return 'value' in read && read.value > known.on ? { fault: 'date_in_future' } : read;
    }
    case 'signedOn':
    case 'startsOn':
    case 'endsOn':
      return date(text);
    default:
      return money(text);
  }
}

/** Reads the answer to one question out of the address. */
export function readAnswer(
  question: QuestionId,
  rules: Rules,
  typed: Readonly<Record<string, string | undefined>>,
  known: CheckCircumstances,
): AnswerReading {
  const parts = partsOf(question, rules);
  if (parts.every((part) => typed[part] === undefined)) return { state: 'open' };
  const values: Record<string, string> = {};
  const faults: Record<string, AnswerFault> = {};
  for (const part of parts) {
    // The amount of other support is asked of those who have some.
    if (part === 'otherSupportFen' && values.otherSupport !== 'yes') continue;
    const read = readPart(part, (typed[part] ?? '').trim(), known);
    if ('value' in read) values[part] = read.value;
    else faults[part] = read.fault;
  }
  const { startsOn, endsOn } = values;
  if (startsOn && endsOn && endsOn < startsOn) faults.endsOn = 'dates_reversed';
  return Object.keys(faults).length > 0
    ? { state: 'wrong', faults }
    : { state: 'answered', values };
}

export type CheckProgress = {
  questions: QuestionId[];
  /** What was answered before the open question; everything, where there is none. */
  answers: CheckAnswers;
  open?: { question: QuestionId; faults: Readonly<Record<string, AnswerFault>> };
};

/**
 * Where somebody is in the check: the first question without a good answer is the one to ask, or
 * the one they want to change (`change` in the address). Answers after it stay in the address.
 */
export function progressOf(
  rules: Rules,
  typed: Readonly<Record<string, string | undefined>>,
  known: CheckCircumstances,
): CheckProgress {
  const questions = questionsOf(rules);
  const answers: Record<string, string> = {};
  let open: CheckProgress['open'];
  for (const question of questions) {
    const reading = readAnswer(question, rules, typed, known);
    if (reading.state === 'answered') Object.assign(answers, reading.values);
    else open ??= { question, faults: reading.state === 'wrong' ? reading.faults : {} };
  }
  const changed = questions.find((question) => question === typed.change);
  if (changed && open?.question !== changed) open = { question: changed, faults: {} };
  return open ? { questions, answers, open } : { questions, answers };
}

const amountOf = (text: string | undefined): Fen | undefined => {
  const parsed = parseYuan(text ?? '');
  return parsed.ok && text ? parsed.value : undefined;
};

/**
 * The situation that the answers describe. What the rules do not ask is taken as harmless; what
 * was awarded this year is nothing unless told.
 * @param usedFen already awarded under the programme in the calendar year
 */
export function factsOfCheck(
  answers: CheckAnswers,
  known: CheckCircumstances,
  usedFen: Fen = zeroFen,
): Facts {
  const settledFen = amountOf(answers.settledFen);
  const otherSupportFen = amountOf(answers.otherSupportFen);
  const startsOn = answers.startsOn ?? known.on;
  return {
    on: known.on,
    applicantType: applicantTypes.find((type) => type === answers.applicantType) ?? 'enterprise',
    registeredOn: answers.registeredOn ?? '1949-10-01',
    contractFen: amountOf(answers.contractFen) ?? settledFen ?? zeroFen,
    signedOn: answers.signedOn ?? known.on,
    startsOn,
    endsOn: answers.endsOn ?? startsOn,
    ...(settledFen !== undefined && { settledFen }),
    affiliated: answers.affiliated === 'yes',
    otherSupport: answers.otherSupport === 'yes',
    ...(otherSupportFen !== undefined && { otherSupportFen }),
    vendorListed: answers.vendorId !== otherVendor,
    chipOrigin: chipOrigins.find((origin) => origin === answers.chipOrigin) ?? 'domestic',
    purpose: purposes.find((purpose) => purpose === answers.purpose) ?? 'training',
    usedFen,
    poolFen: known.poolFen,
  };
}

/** What somebody says they were awarded this year: optional, and nothing counts as nothing. */
export function readUsed(text: string | undefined): { usedFen: Fen } | { fault: AnswerFault } {
  if (!text?.trim()) return { usedFen: zeroFen };
  const amount = parseYuan(text);
  return amount.ok ? { usedFen: amount.value } : { fault: amount.code };
}
