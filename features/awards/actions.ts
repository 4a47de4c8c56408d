'use server';

import { paths } from '@/lib/paths';
import { tableFileErrors } from '@/features/tables/messages';
import { action } from '@/server/action';
import * as corrections from './correction-commands';
import * as decisions from './decision-commands';
import * as imports from './import-commands';
import * as inputs from './input';
import * as invitations from './invitation-commands';
import { awardRefusals } from './messages';
import { awardFieldErrors } from './problem-texts';
import * as releases from './release-commands';
import * as rows from './row-commands';

export const uploadImportAction = action({
  permission: 'award.import',
  once: 'uploadImport',
  input: inputs.uploadImportInput,
  run: imports.uploadImport,
  refusals: awardRefusals,
  fieldErrors: tableFileErrors,
  constraints: { award_imports_same_file: 'same_file' },
  next: ({ id, known }) =>
    known ? paths.city.awardList(id, { done: 'same_file' }) : paths.city.awardMapping(id),
});

export const mapImportAction = action({
  permission: 'award.import',
  input: inputs.mapImportInput,
  run: imports.mapImport,
  refusals: awardRefusals,
  fieldErrors: awardFieldErrors,
  next: ({ id }) => paths.city.awardList(id, { done: 'checked' }),
});

export const checkImportAction = action({
  permission: 'award.import',
  input: inputs.importInput,
  run: imports.checkImport,
  refusals: awardRefusals,
  next: ({ id }) => paths.city.awardList(id, { done: 'checked' }),
});

export const uploadCorrectionsAction = action({
  permission: 'award.import',
  once: 'uploadCorrections',
  input: inputs.correctionsInput,
  run: corrections.uploadCorrections,
  refusals: awardRefusals,
  fieldErrors: tableFileErrors,
  next: ({ id }) => paths.city.awardList(id, { done: 'corrected' }),
});

export const discardImportAction = action({
  permission: 'award.import',
  once: 'discardImport',
  input: inputs.importReasonInput,
  run: imports.discardImport,
  refusals: awardRefusals,
  next: () => paths.city.awards({ done: 'discarded' }),
});

export const correctRowAction = action({
  permission: 'award.import',
  input: inputs.correctRowInput,
  run: rows.correctRow,
  refusals: awardRefusals,
  fieldErrors: awardFieldErrors,
  next: ({ importId }) =>
    paths.city.awardList(importId, { state: 'problem', done: 'row_corrected' }),
});

export const setAsideRowAction = action({
  permission: 'award.import',
  input: inputs.setAsideRowInput,
  run: rows.setAsideRow,
  refusals: awardRefusals,
  next: ({ importId }) => paths.city.awardList(importId, { state: 'problem', done: 'set_aside' }),
});

export const setAsideProblemAction = action({
  permission: 'award.import',
  input: inputs.setAsideProblemInput,
  run: rows.setAsideProblem,
  refusals: awardRefusals,
  next: ({ importId }) => paths.city.awardList(importId, { done: 'set_aside' }),
});

export const takeBackRowAction = action({
  permission: 'award.import',
  input: inputs.rowInput,
  run: rows.takeBackRow,
  refusals: awardRefusals,
  next: ({ importId }) => paths.city.awardList(importId, { done: 'taken_back' }),
});

export const proposeImportAction = action({
  permission: 'award.propose',
  once: 'proposeImport',
  input: inputs.importInput,
  run: decisions.proposeImport,
  refusals: awardRefusals,
  constraints: { award_imports_one_proposed: 'another_proposed' },
  next: (_, { importId }) => paths.city.awardList(importId, { done: 'proposed' }),
});

export const releaseImportAction = action({
  permission: 'award.release',
  once: 'releaseImport',
  input: inputs.importInput,
  run: releases.releaseImport,
  refusals: awardRefusals,
  constraints: {
    award_imports_four_eyes: 'same_person',
    award_rows_issued_once: 'issued_before',
    entries_one_per_key: 'issued_before',
  },
  next: ({ part }, { importId }) =>
    paths.city.awardList(importId, { done: part ? 'part_released' : 'released' }),
});

export const declineImportAction = action({
  permission: 'award.release',
  once: 'declineImport',
  input: inputs.importReasonInput,
  run: decisions.declineImport,
  refusals: awardRefusals,
  constraints: { award_imports_four_eyes: 'same_person' },
  next: (_, { importId }) => paths.city.awardList(importId, { done: 'declined' }),
});

export const resendInvitationAction = action({
  permission: 'award.import',
  once: 'resendInvitation',
  input: inputs.resendInput,
  run: invitations.resendInvitation,
  refusals: awardRefusals,
  next: ({ importId }) => paths.city.awardList(importId, { done: 'invited' }),
});
