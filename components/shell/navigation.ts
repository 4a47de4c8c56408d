import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Permission } from '@/lib/permissions';
import type { Role } from '@/lib/roles';
import { shellMessages } from './messages';

type Key = keyof ReturnType<typeof shellMessages>;
type Entry = { path: string; key: Key; needs: Permission };

const publicEntries: readonly Entry[] = [
  { path: paths.programmes(), key: 'programmes', needs: 'public.read' },
  { path: paths.compare(), key: 'compare', needs: 'public.read' },
  { path: paths.notices(), key: 'notices', needs: 'public.read' },
  { path: paths.awards(), key: 'awards', needs: 'public.read' },
  { path: paths.vendors(), key: 'vendors', needs: 'public.read' },
  { path: paths.verify(), key: 'verify', needs: 'public.read' },
];

/** Pages for work, in the order of a working day; each is shown to users who may open it. */
const workEntries: readonly Entry[] = [
  { path: paths.startup.home(), key: 'overview', needs: 'startup.read' },
  { path: paths.startup.applications(), key: 'applications', needs: 'startup.read' },
  { path: paths.startup.vouchers(), key: 'vouchers', needs: 'startup.read' },
  { path: paths.startup.statement(), key: 'statement', needs: 'startup.read' },
  { path: paths.startup.organisation(), key: 'organisation', needs: 'startup.read' },
  { path: paths.vendor.home(), key: 'check', needs: 'vendor.read' },
  { path: paths.vendor.redemptions(), key: 'redemptions', needs: 'vendor.read' },
  { path: paths.vendor.statement(), key: 'statement', needs: 'statement.read' },
  { path: paths.vendor.organisation(), key: 'organisation', needs: 'vendor.read' },
  { path: paths.city.home(), key: 'overview', needs: 'city.read' },
  { path: paths.city.cases(), key: 'cases', needs: 'case.read' },
  { path: paths.city.organisations(), key: 'verification', needs: 'verification.read' },
  { path: paths.city.programmes(), key: 'programmes', needs: 'programme.read' },
  { path: paths.city.notices(), key: 'notices', needs: 'notice.publish' },
  { path: paths.city.objections(), key: 'objections', needs: 'objection.read' },
  { path: paths.city.appeals(), key: 'appeals', needs: 'appeal.read' },
  { path: paths.city.bans(), key: 'bans', needs: 'ban.read' },
  { path: paths.city.samples(), key: 'samples', needs: 'sample.read' },
  { path: paths.city.shares(), key: 'shares', needs: 'share.read' },
  { path: paths.city.issues(), key: 'issues', needs: 'issue.read' },
  { path: paths.city.awards(), key: 'automatic', needs: 'award.read' },
  { path: paths.city.vouchers(), key: 'vouchers', needs: 'voucher.oversee' },
  { path: paths.city.redemptions(), key: 'redemptions', needs: 'redemption.read' },
  { path: paths.city.claims(), key: 'claims', needs: 'claim.read' },
  { path: paths.city.settlements(), key: 'settlements', needs: 'settlement.read' },
  { path: paths.city.recoveries(), key: 'recoveries', needs: 'recovery.read' },
  { path: paths.city.funders(), key: 'funders', needs: 'funder.read' },
  { path: paths.city.budgets(), key: 'budget', needs: 'budget.read' },
  { path: paths.city.ledger(), key: 'ledger', needs: 'ledger.read' },
  { path: paths.city.proof(), key: 'proof', needs: 'ledger.read' },
  { path: paths.city.audit(), key: 'audit', needs: 'audit.read' },
  { path: paths.city.people(), key: 'people', needs: 'people.manage' },
  { path: paths.city.keys(), key: 'keys', needs: 'key.read' },
  { path: paths.platform.home(), key: 'cities', needs: 'platform.read' },
  { path: paths.platform.calendar(), key: 'calendar', needs: 'calendar.read' },
];

export type NavigationItem = { path: string; label: string };

/** Returns what the user may open: the public pages, and the pages for work of the user's role. */
export function navigationFor(
  locale: Locale,
  role: Role | null | undefined,
): { work: NavigationItem[]; open: NavigationItem[] } {
  const t = shellMessages(locale);
  const items = (entries: readonly Entry[]) =>
    entries
      .filter((entry) => may(entry.needs, role))
      .map((entry) => ({ path: entry.path, label: t[entry.key] }));
  return { work: role ? items(workEntries) : [], open: items(publicEntries) };
}
