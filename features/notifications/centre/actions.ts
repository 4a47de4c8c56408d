'use server';

import { z } from 'zod';
import { action } from '@/server/action';
import { redrawFrame } from '@/server/session';
import * as commands from './commands';
import { centreMessages, centreRefusals } from './messages';
import * as inputs from './input';

const nothing = z.object({});

export const readNotificationAction = action({
  permission: 'account.edit',
  input: inputs.notificationInput,
  run: commands.readNotification,
  refusals: centreRefusals,
});

export const readAllNotificationsAction = action({
  permission: 'account.edit',
  input: nothing,
  run: commands.readAllNotifications,
  refusals: centreRefusals,
});

export const openNotificationAction = action({
  permission: 'membership.switch',
  input: inputs.notificationInput,
  run: commands.openNotification,
  refusals: centreRefusals,
  after: redrawFrame,
  next: ({ path }) => path,
});

export const saveWishesAction = action({
  permission: 'account.edit',
  input: inputs.wishesInput,
  run: commands.saveWishes,
  refusals: centreRefusals,
  success: (locale) => centreMessages(locale).saved,
});
