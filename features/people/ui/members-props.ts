import type { Locale } from '@/lib/locale';
import type { Role } from '@/lib/roles';
import type { Colleague, PendingInvitation } from '../queries';

export type MembersProps = {
  locale: Locale;
  role: Role;
  /** The path of this page, and the colleague whose form is open. */
  path: string;
  edit: string | undefined;
  colleagues: readonly Colleague[];
  invitations: readonly PendingInvitation[];
};
