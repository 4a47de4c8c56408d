import type { Fen } from '@/lib/money';
import type { Rules } from './rules';
import { ruleFen } from './sheet';

/** Returns the amount up to which one officer decides alone, in fen; undefined where every case needs two. */
export const soleLimit = ({ service }: Pick<Rules, 'service'>): Fen | undefined =>
  service.autoApproveYuan === undefined ? undefined : ruleFen(service.autoApproveYuan);
