import type { Answers } from '@/features/rules/domain/answer-reading';
import { partsOf, questionsOf } from '@/features/rules/domain/questions';
import type { Rules } from '@/features/rules/domain/rules';

/** Amounts are asked for in yuan; a programme that counts hours or tokens asks for its own under the same names. */
const isAmount = (name: string) => name.endsWith('Fen');

/**
 * Returns what was told once and need not be told again: the answers that a programme asks for too, each under the name
 * and with the text under which it was typed. What the comparison assumed, worked out or picked is nobody's word, so
 * that it is asked again.
 * @param typed the answers to the comparison, as they stand in the address
 */
export function carriedAnswers(rules: Rules, typed: Answers): Record<string, string> {
  const inYuan = (rules.unit ?? 'yuan') === 'yuan';
  const asked = questionsOf(rules).flatMap((question) => [...partsOf(question, rules)]);
  return Object.fromEntries(
    asked.flatMap((name) => {
      const text = typed[name];
      return text && (inYuan || !isAmount(name)) ? [[name, text]] : [];
    }),
  );
}
