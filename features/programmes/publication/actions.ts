'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import { programmeRefusals } from '../editor/messages';
import * as inputs from '../input';
import * as publication from './commands';

export const publishVersionAction = action({
  permission: 'programme.publish',
  once: 'publishVersion',
  input: inputs.versionInput,
  run: publication.publishVersion,
  refusals: programmeRefusals,
  constraints: {
    programme_versions_four_eyes: 'same_person',
    programme_versions_proposer: 'same_person',
  },
  next: ({ id }) => paths.city.programme(id, { done: 'published' }),
});

export const suspendProgrammeAction = action({
  permission: 'programme.publish',
  once: 'suspendProgramme',
  input: inputs.programmeReasonInput,
  run: publication.suspendProgramme,
  refusals: programmeRefusals,
  next: ({ id }) => paths.city.programme(id, { done: 'suspended' }),
});

export const resumeProgrammeAction = action({
  permission: 'programme.publish',
  once: 'resumeProgramme',
  input: inputs.programmeInput,
  run: publication.resumeProgramme,
  refusals: programmeRefusals,
  next: ({ id }) => paths.city.programme(id, { done: 'resumed' }),
});

export const closeProgrammeAction = action({
  permission: 'programme.publish',
  once: 'closeProgramme',
  input: inputs.programmeReasonInput,
  run: publication.closeProgramme,
  refusals: programmeRefusals,
  next: ({ id }) => paths.city.programme(id, { done: 'closed' }),
});
