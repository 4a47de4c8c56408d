import type { Locale } from '@/lib/locale';
import { auditActions } from './messages';

/** Returns the text of an action. An unknown action is shown by its name. */
export function actionText(locale: Locale, action: string): string {
  const texts: Readonly<Record<string, string>> = auditActions(locale);
  return texts[action] ?? action;
}
