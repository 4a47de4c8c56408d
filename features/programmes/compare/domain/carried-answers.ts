import { isAmount, type Answers } from '@/features/rules/domain/answer-reading';
import { partsOf, questionsOf } from '@/features/rules/domain/questions';
import type { Rules } from '@/features/rules/domain/rules';

/**
 * Returns the answers to the comparison that a programme needs too, with the same names and texts, so that the user
 * need not enter them again. Values that the comparison assumed, calculated or picked are left out, because the user
 * did not give them. So are amounts where the programme counts hours or tokens: the comparison has them in yuan.
 * @param typed the answers to the comparison, as they are in the address
 */
export function carriedAnswers(rules: Rules, typed: Answers): Record<string, string> {
  const inYuan = (rules.unit ?? 'yuan') === 'yuan';
  const names = questionsOf(rules).flatMap((question) => [...partsOf(question, rules)]);
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = typed[name];
      return text && (inYuan || !isAmount(name)) ? [[name, text]] : [];
    }),
  );
}
