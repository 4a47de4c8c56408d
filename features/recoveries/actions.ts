'use server';

import { redemptionFieldErrors } from '@/features/redemptions/messages';
import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as credits from './credit-commands';
import * as inputs from './input';
import { recoveryRefusals } from './messages';
import { recordRedInvoice } from './red-invoice-commands';

export const proposeRecoveryAction = action({
  permission: 'recovery.propose',
  once: 'proposeRecovery',
  input: inputs.proposeRecoveryInput,
  run: commands.proposeRecovery,
  refusals: recoveryRefusals,
  constraints: { recoveries_one_open: 'recovery_waiting' },
  next: ({ id }) => paths.city.recovery(id, { done: 'proposed' }),
});

export const recordRedInvoiceAction = action({
  permission: 'redemption.verify',
  once: 'recordRedInvoice',
  input: inputs.recordRedInvoiceInput,
  run: recordRedInvoice,
  refusals: recoveryRefusals,
  fieldErrors: redemptionFieldErrors,
  constraints: { recoveries_one_open: 'recovery_waiting' },
  next: ({ id }) => paths.city.redemption(id, { done: 'red_invoice' }),
});

export const releaseRecoveryAction = action({
  permission: 'recovery.release',
  once: 'releaseRecovery',
  input: inputs.recoveryInput,
  run: commands.releaseRecovery,
  refusals: recoveryRefusals,
  constraints: { recoveries_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.recovery(id, { done: 'released' }),
});

export const declineRecoveryAction = action({
  permission: 'recovery.release',
  once: 'declineRecovery',
  input: inputs.declineRecoveryInput,
  run: commands.declineRecovery,
  refusals: recoveryRefusals,
  constraints: { recoveries_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.recovery(id, { done: 'declined' }),
});

export const enterRepaymentAction = action({
  permission: 'recovery.credit',
  once: 'enterRepayment',
  input: inputs.enterRepaymentInput,
  run: credits.enterRepayment,
  refusals: recoveryRefusals,
  constraints: { recovery_credits_bank_once: 'bank_taken' },
  next: ({ id }) => paths.city.recovery(id, { done: 'entered' }),
});

export const proposeWriteOffAction = action({
  permission: 'recovery.credit',
  once: 'proposeWriteOff',
  input: inputs.proposeWriteOffInput,
  run: credits.proposeWriteOff,
  refusals: recoveryRefusals,
  next: ({ id }) => paths.city.recovery(id, { done: 'entered' }),
});

export const proposeWaiverAction = action({
  permission: 'recovery.credit',
  once: 'proposeWaiver',
  input: inputs.proposeWaiverInput,
  run: credits.proposeWaiver,
  refusals: recoveryRefusals,
  next: ({ id }) => paths.city.recovery(id, { done: 'entered' }),
});

export const releaseCreditAction = action({
  permission: 'recovery.release',
  once: 'releaseCredit',
  input: inputs.creditInput,
  run: credits.releaseCredit,
  refusals: recoveryRefusals,
  constraints: { recovery_credits_four_eyes: 'credit_own' },
  next: ({ id }) => paths.city.recovery(id, { done: 'credited' }),
});

export const declineCreditAction = action({
  permission: 'recovery.release',
  once: 'declineCredit',
  input: inputs.declineCreditInput,
  run: credits.declineCredit,
  refusals: recoveryRefusals,
  constraints: { recovery_credits_four_eyes: 'credit_own' },
  next: ({ id }) => paths.city.recovery(id, { done: 'credit_declined' }),
});
