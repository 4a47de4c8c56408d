'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as bills from './bill-commands';
import * as inputs from './input';
import { funderRefusals } from './messages';
import * as receipts from './receipt-commands';

export const issueBillAction = action({
  permission: 'funder.bill',
  once: 'issueBill',
  input: inputs.issueBillInput,
  run: bills.issueBill,
  refusals: funderRefusals,
  constraints: { funder_bill_lines_once: 'bill_overtaken' },
  next: ({ id }) => paths.city.funderBill(id, { done: 'issued' }),
});

export const withdrawBillAction = action({
  permission: 'funder.bill',
  once: 'withdrawBill',
  input: inputs.withdrawBillInput,
  run: bills.withdrawBill,
  refusals: funderRefusals,
  next: ({ id }) => paths.city.funderBill(id, { done: 'withdrawn' }),
});

export const enterReceiptAction = action({
  permission: 'funder.receive',
  once: 'enterReceipt',
  input: inputs.enterReceiptInput,
  run: receipts.enterReceipt,
  refusals: funderRefusals,
  constraints: { funder_receipts_bank_once: 'bank_taken' },
  next: ({ id }) => paths.city.funderBill(id, { done: 'entered' }),
});

export const confirmReceiptAction = action({
  permission: 'funder.confirm',
  once: 'confirmReceipt',
  input: inputs.receiptInput,
  run: receipts.confirmReceipt,
  refusals: funderRefusals,
  constraints: { funder_receipts_four_eyes: 'receipt_own' },
  next: ({ id }) => paths.city.funderBill(id, { done: 'confirmed' }),
});

export const declineReceiptAction = action({
  permission: 'funder.confirm',
  once: 'declineReceipt',
  input: inputs.declineReceiptInput,
  run: receipts.declineReceipt,
  refusals: funderRefusals,
  constraints: { funder_receipts_four_eyes: 'receipt_own' },
  next: ({ id }) => paths.city.funderBill(id, { done: 'declined' }),
});
