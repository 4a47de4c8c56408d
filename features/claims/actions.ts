'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as decisions from './decision-commands';
import * as drafts from './draft-commands';
import * as inputs from './input';
import { claimFieldErrors, claimRefusals } from './messages';
import * as submissions from './submit-commands';

export const startClaimAction = action({
  permission: 'claim.draft',
  once: 'startClaim',
  input: inputs.startClaimInput,
  run: drafts.startClaim,
  refusals: claimRefusals,
  next: ({ id }) => paths.startup.claim(id),
});

export const addCostAction = action({
  permission: 'claim.draft',
  once: 'addCost',
  input: inputs.addCostInput,
  run: drafts.addCost,
  refusals: claimRefusals,
  fieldErrors: claimFieldErrors,
  constraints: { claim_costs_invoice_in_claim: 'invoice_in_claim' },
  next: ({ id }) => paths.startup.claim(id, { done: 'costAdded' }),
});

export const removeCostAction = action({
  permission: 'claim.draft',
  input: inputs.removeCostInput,
  run: drafts.removeCost,
  refusals: claimRefusals,
  next: ({ id }) => paths.startup.claim(id, { done: 'costRemoved' }),
});

export const attachToClaimAction = action({
  permission: 'claim.draft',
  once: 'attachToClaim',
  input: inputs.attachInput,
  run: drafts.attachToClaim,
  refusals: claimRefusals,
  next: ({ id }) => paths.startup.claim(id, { done: 'fileAdded' }),
});

export const removeFromClaimAction = action({
  permission: 'claim.draft',
  input: inputs.removeFileInput,
  run: drafts.removeFromClaim,
  refusals: claimRefusals,
  next: ({ id }) => paths.startup.claim(id, { done: 'fileRemoved' }),
});

export const submitClaimAction = action({
  permission: 'claim.submit',
  once: 'submitClaim',
  input: inputs.submitClaimInput,
  run: submissions.submitClaim,
  refusals: claimRefusals,
  constraints: { invoice_uses_once: 'invoice_taken' },
  next: ({ id }) => paths.startup.claim(id, { done: 'submitted' }),
});

export const withdrawClaimAction = action({
  permission: 'claim.submit',
  once: 'withdrawClaim',
  input: inputs.claimInput,
  run: submissions.withdrawClaim,
  refusals: claimRefusals,
  next: ({ voucherId }) => paths.startup.voucher(voucherId, { done: 'claimWithdrawn' }),
});

export const sendBackClaimAction = action({
  permission: 'claim.verify',
  once: 'sendBackClaim',
  input: inputs.sendBackInput,
  run: decisions.sendBackClaim,
  refusals: claimRefusals,
  next: ({ id }) => paths.city.claim(id, { done: 'returned' }),
});

export const verifyClaimAction = action({
  permission: 'claim.verify',
  once: 'verifyClaim',
  input: inputs.verifyInput,
  run: decisions.verifyClaim,
  refusals: claimRefusals,
  next: ({ id }) => paths.city.claim(id, { done: 'verified' }),
});

export const refuseClaimAction = action({
  permission: 'claim.verify',
  once: 'refuseClaim',
  input: inputs.refuseInput,
  run: decisions.refuseClaim,
  refusals: claimRefusals,
  next: ({ id }) => paths.city.claim(id, { done: 'refused' }),
});
