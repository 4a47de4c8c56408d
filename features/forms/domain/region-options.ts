import { provinces } from '@/lib/regions';
import type { FieldOf } from './form';

/** Regions from which one may choose: the programme's own, or the provinces. */
export const regionsOf = (field: FieldOf<'region'>) => field.options ?? provinces;
