import { isIsoDate, type IsoDate } from '@/lib/dates';
import { formatYuanPlain, parseYuan, zeroFen, type Fen } from '@/lib/money';
import { one } from '@/lib/query';
import { factsOfAnswers, otherVendor } from '@/features/rules/domain/answers';
import type { Answers, KnownVendor } from '@/features/rules/domain/answer-reading';
import type { QuestionId } from '@/features/rules/domain/declared/questions';
import type { Facts } from '@/features/rules/domain/facts';
import { choicesOfPart, partsOf, questionsOf } from '@/features/rules/domain/questions';
import type { Rules } from '@/features/rules/domain/rules';
import { elsewhere, regionsOf } from '@/features/rules/domain/situations';

/** Returns the parameters of an address that belong to the check: its questions, `usedAmount` and `change`. */
export function checkQuery(
  rules: Rules,
  query: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const parts = questionsOf(rules).flatMap((question) => [...partsOf(question, rules)]);
  return Object.fromEntries(
    [...parts, 'usedAmount', 'change'].flatMap((name) => {
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

/** The state of a question: open (not answered yet), answered with faults, or answered. */
export type AnswerReading =
  | { state: 'open' }
  | { state: 'wrong'; faults: Readonly<Record<string, AnswerFault>> }
  | { state: 'answered'; values: Answers };

/** The facts that the portal has in addition to the answers. */
export type CheckCircumstances = {
  on: IsoDate;
  poolFen: Fen;
  subPoolFen?: Readonly<Record<string, Fen>>;
  /** The vendors to choose from. */
  vendors: readonly KnownVendor[];
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

/**
 * Returns the region in the terms of the programme: the most exact region named by its rules that contains the given
 * code, or `elsewhere` where none does. So a region that another form has, and more exactly, need not be entered again.
 */
function region(text: string, named: readonly string[]): Part {
  if (!/^\d{2,6}$/.test(text)) return choice(text, [...named, elsewhere]);
  const around = named.filter((code) => text.startsWith(code));
  const [closest] = around.sort((a, b) => b.length - a.length);
  return { value: closest ?? elsewhere };
}

function money(text: string, zero: boolean): Part {
  if (text === '') return { fault: 'required' };
  const amount = parseYuan(text);
  if (!amount.ok) return { fault: amount.code };
  return amount.value > 0n || zero
    ? { value: formatYuanPlain(amount.value) }
    : { fault: 'money_negative' };
}

function readPart(part: string, text: string, rules: Rules, known: CheckCircumstances): Part {
  if (part === 'vendorId') {
    return choice(text, [...known.vendors.map(({ id }) => id), otherVendor]);
  }
  if (part === 'otherSupportAmount') return money(text, false);
  if (part === 'region') return region(text, regionsOf(rules));
  const choices = choicesOfPart(part, rules);
  if (choices) return choice(text, choices);
  switch (part) {
    case 'registeredOn': {
      const read = date(text);
      return 'value' in read && read.value > known.on ? { fault: 'date_in_future' } : read;
    }
    case 'signedOn':
    case 'startsOn':
    case 'endsOn':
      return date(text);
    default:
      return money(text, part === 'excludedAmount' || part === 'taxAmount');
  }
}

/** Reads the answer to one question from the address. */
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
    // The amount of other support is needed only where there is some.
    if (part === 'otherSupportAmount' && values.otherSupport !== 'yes') continue;
    const read = readPart(part, (typed[part] ?? '').trim(), rules, known);
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
  /** The answers before the open question; all answers where no question is open. */
  answers: Answers;
  open?: { question: QuestionId; faults: Readonly<Record<string, AnswerFault>> };
};

/**
 * Returns how far the check is: the open question is the first one without a valid answer, or the one that the user
 * wants to change (`change` in the address). Answers after it stay in the address.
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

/**
 * Returns the situation that the answers describe. Facts that the rules do not use are assumed to be harmless; the
 * amount awarded this year is zero unless given.
 * @param usedFen already awarded under the programme in the calendar year (fen)
 */
export const factsOfCheck = (
  rules: Rules,
  answers: Answers,
  known: CheckCircumstances,
  usedFen: Fen = zeroFen,
): Facts => factsOfAnswers(rules, answers, { ...known, usedFen });

/** Reads the amount that the user was awarded this year; it is optional, and an empty text counts as zero. */
export function readUsed(text: string | undefined): { usedFen: Fen } | { fault: AnswerFault } {
  if (!text?.trim()) return { usedFen: zeroFen };
  const amount = parseYuan(text);
  return amount.ok ? { usedFen: amount.value } : { fault: amount.code };
}
