import type { Fen } from '../../../lib/money';
import type { Rules } from './rules';
import { ruleFen } from './sheet';
import { estimatedMoney } from './unit-price';

/**
 * Returns the amount up to which one officer decides alone, in fen; undefined where every case needs two. In a programme of
 * another unit it is what that many units cost, less any part of a fen.
 */
export const soleLimit = (rules: Pick<Rules, 'service' | 'unit' | 'unitPrice'>): Fen | undefined =>
  rules.service.autoApproveYuan === undefined
    ? undefined
    : estimatedMoney(rules, ruleFen(rules.service.autoApproveYuan));
