'use server';

import { paths } from '@/lib/paths';
import { action } from '@/server/action';
import { awardRefusals } from '@/features/awards/messages';
import * as commands from './commands';
import * as inputs from './input';
import * as lists from './list-commands';
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

export const publishListAction = action({
  permission: 'award.release',
  once: 'publishList',
  input: inputs.publishListInput,
  run: lists.publishList,
  refusals: awardRefusals,
  constraints: {
    award_imports_published_four_eyes: 'same_person',
    award_rows_issued_once: 'issued_before',
    notices_one_of_list: 'import_decided',
  },
  next: ({ importId }) => paths.city.awardList(importId, { done: 'publicised' }),
});

export const withdrawListAction = action({
  permission: 'award.release',
  once: 'withdrawList',
  input: inputs.withdrawListInput,
  run: lists.withdrawList,
  refusals: awardRefusals,
  constraints: { award_imports_four_eyes: 'same_person' },
  next: ({ importId }) => paths.city.awardList(importId, { done: 'withdrawn' }),
});

export const takeOffListedAction = action({
  permission: 'award.release',
  once: 'takeOffListed',
  input: inputs.takeOffInput,
  run: lists.takeOffListed,
  refusals: awardRefusals,
  next: ({ importId }) => paths.city.awardList(importId, { done: 'taken_off' }),
});
