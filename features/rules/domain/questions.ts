import { neededFacts } from './needed-facts';
import { facts, questions, type QuestionId } from './declared/questions';
import type { Rules } from './rules';
import { flagsOf } from './situations';

/** The questions of the eligibility check in their order. */
export const questionIds = Object.keys(questions) as QuestionId[];

/** Returns only the questions whose answers the rules look at. */
export function questionsOf(rules: Rules): QuestionId[] {
  const needed = new Set(neededFacts(rules).map((name) => facts[name].question));
  if (rules.fixedAwards?.length) needed.add('awards');
  return questionIds.filter((id) => needed.has(id));
}

/** Returns the names of the answers to a question. */
export function partsOf(question: QuestionId, rules: Rules): readonly string[] {
  if (question === 'term') return ['startsOn', 'endsOn'];
  if (question === 'awards') return (rules.fixedAwards ?? []).map(({ id }) => `award_${id}`);
  if (question === 'own') return flagsOf(rules).map((flag) => `flag_${flag}`);
  const counted = question === 'otherSupport' && facts.otherSupportAmount.needed(rules);
  return counted ? ['otherSupport', 'otherSupportAmount'] : [question];
}

const yesNo = ['no', 'yes'] as const;
export const awardAnswers = ['no', 'claimed', 'taken'] as const;

/** Returns the choices; undefined for an answer in free text or the name of a vendor. */
export function choicesOfPart(part: string, rules: Rules): readonly string[] | undefined {
  if (part.startsWith('flag_')) return yesNo;
  if (part.startsWith('award_')) return awardAnswers;
  const question = questionIds.find((id) => id === part);
  return question && questions[question].choices?.(rules);
}
