import type { Locale } from '@/lib/locale';
import { may, type Permission } from '@/lib/permissions';
import type { Role } from '@/lib/roles';
import { shellMessages } from './messages';

type Key = keyof ReturnType<typeof shellMessages>;
type Entry = { path: string; key: Key; needs: Permission };

const publicEntries: readonly Entry[] = [
  { path: '/programmes', key: 'programmes', needs: 'public.read' },
  { path: '/compare', key: 'compare', needs: 'public.read' },
  { path: '/notices', key: 'notices', needs: 'public.read' },
  { path: '/awards', key: 'awards', needs: 'public.read' },
  { path: '/vendors', key: 'vendors', needs: 'public.read' },
  { path: '/verify', key: 'verify', needs: 'public.read' },
];

/** Pages for work, in the order of a working day; each is shown to users who may open it. */
const workEntries: readonly Entry[] = [
  { path: '/startup', key: 'overview', needs: 'startup.read' },
  { path: '/startup/applications', key: 'applications', needs: 'startup.read' },
  { path: '/startup/vouchers', key: 'vouchers', needs: 'startup.read' },
  { path: '/startup/organisation', key: 'organisation', needs: 'startup.read' },
  { path: '/vendor', key: 'check', needs: 'vendor.read' },
  { path: '/vendor/redemptions', key: 'redemptions', needs: 'vendor.read' },
  { path: '/vendor/statement', key: 'statement', needs: 'statement.read' },
  { path: '/vendor/organisation', key: 'organisation', needs: 'vendor.read' },
  { path: '/city', key: 'overview', needs: 'city.read' },
  { path: '/city/cases', key: 'cases', needs: 'case.read' },
  { path: '/city/organisations', key: 'verification', needs: 'verification.read' },
  { path: '/city/programmes', key: 'programmes', needs: 'programme.read' },
  { path: '/city/notices', key: 'notices', needs: 'notice.publish' },
  { path: '/city/objections', key: 'objections', needs: 'objection.read' },
  { path: '/city/appeals', key: 'appeals', needs: 'appeal.read' },
  { path: '/city/issues', key: 'issues', needs: 'issue.read' },
  { path: '/city/awards', key: 'automatic', needs: 'award.read' },
  { path: '/city/vouchers', key: 'vouchers', needs: 'voucher.oversee' },
  { path: '/city/redemptions', key: 'redemptions', needs: 'redemption.read' },
  { path: '/city/settlements', key: 'settlements', needs: 'settlement.read' },
  { path: '/city/budget', key: 'budget', needs: 'budget.read' },
  { path: '/city/ledger', key: 'ledger', needs: 'ledger.read' },
  { path: '/city/audit', key: 'audit', needs: 'audit.read' },
  { path: '/city/people', key: 'people', needs: 'people.manage' },
  { path: '/platform', key: 'cities', needs: 'platform.read' },
  { path: '/platform/calendar', key: 'calendar', needs: 'calendar.read' },
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
