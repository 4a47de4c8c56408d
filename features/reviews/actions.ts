'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import type { Passed } from './funds-commands';
import * as inputs from './input';
import { reviewFieldErrors, reviewRefusals } from './messages';
import * as stages from './stage-commands';

export const takeCaseAction = action({
  permission: 'case.take',
  input: inputs.caseInput,
  run: commands.takeCase,
  refusals: reviewRefusals,
  next: ({ id }) => paths.city.case(id, { done: 'taken' }),
});

export const assignCasesAction = action({
  permission: 'case.assign',
  input: inputs.assignCasesInput,
  run: commands.assignCases,
  refusals: reviewRefusals,
  fieldErrors: reviewFieldErrors,
  next: ({ ids }) =>
    ids.length === 1
      ? paths.city.case(ids.join(''), { done: 'assigned' })
      : paths.city.cases({ done: 'assigned' }),
});

export const requestCorrectionAction = action({
  permission: 'case.review',
  once: 'requestCorrection',
  input: inputs.correctionInput,
  run: commands.requestCorrection,
  refusals: reviewRefusals,
  fieldErrors: reviewFieldErrors,
  constraints: { corrections_once: 'correction_spent' },
  next: ({ id }) => paths.city.case(id, { done: 'returned' }),
});

/** What is said of a passed case that waits, by what it waits for. */
const passedTo = { funds: 'queued', share: 'awaits_share' } as const;

/** Returns what is said of a case that was passed. */
const saidOf = ({ waits, approved }: Passed) =>
  waits ? passedTo[waits] : approved ? 'approved_at_once' : 'passed';

export const recommendCaseAction = action({
  permission: 'case.review',
  once: 'recommendCase',
  input: inputs.recommendInput,
  run: commands.recommendCase,
  refusals: reviewRefusals,
  next: ({ alone, ...passed }) => {
    const said = alone ? saidOf(passed) : 'recommended';
    return paths.city.case(passed.id, { done: said === 'passed' ? 'passed_alone' : said });
  },
});

export const finishStageAction = action({
  permission: 'case.review',
  once: 'finishStage',
  input: inputs.finishStageInput,
  run: stages.finishStage,
  refusals: reviewRefusals,
  next: ({ id }) => paths.city.case(id, { done: 'stage_finished' }),
});

export const refuseFirstAction = action({
  permission: 'case.refuse',
  once: 'refuseFirst',
  input: inputs.refuseInput,
  run: commands.refuseFirst,
  refusals: reviewRefusals,
  next: ({ id }) => paths.city.case(id, { done: 'refused' }),
});

export const passFinalAction = action({
  permission: 'case.decide',
  once: 'passFinal',
  input: inputs.recommendInput,
  run: commands.passFinal,
  refusals: reviewRefusals,
  constraints: {
    reviews_one_per_person: 'same_person',
    applications_four_eyes: 'same_person',
  },
  next: (passed) => paths.city.case(passed.id, { done: saidOf(passed) }),
});

export const refuseFinalAction = action({
  permission: 'case.decide',
  once: 'refuseFinal',
  input: inputs.refuseInput,
  run: commands.refuseFinal,
  refusals: reviewRefusals,
  constraints: {
    reviews_one_per_person: 'same_person',
    applications_four_eyes: 'same_person',
  },
  next: ({ id }) => paths.city.case(id, { done: 'refused' }),
});
