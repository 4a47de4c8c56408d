'use server';

import { action } from '@/lib/server/action';
import * as commands from './commands';
import * as inputs from './input';
import * as issues from '@/features/issuing/commands';
import { voucherRefusals } from './messages';

export const proposeIssueAction = action({
  permission: 'issue.propose',
  once: 'proposeIssue',
  input: inputs.proposeIssueInput,
  run: issues.proposeIssue,
  refusals: voucherRefusals,
  constraints: { issue_proposals_one_open: 'issue_proposed' },
  next: () => '/city/issues?done=proposed',
});

export const releaseIssueAction = action({
  permission: 'issue.release',
  once: 'releaseIssue',
  input: inputs.releaseIssueInput,
  run: issues.releaseIssue,
  refusals: voucherRefusals,
  constraints: { issue_proposals_four_eyes: 'same_person' },
  next: () => '/city/issues?done=issued',
});

export const declineIssueAction = action({
  permission: 'issue.release',
  once: 'declineIssue',
  input: inputs.declineIssueInput,
  run: issues.declineIssue,
  refusals: voucherRefusals,
  constraints: { issue_proposals_four_eyes: 'same_person' },
  next: () => '/city/issues?done=declined',
});

export const freezeVoucherAction = action({
  permission: 'voucher.freeze',
  once: 'freezeVoucher',
  input: inputs.freezeInput,
  run: commands.freezeVoucher,
  refusals: voucherRefusals,
  next: ({ id }) => `/city/vouchers/${id}?done=frozen`,
});

export const unfreezeVoucherAction = action({
  permission: 'voucher.freeze',
  once: 'unfreezeVoucher',
  input: inputs.unfreezeInput,
  run: commands.unfreezeVoucher,
  refusals: voucherRefusals,
  next: ({ id }) => `/city/vouchers/${id}?done=unfrozen`,
});
