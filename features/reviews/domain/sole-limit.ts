import type { Rules } from '../../rules/domain/rules';
import { ruleFen } from '../../rules/domain/sheet';
import type { Fen } from '../../../lib/money';

/** Returns the amount up to which one officer decides alone, in fen; undefined where every case needs two. */
export const soleLimit = ({ service }: Pick<Rules, 'service'>): Fen | undefined =>
  service.autoApproveYuan === undefined ? undefined : ruleFen(service.autoApproveYuan);
