'use server';

import { parameterLabel } from '@/features/rules/parameter-texts';
import { sectionIds } from '@/features/rules/domain/parameter-table';
import { formatDateTime } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as inputs from '../input';
import * as editor from './commands';
import { contradictionTexts, editorFieldErrors } from './contradiction-messages';
import { editorMessages, newProgrammeErrors, programmeRefusals } from './messages';
import * as versions from './version-commands';

const fieldErrors = (locale: Locale) => ({
  ...contradictionTexts(locale),
  ...editorFieldErrors(locale),
});
function afterSave({ programmeId, section, revision, row, onward }: editor.SavedDraft): string {
  const rows = String(revision);
  if (row !== undefined) return `${paths.city.rules(programmeId, section, { rows })}#row-${row}`;
  const ready = paths.city.ready(programmeId);
  if (onward === 'ready') return ready;
  const next = onward === 'next' ? sectionIds[sectionIds.indexOf(section) + 1] : section;
  return next ? paths.city.rules(programmeId, next, { done: 'saved', rows }) : ready;
}

export const createProgrammeAction = action({
  permission: 'programme.manage',
  once: 'createProgramme',
  input: inputs.newProgrammeInput,
  run: versions.createProgramme,
  refusals: programmeRefusals,
  fieldErrors: newProgrammeErrors,
  constraints: { programmes_slug_unique: 'slug_taken' },
  next: ({ id }) => paths.city.rules(id, 'about', { done: 'created' }),
});

export const createVersionAction = action({
  permission: 'programme.manage',
  once: 'createVersion',
  input: inputs.programmeInput,
  run: versions.createVersion,
  refusals: programmeRefusals,
  constraints: { programme_versions_one_open: 'draft_exists' },
  next: ({ id }) => paths.city.programme(id, { done: 'created' }),
});

export const saveDraftAction = action({
  permission: 'programme.manage',
  input: inputs.saveDraftInput,
  run: editor.saveDraft,
  refusals: programmeRefusals,
  fieldErrors,
  next: afterSave,
});

export const autosaveDraftAction = action({
  permission: 'programme.manage',
  input: inputs.saveDraftInput,
  run: editor.autosaveDraft,
  refusals: programmeRefusals,
  fieldErrors,
  data: (locale, saved) => {
    const t = editorMessages(locale);
    const time = formatDateTime(saved.at, locale);
    const labels = saved.unsaved.map((field) => parameterLabel(locale, field)).join(t.separator);
    return {
      revision: String(saved.revision),
      base: JSON.stringify(saved.base),
      status: labels ? t.savedBut({ time, labels }) : t.savedAt({ time }),
    };
  },
});

export const proposeVersionAction = action({
  permission: 'programme.manage',
  once: 'proposeVersion',
  input: inputs.versionInput,
  run: versions.proposeVersion,
  refusals: programmeRefusals,
  next: ({ id }) => paths.city.programme(id, { done: 'proposed' }),
});

export const discardVersionAction = action({
  permission: 'programme.manage',
  once: 'discardVersion',
  input: inputs.versionInput,
  run: versions.discardVersion,
  refusals: programmeRefusals,
  next: ({ id }) => paths.city.programme(id, { done: 'discarded' }),
});

export const returnVersionAction = action({
  permission: 'programme.publish',
  once: 'returnVersion',
  input: inputs.returnInput,
  run: versions.returnVersion,
  refusals: programmeRefusals,
  next: ({ id }) => paths.city.programme(id, { done: 'returned' }),
});
