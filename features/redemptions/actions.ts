'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as bulk from './bulk-commands';
import { bulkRefusals } from './bulk-messages';
import * as commands from './commands';
import * as decisions from './decision-commands';
import * as holds from './hold-commands';
import * as inputs from './input';
import { redemptionFieldErrors, redemptionRefusals } from './messages';

export const authoriseHoldAction = action({
  permission: 'hold.authorise',
  once: 'authoriseHold',
  input: inputs.authoriseHoldInput,
  run: holds.authoriseHold,
  refusals: redemptionRefusals,
  next: ({ voucherId }) => paths.startup.voucher(voucherId, { done: 'held' }),
});

export const releaseHoldAction = action({
  permission: 'hold.authorise',
  once: 'releaseHold',
  input: inputs.releaseHoldInput,
  run: holds.releaseHold,
  refusals: redemptionRefusals,
  next: ({ voucherId }) => paths.startup.voucher(voucherId, { done: 'released' }),
});

export const submitRedemptionAction = action({
  permission: 'redemption.submit',
  once: 'submitRedemption',
  input: inputs.submitRedemptionInput,
  run: commands.submitRedemption,
  refusals: redemptionRefusals,
  fieldErrors: redemptionFieldErrors,
  constraints: { redemptions_invoice_once: 'invoice_taken', invoice_uses_once: 'invoice_taken' },
  next: ({ id }) => paths.vendor.redemption(id, { done: 'submitted' }),
});

export const confirmRedemptionAction = action({
  permission: 'redemption.answer',
  once: 'confirmRedemption',
  input: inputs.answerRedemptionInput,
  run: decisions.confirmRedemption,
  refusals: redemptionRefusals,
  next: ({ id }) => paths.startup.redemption(id, { done: 'confirmed' }),
});

export const disputeRedemptionAction = action({
  permission: 'redemption.answer',
  once: 'disputeRedemption',
  input: inputs.disputeRedemptionInput,
  run: decisions.disputeRedemption,
  refusals: redemptionRefusals,
  next: ({ id }) => paths.startup.redemption(id, { done: 'disputed' }),
});

export const verifyRedemptionAction = action({
  permission: 'redemption.verify',
  once: 'verifyRedemption',
  input: inputs.answerRedemptionInput,
  run: decisions.verifyRedemption,
  refusals: redemptionRefusals,
  next: ({ id }) => paths.city.redemption(id, { done: 'verified' }),
});

export const verifyRedemptionsAction = action({
  permission: 'redemption.verify',
  once: 'verifyRedemptions',
  input: inputs.verifyRedemptionsInput,
  run: bulk.verifyRedemptions,
  refusals: (locale) => ({ ...redemptionRefusals(locale), ...bulkRefusals(locale) }),
  next: () => paths.city.redemptions({ state: 'confirmed', done: 'verified_together' }),
});

export const rejectRedemptionAction = action({
  permission: 'redemption.verify',
  once: 'rejectRedemption',
  input: inputs.rejectRedemptionInput,
  run: decisions.rejectRedemption,
  refusals: redemptionRefusals,
  next: ({ id }) => paths.city.redemption(id, { done: 'rejected' }),
});
