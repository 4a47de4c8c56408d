import type { Rules } from '../../rules/domain/rules';
import { ruleFen } from '../../rules/domain/sheet';
import { minFen, type Fen } from '../../../lib/money';

/** Returns the least cap that a decision of the city may raise, in fen; undefined if the rules let none be raised. */
export function raisableCap({ caps }: Pick<Rules, 'caps'>): Fen | undefined {
  const [first, ...others] = (caps ?? [])
    .filter(({ raisedByDecision }) => raisedByDecision)
    .map(({ yuan }) => ruleFen(yuan));
  return first === undefined ? undefined : minFen(first, ...others);
}
