'use server';

import { z } from 'zod';
import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import { redrawFrame } from '@/server/session';
import * as acting from './acting-commands';
import * as commands from './commands';
import * as inputs from './input';
import { mandateFieldErrors, mandateRefusals } from './messages';

export const proposeMandateAction = action({
  permission: 'mandate.propose',
  input: inputs.proposeMandateInput,
  run: commands.proposeMandate,
  refusals: mandateRefusals,
  fieldErrors: mandateFieldErrors,
  constraints: { mandates_one_open: 'mandate_open' },
  next: () => paths.city.mandates({ done: 'proposed' }),
});

export const confirmMandateAction = action({
  permission: 'mandate.confirm',
  input: inputs.mandateInput,
  run: commands.confirmMandate,
  refusals: mandateRefusals,
  constraints: { mandates_four_eyes: 'same_person' },
  next: ({ id }) => paths.city.mandate(id, { done: 'confirmed' }),
});

export const declineMandateAction = action({
  permission: 'mandate.confirm',
  input: inputs.declineMandateInput,
  run: commands.declineMandate,
  refusals: mandateRefusals,
  constraints: { mandates_four_eyes: 'same_person' },
  next: () => paths.city.mandates({ done: 'declined' }),
});

export const endMandateAction = action({
  permission: 'mandate.end',
  input: inputs.endMandateInput,
  run: commands.endMandate,
  refusals: mandateRefusals,
  next: ({ id }) => paths.city.mandate(id, { done: 'ended' }),
});

export const enterMandateAction = action({
  permission: 'mandate.enter',
  input: inputs.mandateInput,
  run: acting.enterMandate,
  refusals: mandateRefusals,
  after: redrawFrame,
  next: () => paths.city.home(),
});

export const leaveMandateAction = action({
  permission: 'mandate.leave',
  input: z.object({}),
  run: acting.leaveMandate,
  refusals: mandateRefusals,
  after: redrawFrame,
  next: () => paths.operator.home(),
});
