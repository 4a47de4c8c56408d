import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import { memberships } from '@/db/schema/people';
import { holds } from '@/db/schema/redemptions';
import { vouchers } from '@/db/schema/vouchers';
import { hasRest, openOf, pausedNow, restOf } from '@/features/ledger/queries';
import { notify } from '@/features/notifications/commands';
import { schedule, windowsDue, type Reminder } from '@/features/notifications/domain/reminders';
import { takeDue, type Due } from '@/features/notifications/reminder-commands';
import { active } from '@/features/people/active';
import { fen, formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, type Outcome } from '@/lib/result';
import type { Role } from '@/lib/roles';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { mailValues } from '@/features/notifications/mail-values';

type Source = {
  /** Rows of one city: subject_id, deadline, since, organisation_id, person_id, values. */
  rows: (cityId: string) => SQL;
  audience: (due: Due, cityId: string) => Parameters<typeof notify>[1][];
  /** Returns the address of the page about a row, by its subject_id. */
  path: (subjectId: string) => string;
};

const members =
  (...roles: readonly Role[]): Source['audience'] =>
  ({ organisation_id: organisationId }) => [{ organisationId, roles }];

/**
 * Lists the official who works on the case, and those responsible for the city's deadlines. An official who
 * is both is notified once.
 */
const officials: Source['audience'] = ({ person_id: only }, cityId) => [
  { cityId, roles: ['manager'], except: only },
  ...(only ? [{ cityId, roles: ['reviewer'] as const, only }] : []),
];

/**
 * Selects cases whose service clock runs; the time with the applicant does not count. The person is the
 * official who has the case and still reviews here. An official who is only a manager by now is notified as a
 * manager.
 */
const runningCases = (cityId: string) => sql`
  select a.id as subject_id, a.due_at as deadline, a.submitted_at as since, a.organisation_id,
    (select ${memberships.userId} from ${memberships} where ${memberships.userId} = a.assignee_id
      and ${memberships.cityId} = a.city_id and ${memberships.role} = 'reviewer' and ${active}
      and a.state = 'accepted') as person_id,
    jsonb_build_object('reference', a.reference) as values
  from applications a
  where a.city_id = ${cityId}::uuid and a.paused_at is null
    and a.state in ('submitted', 'accepted', 'first_passed')`;

/** Selects the open stages of cases under review; the time with the applicant does not count. */
const runningStages = (cityId: string) => sql`
  select a.id as subject_id, a.stage_due_at as deadline,
    coalesce((select max(s.finished_at) from case_stages s where s.application_id = a.id),
      a.submitted_at) as since,
    a.organisation_id,
    (select ${memberships.userId} from ${memberships} where ${memberships.userId} = a.assignee_id
      and ${memberships.cityId} = a.city_id and ${memberships.role} = 'reviewer' and ${active}) as person_id,
    jsonb_build_object('reference', a.reference,
      'stage', v.rules #>> array['service', 'stages', a.stage::text, 'title', 'zh-CN'],
      'stageEn', v.rules #>> array['service', 'stages', a.stage::text, 'title', 'en']) as values
  from applications a join programme_versions v on v.id = a.version_id
  where a.city_id = ${cityId}::uuid and a.paused_at is null and a.state = 'accepted'
    and a.stage is not null`;

const approvers: Source['audience'] = (_due, cityId) => [{ cityId, roles: ['approver'] }];

/** Selects confirmed mandates of the city; the organisation is the agency. A mandate lasts until the end of its last day. */
const confirmedMandates = (cityId: string) => sql`
  select m.id as subject_id,
    ((m.last_on + 1)::timestamp at time zone 'Asia/Shanghai') - interval '1 millisecond' as deadline,
    m.decided_at as since, m.operator_id as organisation_id, null::uuid as person_id,
    jsonb_build_object('bureau', c.bureau_zh, 'agency', o.name, 'number', m.number) as values
  from mandates m join organisations o on o.id = m.operator_id join cities c on c.id = m.city_id
  where m.city_id = ${cityId}::uuid and m.state = 'confirmed'`;

