'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import * as commands from './commands';
import * as inputs from './input';
import { noticeFieldErrors, noticeRefusals } from './messages';

export const publishNoticeAction = action({
  permission: 'notice.publish',
  once: 'publishNotice',
  input: inputs.publishNoticeInput,
  run: commands.publishNotice,
  refusals: noticeRefusals,
  fieldErrors: noticeFieldErrors,
  next: ({ id }) => paths.notice(id),
});
