'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { objectionFieldErrors, objectionMessages, objectionRefusals } from './messages';

export const fileObjectionAction = action({
  permission: 'objection.file',
  once: 'fileObjection',
  input: inputs.objectionInput,
  run: commands.fileObjection,
  refusals: objectionRefusals,
  fieldErrors: objectionFieldErrors,
  success: (locale, { reference }) => objectionMessages(locale).received({ reference }),
});

export const dismissObjectionAction = action({
  permission: 'objection.resolve',
  once: 'dismissObjection',
  input: inputs.resolveObjectionInput,
  run: commands.dismissObjection,
  refusals: objectionRefusals,
  next: ({ id }) => paths.city.objection(id, { done: 'dismissed' }),
});

export const upholdObjectionAction = action({
  permission: 'objection.resolve',
  once: 'upholdObjection',
  input: inputs.resolveObjectionInput,
  run: commands.upholdObjection,
  refusals: objectionRefusals,
  next: ({ id }) => paths.city.objection(id, { done: 'upheld' }),
});
