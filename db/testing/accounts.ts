import { demoAccounts } from '@/features/demo/accounts';
import { roles, type Role } from '@/lib/roles';

/** One demonstration account for each role, all of them in Qingyang or at its start-up and vendor. */
export const accounts = Object.fromEntries(
  roles.map((role) => [role, demoAccounts.find((account) => account.role === role)?.email]),
) as Record<Role, string>;
