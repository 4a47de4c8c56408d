import { shanghaiDate, type IsoDate } from '../../lib/dates';

/** What the rules of a programme look at in a vendor of the city's list. */
export const knownVendor = (vendor: {
  id: string;
  items: readonly string[];
  listedAt: Date;
}): { id: string; items: readonly string[]; listedOn: IsoDate } => ({
  id: vendor.id,
  items: vendor.items,
  listedOn: shanghaiDate(vendor.listedAt),
});
