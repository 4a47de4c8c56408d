'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { voucherRefusals } from './messages';

export const freezeVoucherAction = action({
  permission: 'voucher.freeze',
  once: 'freezeVoucher',
  input: inputs.freezeInput,
  run: commands.freezeVoucher,
  refusals: voucherRefusals,
  next: ({ id }) => paths.city.voucher(id, { done: 'frozen' }),
});

export const unfreezeVoucherAction = action({
  permission: 'voucher.freeze',
  once: 'unfreezeVoucher',
  input: inputs.unfreezeInput,
  run: commands.unfreezeVoucher,
  refusals: voucherRefusals,
  next: ({ id }) => paths.city.voucher(id, { done: 'unfrozen' }),
});
