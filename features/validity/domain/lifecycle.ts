import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * A change of an issued voucher: it is revoked (撤销) or gets more time (延期). Proposed by one person, released or sent back by
 * another; until then its proposer can take it back.
 */
export const voucherChangeLifecycle = lifecycle({
  name: 'voucherChange',
  initial: 'proposed',
  states: ['proposed', 'released', 'declined', 'taken_back'],
  transitions: {
    release: { from: ['proposed'], to: 'released', by: ['finance'] },
    decline: { from: ['proposed'], to: 'declined', by: ['finance'] },
    takeBack: { from: ['proposed'], to: 'taken_back', by: ['manager', 'finance'] },
  },
});

export type VoucherChangeState = StateOf<typeof voucherChangeLifecycle>;

export const changeKinds = ['revocation', 'extension'] as const;
export type ChangeKind = (typeof changeKinds)[number];
