import 'server-only';
import { and, asc, eq, gt, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { awardImports, awardRows } from '@/db/schema/awards';
import { programmes } from '@/db/schema/programmes';
import { bansUnder } from '@/features/bans/in-force';
import { roomIn } from '@/features/ledger/pool-queries';
import { getVersion, type Version } from '@/features/programmes/queries';
import { chunkRows } from '@/features/tables/limits';
import { formatFen, type Fen } from '@/lib/money';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { AuditEntry } from '@/server/audit';
import { constraintOf } from '@/server/database-errors';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { firmsOf, recount, type Firm, type ImportRow } from './check';
import { countStates } from './counts';
import { awardImportLifecycle, awardRowLifecycle } from './domain/lifecycle';
import { needsNotice } from './domain/notice';
import { lockImport, type ListedRow } from './locks';

/**
 * The steps of a list on public notice. What the public sees is written by features/notices, and what is objected by
 * features/objections; both call these steps, because lists and rows are written here alone.
 */
export type PublishRefusal =
  | 'import_unknown'
  | 'import_decided'
  | 'same_person'
  | 'programme_closed'
  | 'notice_not_needed'
  | 'line_banned'
  | 'issued_before'
  | 'list_budget_short';

/** Locks and returns a list that this person may put on public notice now, with its version. */
export async function findPublishable(
  grant: Grant<'award.release'>,
  importId: string,
): Promise<Outcome<{ list: ImportRow; version: Version }, PublishRefusal>> {
  const { tx, actor } = grant;
  const list = await lockImport(grant, importId);
  if (!list) return refused('import_unknown');
  const version = await getVersion(tx, list.versionId);
  if (list.state === 'publicised' && list.publishedBy === userOf(actor)) {
    return repeated({ list, version });
  }
  if (!awardImportLifecycle.can(list.state, 'publicise')) return refused('import_decided');
  if (list.proposedBy === userOf(actor)) return refused('same_person');
  if (!needsNotice(version.rules)) return refused('notice_not_needed');
  const [programme] = await tx
    .select({ state: programmes.state })
    .from(programmes)
    .where(eq(programmes.id, list.programmeId));
  if (programme?.state !== 'published') return refused('programme_closed');
  return done({ list, version });
}

const aboutList = (list: ImportRow) => ({
  subject: { kind: 'award_import' as const, id: list.id },
  cityId: list.cityId,
  versionId: list.versionId,
});

/** Returns the data that every event about a row of a list carries. */
export const aboutListed = (list: ImportRow, row: Pick<ListedRow, 'id' | 'line'>) => ({
  subject: { kind: 'award_row' as const, id: row.id },
  cityId: list.cityId,
  versionId: list.versionId,
  data: { reference: list.reference, line: row.line },
});

/**
 * Puts all rows of a list on notice and promises their amounts, under the lock of the pool. If the pool holds too little, the
 * list stays as it was, and the refusal contains the free amount.
 */
export async function publiciseList(
  grant: Grant<'award.release'>,
  list: ImportRow,
  endsAt: Date,
): Promise<Outcome<null, 'import_decided' | 'list_budget_short'>> {
  const { tx, actor, now } = grant;
  const { from, to } = awardRowLifecycle.transitions.publicise;
  try {
    // A savepoint: the transaction must go on after a failure, to read the free amount.
    await tx.transaction((inner) =>
      inner
        .update(awardRows)
        .set({ state: to })
        .where(and(eq(awardRows.importId, list.id), inArray(awardRows.state, from))),
    );
  } catch (error) {
    if (constraintOf(error) !== 'pools_promised_within_budget') throw error;
    const free = formatFen(await roomIn(tx, list.programmeId));
    return refused('list_budget_short', { amount: formatFen(list.totalFen), free });
  }
  const moved = await advance(grant, awardImports, list, {
    lifecycle: awardImportLifecycle,
    transition: 'publicise',
    set: { publishedBy: userOf(actor), publishedAt: now, noticeEndsAt: endsAt },
    event: {
      ...aboutList(list),
      action: 'award.publicised',
      data: {
        reference: list.reference,
        rows: list.readyCount,
        totalFen: list.totalFen.toString(),
        ends: endsAt.toISOString(),
      },
    },
  });
  return moved.ok ? done(null) : refused('import_decided');
}

export type OnNotice = {
  id: string;
  line: number;
  name: string;
  creditCode: string;
  amountFen: Fen;
  email: string | null;
  /** The firm on the portal, if it is there already. */
  firm: Firm | undefined;
};

/** Loads the next rows that are on notice, in the order of the list. */
export async function nextOnNotice(tx: Tx, list: ImportRow, after: number): Promise<OnNotice[]> {
  const rows = await tx
    .select({
      id: awardRows.id,
      line: awardRows.line,
      name: awardRows.name,
      creditCode: awardRows.creditCode,
      amountFen: awardRows.amountFen,
      email: awardRows.email,
    })
    .from(awardRows)
    .where(
      and(
        eq(awardRows.importId, list.id),
        eq(awardRows.state, 'publicised'),
        gt(awardRows.line, after),
      ),
    )
    .orderBy(asc(awardRows.line))
    .limit(chunkRows);
  const firms = await firmsOf(
    tx,
    rows.flatMap(({ creditCode }) => creditCode ?? []),
  );
  return rows.map(({ name, creditCode, amountFen, ...row }) => {
    if (name === null || creditCode === null || amountFen === null) {
      throw new Error(`Row ${row.id} cannot be put on notice.`);
    }
    return { ...row, name, creditCode, amountFen, firm: firms.get(creditCode) };
  });
}

/** Returns the refusal for the first row whose firm was banned after the list was proposed. */
export async function findBannedFirm(
  { tx, now }: Pick<Grant, 'tx' | 'now'>,
  { list, version }: { list: ImportRow; version: Version },
  rows: readonly OnNotice[],
) {
  const organisationIds = rows.flatMap(({ firm }) => firm?.id ?? []);
  const bans = await bansUnder(tx, version.rules, { cityId: list.cityId, organisationIds }, now);
  const first = rows.find(({ firm }) => firm && bans.has(firm.id));
  if (!first?.firm) return undefined;
  return refused('line_banned', { line: first.line, on: bans.get(first.firm.id) ?? '' });
}

type RowStep = {
  transition: 'object' | 'dismissObjection';
  action: AuditEntry['action'];
  data: AuditEntry['data'];
};

/** Moves a row of a locked list along, and records the event. */
export function moveListed(
  grant: Pick<Grant, 'tx' | 'record'>,
  { list, row }: { list: ImportRow; row: ListedRow },
  { transition, action, data }: RowStep,
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const about = aboutListed(list, row);
  return advance(grant, awardRows, row, {
    lifecycle: awardRowLifecycle,
    transition,
    event: { ...about, action, data: { ...about.data, ...data } },
  });
}

/**
 * Takes one row off a list on notice, with the reason: its promise ends and it is never issued. With its last open row the list
 * is finished, as issued or, if nothing was, as discarded.
 */
export async function takeRowOff(
  grant: Pick<Grant, 'tx' | 'record'>,
  { list, row }: { list: ImportRow; row: ListedRow },
  step: {
    transition: 'upholdObjection' | 'takeOff';
    action: AuditEntry['action'];
    reason: string;
    data?: AuditEntry['data'];
  },
): Promise<Outcome<{ id: string }, 'state_changed'>> {
  const { tx } = grant;
  const { transition, action, reason, data } = step;
  const about = aboutListed(list, row);
  const moved = await advance(grant, awardRows, row, {
    lifecycle: awardRowLifecycle,
    transition,
    set: { setAsideReason: reason },
    event: { ...about, action, data: { ...about.data, reason, ...data } },
  });
  if (!moved.ok) return moved;
  await recount(tx, list.id);
  const left = await countStates(tx, list.id);
  if (left.publicised + left.objected > 0) return moved;
  const finished = await advance(grant, awardImports, list, {
    lifecycle: awardImportLifecycle,
    transition: left.issued > 0 ? 'finish' : 'empty',
    set: left.issued > 0 ? {} : { reason },
    event: {
      ...aboutList(list),
      action: left.issued > 0 ? 'award.finished' : 'award.discarded',
      data: { reference: list.reference, reason },
    },
  });
  return finished.ok ? moved : finished;
}

export type WithdrawRefusal =
  'import_unknown' | 'not_on_notice' | 'same_person' | 'objection_open' | 'part_issued';

/**
 * Withdraws a list from its notice before anything of it is issued: the promises end, and the list can be corrected, proposed
 * and published anew. While an objection is open, it must be resolved first.
 */
export async function unpublishList(
  grant: Grant<'award.release'>,
  input: { importId: string; reason: string },
): Promise<Outcome<ImportRow, WithdrawRefusal>> {
  const { tx, actor, now } = grant;
  const list = await lockImport(grant, input.importId);
  if (!list) return refused('import_unknown');
  if (!awardImportLifecycle.can(list.state, 'withdraw')) return refused('not_on_notice');
  if (list.proposedBy === userOf(actor)) return refused('same_person');
  const left = await countStates(tx, list.id);
  if (left.issued > 0) return refused('part_issued');
  if (left.objected > 0) return refused('objection_open');
  const { from, to } = awardRowLifecycle.transitions.withdraw;
  await tx
    .update(awardRows)
    .set({ state: to })
    .where(and(eq(awardRows.importId, list.id), inArray(awardRows.state, from)));
  const moved = await advance(grant, awardImports, list, {
    lifecycle: awardImportLifecycle,
    transition: 'withdraw',
    set: {
      publishedBy: null,
      publishedAt: null,
      noticeEndsAt: null,
      decidedBy: userOf(actor),
      decidedAt: now,
      reason: input.reason,
    },
    event: {
      ...aboutList(list),
      action: 'award.notice_withdrawn',
      data: { reference: list.reference, reason: input.reason },
    },
  });
  return moved.ok ? done(list) : refused('not_on_notice');
}
