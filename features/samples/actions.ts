'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { sampleRefusals } from './messages';

export const takeSampleAction = action({
  permission: 'sample.draw',
  input: inputs.drawSampleInput,
  run: commands.takeSample,
  refusals: sampleRefusals,
  next: ({ id }) => paths.city.sample(id, { done: 'drawn' }),
});

export const confirmDecisionAction = action({
  permission: 'sample.check',
  input: inputs.confirmDecisionInput,
  run: commands.confirmDecision,
  refusals: sampleRefusals,
  constraints: { sample_lines_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.sample(id, { done: 'checked' }),
});

export const reportFindingAction = action({
  permission: 'sample.check',
  input: inputs.reportFindingInput,
  run: commands.reportFinding,
  refusals: sampleRefusals,
  constraints: { sample_lines_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.sample(id, { done: 'checked' }),
});
