import type { Rules } from '../../rules/domain/rules';
import { ruleFen } from '../../rules/domain/sheet';
import { estimatedMoney } from '../../rules/domain/unit-price';
import { minFen, type Fen } from '../../../lib/money';

/**
 * Returns the least cap that a decision of the city may raise, in fen; undefined if the rules let none be raised. In a programme
 * of another unit it is what that many units cost, less any part of a fen.
 */
export function raisableCap(rules: Pick<Rules, 'caps' | 'unit' | 'unitPrice'>): Fen | undefined {
  const [first, ...others] = (rules.caps ?? [])
    .filter(({ raisedByDecision }) => raisedByDecision)
    .map(({ yuan }) => estimatedMoney(rules, ruleFen(yuan)));
  return first === undefined ? undefined : minFen(first, ...others);
}
