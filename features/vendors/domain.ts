import { shanghaiDate, type IsoDate } from '../../lib/dates';

/** Returns what the rules of a programme need about a vendor on the city's list. */
export const knownVendor = (vendor: {
  id: string;
  items: readonly string[];
  listedAt: Date;
}): { id: string; items: readonly string[]; listedOn: IsoDate } => ({
  id: vendor.id,
  items: vendor.items,
  listedOn: shanghaiDate(vendor.listedAt),
});
