'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { issueRefusals } from './messages';

export const proposeIssueAction = action({
  permission: 'issue.propose',
  once: 'proposeIssue',
  input: inputs.proposeIssueInput,
  run: commands.proposeIssue,
  refusals: issueRefusals,
  constraints: { issue_proposals_one_open: 'issue_proposed' },
  next: () => paths.city.issues({ done: 'proposed' }),
});

export const releaseIssueAction = action({
  permission: 'issue.release',
  once: 'releaseIssue',
  input: inputs.releaseIssueInput,
  run: commands.releaseIssue,
  refusals: issueRefusals,
  constraints: { issue_proposals_four_eyes: 'same_person' },
  next: () => paths.city.issues({ done: 'issued' }),
});

export const declineIssueAction = action({
  permission: 'issue.release',
  once: 'declineIssue',
  input: inputs.declineIssueInput,
  run: commands.declineIssue,
  refusals: issueRefusals,
  constraints: { issue_proposals_four_eyes: 'same_person' },
  next: () => paths.city.issues({ done: 'declined' }),
});
