import type { Locale } from '@/lib/locale';
import { roleNames } from '@/lib/role-messages';
import { roles } from '@/lib/roles';
import { auditMessages } from './messages';
import type { AuditEvent } from './queries';

/** Returns who did it, and in which role. */
export function actorText(
  locale: Locale,
  event: Pick<AuditEvent, 'actorName' | 'actorRole'>,
): { name: string; role: string } {
  const t = auditMessages(locale);
  const role = roles.find((known) => known === event.actorRole);
  if (event.actorRole === 'system') return { name: t.portal, role: '' };
  return {
    name: event.actorName || t.publicPerson,
    role: role ? roleNames(locale)[role] : '',
  };
}
