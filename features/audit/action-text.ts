import type { Locale } from '@/lib/locale';
import { findText } from '@/lib/messages';
import { auditActions } from './messages';

/** Returns the text of an action. An unknown action is shown by its name. */
export const actionText = (locale: Locale, action: string): string =>
  findText(auditActions(locale), action) ?? action;
