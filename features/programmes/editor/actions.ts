'use server';

import { parameterLabel } from '@/features/rules/parameter-messages';
import { sectionIds } from '@/features/rules/domain/parameter-table';
import { formatDateTime } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
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
const programmePath = (id: string) => `/city/programmes/${id}`;

function afterSave({ programmeId, section, revision, row, onward }: editor.SavedDraft): string {
  const path = programmePath(programmeId);
  if (row !== undefined) return `${path}/edit/${section}?rows=${revision}#row-${row}`;
  if (onward === 'ready') return `${path}/ready`;
  const next = onward === 'next' ? sectionIds[sectionIds.indexOf(section) + 1] : section;
  return next ? `${path}/edit/${next}?done=saved&rows=${revision}` : `${path}/ready`;
}

export const createProgrammeAction = action({
  permission: 'programme.manage',
  once: 'createProgramme',
  input: inputs.newProgrammeInput,
  run: versions.createProgramme,
  refusals: programmeRefusals,
  fieldErrors: newProgrammeErrors,
  constraints: { programmes_slug_unique: 'slug_taken' },
  next: ({ id }) => `${programmePath(id)}/edit/about?done=created`,
});

export const createVersionAction = action({
  permission: 'programme.manage',
  once: 'createVersion',
  input: inputs.programmeInput,
  run: versions.createVersion,
  refusals: programmeRefusals,
  constraints: { programme_versions_one_open: 'draft_exists' },
  next: ({ id }) => `${programmePath(id)}?done=created`,
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
  next: ({ id }) => `${programmePath(id)}?done=proposed`,
});

export const discardVersionAction = action({
  permission: 'programme.manage',
  once: 'discardVersion',
  input: inputs.versionInput,
  run: versions.discardVersion,
  refusals: programmeRefusals,
  next: ({ id }) => `${programmePath(id)}?done=discarded`,
});

export const returnVersionAction = action({
  permission: 'programme.publish',
  once: 'returnVersion',
  input: inputs.returnInput,
  run: versions.returnVersion,
  refusals: programmeRefusals,
  next: ({ id }) => `${programmePath(id)}?done=returned`,
});
