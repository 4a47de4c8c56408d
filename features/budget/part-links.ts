import { paths } from '@/lib/paths';
import type { Permission } from '@/lib/permissions';
import type { PoolPart } from './domain/parts';

/** The pages that list what a part of a budget consists of, for the parts that have one. */
export type BudgetLinks = Readonly<Partial<Record<PoolPart, string>>>;

/**
 * Returns the pages with the postings that each part of a budget comes from, as far as the reader may open them. What is held or on
 * vouchers comes from all holds or issues, ended ones included.
 * @param programme only the rows of this programme, where the page can tell them apart
 */
export function partLinks(
  may: (permission: Permission) => boolean,
  programme?: string,
): BudgetLinks {
  const { ledger, vouchers, issues, cases } = paths.city;
  const promised = may('issue.read') ? issues() : may('case.read') ? cases() : undefined;
  const waiting = promised === undefined ? {} : { promised };
  if (may('ledger.read')) {
    return {
      ...waiting,
      paid: ledger({ payment: 'paid', programme }),
      due: ledger({ payment: 'due', programme }),
      writtenOff: ledger({ kind: 'write_off', programme }),
      held: ledger({ kind: 'hold', programme }),
      available: ledger({ kind: 'issue', programme }),
    };
  }
  if (!may('voucher.oversee')) return waiting;
  return {
    ...waiting,
    held: vouchers({ state: 'active' }),
    available: vouchers({ state: 'active' }),
  };
}