/** Where the deadlines are found. */
const sources: Readonly<Record<Reminder, Source>> = {
  draft_closing: {
    audience: members('owner', 'member'),
    path: paths.startup.application,
    rows: (cityId) => sql`
      select a.id as subject_id, r.closes_at as deadline, a.created_at as since, a.organisation_id,
        null::uuid as person_id,
        jsonb_build_object('title', coalesce(v.guide -> 'title' ->> 'zh-CN', p.slug),
          'titleEn', coalesce(v.guide -> 'title' ->> 'en', p.slug)) as values
      from applications a join rounds r on r.id = a.round_id
      join programmes p on p.id = a.programme_id join programme_versions v on v.id = a.version_id
      where a.city_id = ${cityId}::uuid and a.state = 'draft' and p.state = 'published'`,
  },
  correction_closing: {
    audience: members('owner', 'member'),
    path: paths.startup.status,
    rows: (cityId) => sql`
      select a.id as subject_id, c.due_at as deadline, c.requested_at as since, a.organisation_id,
        null::uuid as person_id, jsonb_build_object('reference', a.reference) as values
      from applications a join corrections c on c.application_id = a.id
      where a.city_id = ${cityId}::uuid and a.state = 'returned' and c.answered_at is null`,
  },
  claim_closing: {
    audience: members('owner', 'member'),
    path: paths.startup.claim,
    rows: (cityId) => sql`
      select c.id as subject_id, c.correction_due_at as deadline, c.returned_at as since, c.organisation_id,
        null::uuid as person_id, jsonb_build_object('reference', c.reference) as values
      from claims c where c.city_id = ${cityId}::uuid and c.state = 'returned'`,
  },
  appeal_closing: {
    audience: members('owner'),
    path: paths.startup.status,
    rows: (cityId) => sql`
      select a.id as subject_id, a.appeal_by as deadline, a.decided_at as since, a.organisation_id,
        null::uuid as person_id, jsonb_build_object('reference', a.reference) as values
      from applications a
      where a.city_id = ${cityId}::uuid and a.state = 'rejected' and a.appeal_by is not null`,
  },
  appeal_due: {
    audience: approvers,
    path: paths.city.appeal,
    rows: (cityId) => sql`
      select p.id as subject_id, p.due_at as deadline, p.filed_at as since, p.organisation_id,
        null::uuid as person_id, jsonb_build_object('reference', p.reference) as values
      from appeals p where p.city_id = ${cityId}::uuid and p.state = 'open'`,
  },
  voucher_expiring: {
    audience: members('owner', 'member'),
    path: paths.startup.voucher,
    rows: (cityId) => sql`
      select vouchers.id as subject_id, valid_to as deadline, issued_at as since, organisation_id,
        null::uuid as person_id, jsonb_build_object('amount', ${restOf(vouchers.id)}::text) as values
      from vouchers
      where city_id = ${cityId}::uuid and state = 'active' and ${hasRest(vouchers.id)}
        and not ${pausedNow(sql`vouchers.programme_id`)}`,
  },
  hold_expiring: {
    audience: members('vendor_operator'),
    path: (hold) => paths.vendor.newRedemption({ hold }),
    rows: (cityId) => sql`
      select ${holds.id} as subject_id, ${holds.expiresAt} as deadline, ${holds.createdAt} as since,
        ${holds.vendorId} as organisation_id, null::uuid as person_id,
        jsonb_build_object('amount', ${openOf(holds.id)}::text, 'order', ${holds.orderNumber},
          'organisation', o.name) as values
      from ${holds} join organisations o on o.id = ${holds.organisationId}
      where ${holds.cityId} = ${cityId}::uuid and ${holds.state} = 'open' and ${openOf(holds.id)} > 0
        and not ${pausedNow(sql`(select v.programme_id from vouchers v where v.id = ${holds.voucherId})`)}`,
  },
  mandate_ending: {
    audience: (_due, cityId) => [{ cityId, roles: ['city_admin'] }],
    path: paths.city.mandate,
    rows: confirmedMandates,
  },
  own_mandate_ending: {
    audience: members('operator_admin', 'operator_staff'),
    path: () => paths.operator.home(),
    rows: confirmedMandates,
  },
  case_due: { audience: officials, path: paths.city.case, rows: runningCases },
  case_overdue: { audience: officials, path: paths.city.case, rows: runningCases },
  stage_due: { audience: officials, path: paths.city.case, rows: runningStages },
  stage_overdue: { audience: officials, path: paths.city.case, rows: runningStages },
  redemption_silence: {
    audience: members('owner'),
    path: paths.startup.redemption,
    rows: (cityId) => sql`
      select r.id as subject_id, r.silence_until as deadline, r.submitted_at as since,
        r.organisation_id, null::uuid as person_id,
        jsonb_build_object('reference', r.reference, 'vendor', o.name,
          'amount', r.subsidy_fen::text) as values
      from redemptions r join organisations o on o.id = r.vendor_id
      where r.city_id = ${cityId}::uuid and r.state = 'submitted' and r.silence_until is not null`,
  },
  redemption_waiting: {
    audience: members('owner'),
    path: paths.startup.redemption,
    rows: (cityId) => sql`
      select r.id as subject_id, r.submitted_at as deadline, r.submitted_at as since,
        r.organisation_id, null::uuid as person_id,
        jsonb_build_object('reference', r.reference, 'vendor', o.name,
          'amount', r.subsidy_fen::text) as values
      from redemptions r join organisations o on o.id = r.vendor_id
      where r.city_id = ${cityId}::uuid and r.state = 'submitted'`,
  },
};

/** How many rows of each kind one run handles. The next run continues from there. */
const sweepSize = 500;

const shown = ({ values, due, subject_id }: Due, path: Source['path']): Record<string, string> => ({
  ...values,
  ...(values.amount && { amount: formatFen(fen(BigInt(values.amount))) }),
  due,
  path: path(subject_id),
});

/** Sends reminders, as a sweep, of deadlines that come near or have passed, once for each stage. */
export async function remind(grant: Grant): Promise<Outcome<{ count: number }, never>> {
  const { tx, actor, now, calendar } = grant;
  const cityId = cityOf(actor);
  let count = 0;
  for (const [kind, { audience, path, rows }] of Object.entries(sources) as [Reminder, Source][]) {
    for (const due of await takeDue(tx, {
      cityId,
      kind,
      windows: windowsDue(now, calendar, schedule[kind]),
      rows: rows(cityId),
      atMost: sweepSize,
    })) {
      const values = mailValues(kind, shown(due, path));
      for (const people of audience(due, cityId)) await notify(tx, people, kind, values);
      count += 1;
    }
  }
  return done({ count });
}
