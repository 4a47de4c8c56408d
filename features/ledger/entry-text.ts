import type { Locale } from '@/lib/locale';
import { findText } from '@/lib/messages';
import { ledgerMessages, ledgerPlaces } from './messages';

/** Returns the name of a place that money moves from or to. An unknown place is shown by its name. */
export const placeText = (locale: Locale, place: string): string =>
  findText(ledgerPlaces(locale), place) ?? place;

/** Returns who posted an entry: a person by name, or the portal by itself. */
export function byText(
  locale: Locale,
  { by, actorId }: { by: string | null; actorId: string | null },
): string {
  const t = ledgerMessages(locale);
  return by ?? (actorId === null ? t.portal : t.someone);
}
