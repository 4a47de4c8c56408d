'use server';

import { runSweeps } from '@/features/jobs/sweeps';
import { action } from '@/server/action';
import { startSession } from '@/server/session';
import { advanceClock, advanceClockInput, demoSignInInput, signInAsDemo } from './commands';
import { demoRefusals } from './messages';

export const demoSignInAction = action({
  permission: 'demo.use',
  input: demoSignInInput,
  run: signInAsDemo,
  refusals: demoRefusals,
  after: ({ sid }) => startSession(sid),
  next: ({ home }) => home,
});

export const advanceClockAction = action({
  permission: 'demo.use',
  input: advanceClockInput,
  run: advanceClock,
  refusals: demoRefusals,
  // Runs what the worker would run within a minute, so that the user sees it at once.
  after: () => runSweeps(),
});
