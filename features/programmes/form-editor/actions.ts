'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as forms from './commands';
import * as inputs from './input';
import { formEditorErrors, formEditorRefusals } from './messages';

const formPath = ({ programmeId, section, question, stay, done }: forms.SavedForm): string => {
  if (!stay) return `${paths.city.form(programmeId, { done })}#s-${section}`;
  return question === undefined
    ? paths.city.formSection(programmeId, section, { done })
    : paths.city.question(programmeId, question, { done });
};

export const saveFormSectionAction = action({
  permission: 'programme.manage',
  input: inputs.formSectionInput,
  run: forms.saveFormSection,
  refusals: formEditorRefusals,
  fieldErrors: formEditorErrors,
  next: formPath,
});

export const saveQuestionAction = action({
  permission: 'programme.manage',
  input: inputs.questionInput,
  run: forms.saveQuestion,
  refusals: formEditorRefusals,
  fieldErrors: formEditorErrors,
  next: formPath,
});

export const changeFormAction = action({
  permission: 'programme.manage',
  input: inputs.changeFormInput,
  run: forms.changeForm,
  refusals: formEditorRefusals,
  next: formPath,
});
