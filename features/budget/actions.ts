'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { budgetRefusals } from './messages';

export const proposeBudgetChangeAction = action({
  permission: 'budget.propose',
  once: 'proposeBudgetChange',
  input: inputs.proposeChangeInput,
  run: commands.proposeBudgetChange,
  refusals: budgetRefusals,
  constraints: { budget_changes_one_open: 'change_open' },
  next: ({ programmeId }) => paths.city.budget(programmeId, { done: 'proposed' }),
});

export const releaseBudgetChangeAction = action({
  permission: 'budget.release',
  once: 'releaseBudgetChange',
  input: inputs.releaseChangeInput,
  run: commands.releaseBudgetChange,
  refusals: budgetRefusals,
  constraints: { budget_changes_four_eyes: 'same_person' },
  next: ({ programmeId }) => paths.city.budget(programmeId, { done: 'released' }),
});

export const declineBudgetChangeAction = action({
  permission: 'budget.release',
  once: 'declineBudgetChange',
  input: inputs.declineChangeInput,
  run: commands.declineBudgetChange,
  refusals: budgetRefusals,
  constraints: { budget_changes_four_eyes: 'same_person' },
  next: ({ programmeId }) => paths.city.budget(programmeId, { done: 'declined' }),
});
