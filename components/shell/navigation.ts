import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Authority, type Permission } from '@/lib/permissions';
import { shellMessages } from './messages';
import type { NavigationItem } from './navigation-items';

type Key = keyof ReturnType<typeof shellMessages>;
type Group = 'groupReview' | 'groupIssue' | 'groupPay' | 'groupBooks' | 'groupSet';
type Entry = {
  path: string;
  key: Key;
  needs: Permission;
  /** Under which heading it stands, where a role has many entries. */
  group?: Group;
  /** Patterns of pages that belong to it although their addresses do not begin with its own. */
  also?: readonly string[];
};

const publicEntries: readonly Entry[] = [
  { path: paths.programmes(), key: 'programmes', needs: 'public.read' },
  { path: paths.compare(), key: 'compare', needs: 'public.read' },
  { path: paths.notices(), key: 'notices', needs: 'public.read' },
  { path: paths.awards(), key: 'awards', needs: 'public.read' },
  { path: paths.vendors(), key: 'vendors', needs: 'public.read' },
  { path: paths.verify(), key: 'verify', needs: 'public.read' },
];

/**
 * Pages for work; each is shown to users who may open it. A city's stand in the order in which its money moves, the entries of one
 * group together.
 */
const workEntries: readonly Entry[] = [
  { path: paths.startup.home(), key: 'overview', needs: 'startup.read' },
  { path: paths.startup.applications(), key: 'applications', needs: 'startup.read' },
  {
    path: paths.startup.vouchers(),
    key: 'vouchers',
    needs: 'startup.read',
    also: [paths.startup.claim.pattern, paths.startup.redemption.pattern],
  },
  { path: paths.startup.statement(), key: 'statement', needs: 'startup.read' },
  { path: paths.startup.organisation(), key: 'organisation', needs: 'startup.read' },
  {
    path: paths.vendor.home(),
    key: 'check',
    needs: 'vendor.read',
    also: [paths.vendor.check.pattern],
  },
  { path: paths.vendor.redemptions(), key: 'redemptions', needs: 'vendor.read' },
  { path: paths.vendor.statement(), key: 'statement', needs: 'statement.read' },
  { path: paths.vendor.advances(), key: 'advances', needs: 'statement.read' },
  { path: paths.vendor.organisation(), key: 'organisation', needs: 'vendor.read' },
  { path: paths.operator.home(), key: 'mandates', needs: 'operator.read' },
  { path: paths.operator.organisation(), key: 'organisation', needs: 'operator.read' },
  { path: paths.city.home(), key: 'overview', needs: 'city.read' },
  { path: paths.city.cases(), key: 'cases', needs: 'case.read', group: 'groupReview' },
  {
    path: paths.city.organisations(),
    key: 'verification',
    needs: 'verification.read',
    group: 'groupReview',
  },
  { path: paths.city.notices(), key: 'notices', needs: 'notice.publish', group: 'groupReview' },
  {
    path: paths.city.objections(),
    key: 'objections',
    needs: 'objection.read',
    group: 'groupReview',
  },
  { path: paths.city.appeals(), key: 'appeals', needs: 'appeal.read', group: 'groupReview' },
  { path: paths.city.bans(), key: 'bans', needs: 'ban.read', group: 'groupReview' },
  { path: paths.city.samples(), key: 'samples', needs: 'sample.read', group: 'groupReview' },
  { path: paths.city.shares(), key: 'shares', needs: 'share.read', group: 'groupIssue' },
  { path: paths.city.issues(), key: 'issues', needs: 'issue.read', group: 'groupIssue' },
  { path: paths.city.awards(), key: 'automatic', needs: 'award.read', group: 'groupIssue' },
  {
    path: paths.city.vouchers(),
    key: 'vouchers',
    needs: 'voucher.oversee',
    group: 'groupIssue',
    also: [paths.city.voucherChanges.pattern, paths.city.voucherChange.pattern],
  },
  { path: paths.city.pauses(), key: 'pauses', needs: 'pause.read', group: 'groupIssue' },
  {
    path: paths.city.redemptions(),
    key: 'redemptions',
    needs: 'redemption.read',
    group: 'groupPay',
  },
  { path: paths.city.claims(), key: 'claims', needs: 'claim.read', group: 'groupPay' },
  {
    path: paths.city.settlements(),
    key: 'settlements',
    needs: 'settlement.read',
    group: 'groupPay',
  },
  { path: paths.city.advances(), key: 'advances', needs: 'advance.read', group: 'groupPay' },
  { path: paths.city.recoveries(), key: 'recoveries', needs: 'recovery.read', group: 'groupPay' },
  { path: paths.city.funders(), key: 'funders', needs: 'funder.read', group: 'groupBooks' },
  { path: paths.city.budgets(), key: 'budget', needs: 'budget.read', group: 'groupBooks' },
  { path: paths.city.ledger(), key: 'ledger', needs: 'ledger.read', group: 'groupBooks' },
  { path: paths.city.proof(), key: 'proof', needs: 'ledger.read', group: 'groupBooks' },
  { path: paths.city.audit(), key: 'audit', needs: 'audit.read', group: 'groupBooks' },
  { path: paths.city.programmes(), key: 'programmes', needs: 'programme.read', group: 'groupSet' },
  { path: paths.city.people(), key: 'people', needs: 'people.manage', group: 'groupSet' },
  { path: paths.city.mandates(), key: 'mandates', needs: 'mandate.read', group: 'groupSet' },
  { path: paths.city.keys(), key: 'keys', needs: 'key.read', group: 'groupSet' },
  {
    path: paths.platform.home(),
    key: 'cities',
    needs: 'platform.read',
    also: [paths.platform.city.pattern],
  },
  { path: paths.platform.calendar(), key: 'calendar', needs: 'calendar.read' },
];

/** A role with more entries than this finds them under headings. */
const mostWithoutGroups = 8;

/** Returns what the user may open: the public pages, and the pages for work of the user's role. */
export function navigationFor(
  locale: Locale,
  role: Authority | null | undefined,
): { work: NavigationItem[]; open: NavigationItem[] } {
  const t = shellMessages(locale);
  const items = (entries: readonly Entry[]) => {
    const mine = entries.filter((entry) => may(entry.needs, role));
    return mine.map(({ path, key, also, group }): NavigationItem => ({
      path,
      label: t[key],
      ...(also && { also: also.map((pattern) => pattern.replace(/\/\[.*$/, '')) }),
      ...(group && mine.length > mostWithoutGroups && { group: t[group] }),
    }));
  };
  return { work: role ? items(workEntries) : [], open: items(publicEntries) };
}
