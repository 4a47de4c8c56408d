import type { Locale } from '@/lib/locale';
import { roleNames } from '@/lib/role-messages';
import { roles } from '@/lib/roles';
import { auditMessages } from './messages';
import type { Agency, AuditEvent } from './queries';

const namesOf = (locale: Locale, { name, nameEn, bureauZh, bureauEn }: Agency) =>
  locale === 'en'
    ? { agency: nameEn ?? name, bureau: bureauEn }
    : { agency: name, bureau: bureauZh };

/** Returns an agency and the bureau for which it acted, for whoever is not told the person. */
export const agencyText = (locale: Locale, agency: Agency): string =>
  auditMessages(locale).agencyFor(namesOf(locale, agency));

/** Returns a name with the agency of the person and the bureau for which they acted, where they acted under a mandate. */
export const actingText = (locale: Locale, name: string, agency: Agency | null): string =>
  agency ? auditMessages(locale).forCity({ name, ...namesOf(locale, agency) }) : name;

/** Returns who did it, and in which role. */
export function actorText(
  locale: Locale,
  event: Pick<AuditEvent, 'actorName' | 'actorRole' | 'agency'>,
): { name: string; role: string } {
  const t = auditMessages(locale);
  const role = roles.find((known) => known === event.actorRole);
  if (event.actorRole === 'system') return { name: t.portal, role: '' };
  return {
    name: event.actorName ? actingText(locale, event.actorName, event.agency) : t.publicPerson,
    role: role ? roleNames(locale)[role] : '',
  };
}
