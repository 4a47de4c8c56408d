'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { validityRefusals } from './messages';
import { declineChange, releaseChange } from './release-commands';

export const proposeRevocationAction = action({
  permission: 'validity.propose',
  once: 'proposeRevocation',
  input: inputs.proposeRevocationInput,
  run: commands.proposeRevocation,
  refusals: validityRefusals,
  constraints: { voucher_changes_one_open: 'change_waiting' },
  next: ({ id }) => paths.city.voucherChange(id, { done: 'proposed' }),
});

export const proposeExtensionAction = action({
  permission: 'validity.propose',
  once: 'proposeExtension',
  input: inputs.proposeExtensionInput,
  run: commands.proposeExtension,
  refusals: validityRefusals,
  constraints: { voucher_changes_one_open: 'change_waiting' },
  next: ({ id }) => paths.city.voucherChange(id, { done: 'proposed' }),
});

export const releaseChangeAction = action({
  permission: 'validity.release',
  once: 'releaseChange',
  input: inputs.changeInput,
  run: releaseChange,
  refusals: validityRefusals,
  constraints: {
    voucher_changes_four_eyes: 'same_person',
    voucher_changes_extended_once: 'extended_already',
  },
  next: ({ id }) => paths.city.voucherChange(id, { done: 'released' }),
});

export const declineChangeAction = action({
  permission: 'validity.release',
  once: 'declineChange',
  input: inputs.declineChangeInput,
  run: declineChange,
  refusals: validityRefusals,
  constraints: { voucher_changes_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.voucherChange(id, { done: 'declined' }),
});

export const takeBackChangeAction = action({
  permission: 'validity.propose',
  once: 'takeBackChange',
  input: inputs.changeInput,
  run: commands.takeBackChange,
  refusals: validityRefusals,
  next: ({ id }) => paths.city.voucherChange(id, { done: 'taken_back' }),
});
