import { addMonths, shanghaiDate, type IsoDate } from '../../../lib/dates';
import type { Fen } from '../../../lib/money';
import { isOver } from '../../pauses/domain/days';
import type { VoucherState } from '../../vouchers/domain/lifecycle';

/** What decides whether a voucher can still be changed. `unusedFen` is what is neither used nor returned: available and held. */
export type Standing = {
  readonly state: VoucherState;
  readonly validTo: Date;
  /** Since when its programme is paused. */
  readonly pausedFrom: Date | null;
  readonly unusedFen: Fen;
};

export type Objection = 'already_revoked' | 'term_over' | 'nothing_left';

/** Returns why a voucher can be neither revoked nor extended; undefined if it can. */
export function changeObjection(voucher: Standing, now: Date): Objection | undefined {
  if (voucher.state === 'revoked') return 'already_revoked';
  // The stored state can be late: a voucher past its last day counts as expired before a sweep has expired it.
  if (voucher.state === 'expired' || isOver(voucher, now)) return 'term_over';
  return voucher.unusedFen > 0n ? undefined : 'nothing_left';
}

/** Returns the latest day to which the rules let a voucher be extended; undefined where they let none be. */
export const latestDay = (validTo: Date, months: number | undefined): IsoDate | undefined =>
  months === undefined ? undefined : addMonths(shanghaiDate(validTo), months);
