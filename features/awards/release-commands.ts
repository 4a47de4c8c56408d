import 'server-only';
import { and, eq, gt, inArray, sql, asc } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { awardImports, awardRows } from '@/db/schema/awards';
import { organisations } from '@/db/schema/people';
import { programmes } from '@/db/schema/programmes';
import { bansUnder } from '@/features/bans/in-force';
import { warnOfBudget } from '@/features/budget/warning-commands';
import { issueMany } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { booksDiffer } from '@/features/ledger/books-queries';
import { notifyMany } from '@/features/notifications/commands';
import { inviteOwners, type OwnerInvitation } from '@/features/people/invitation-commands';
import { getVersion } from '@/features/programmes/queries';
import { payoutOf } from '@/features/rules/domain/payout';
import { unitPriceOf } from '@/features/rules/domain/unit-price';
import { writeVouchers } from '@/features/vouchers/issue-commands';
import { formatUntil } from '@/lib/dates';
import { fen, formatFen, sumFen, zeroFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { AuditEntry } from '@/server/audit';
import type { Grant } from '@/server/gate';
import { requestLocaleOr } from '@/server/request';
import { advance } from '@/server/rows';
import type { ImportRow } from './check';
import { countStates } from './counts';
import { awardImportLifecycle, awardRowLifecycle } from './domain/lifecycle';
import { needsNotice } from './domain/notice';
import type * as inputs from './input';
import { invitationOf, termsOf, type Terms } from './invitation-commands';
import { chunkRows } from '@/features/tables/limits';
import { lockImport } from './locks';

type ReleaseRefusal =
  | 'import_unknown'
  | 'import_decided'
  | 'same_person'
  | 'programme_closed'
  | 'firm_unusable'
  | 'line_banned'
  | 'listed_banned'
  | 'notice_first'
  | 'notice_running'
  | 'rows_objected'
  | 'issued_before'
  | 'ledger_broken'
  | LedgerRefusal;

/** Locks and returns the list if this user may release it now. */
async function findReleasable(grant: Grant<'award.release'>, importId: string) {
  const { tx, actor } = grant;
  const list = await lockImport(grant, importId);
  if (!list) return refused('import_unknown');
  if (list.state === 'released' && list.decidedBy === userOf(actor)) return repeated(list);
  const next = awardImportLifecycle.next(list.state, 'release');
  if (!next.ok) return refused('import_decided');
  if (list.proposedBy === userOf(actor)) return refused('same_person');
  const [programme] = await tx
    .select({ state: programmes.state })
    .from(programmes)
    .where(eq(programmes.id, list.programmeId));
  if (programme?.state !== 'published') return refused('programme_closed');
  const noticed = await checkNotice(grant, list);
  if (!noticed.ok) return noticed;
  // Nothing is issued while the entries do not explain all of the city’s balances.
  if (await booksDiffer(tx, list.cityId)) return refused('ledger_broken');
  return done(list);
}

/** Refuses a list that needs a public notice and has none, and one whose notice runs or is answered by objections alone. */
async function checkNotice(
  { tx, now }: Pick<Grant, 'tx' | 'now'>,
  list: ImportRow,
): Promise<Outcome<null, 'notice_first' | 'notice_running' | 'rows_objected'>> {
  if (list.state !== 'publicised') {
    const { rules } = await getVersion(tx, list.versionId);
    return needsNotice(rules) ? refused('notice_first') : done(null);
  }
  if (!list.noticeEndsAt) throw new Error(`List ${list.id} is on notice without an end.`);
  if (list.noticeEndsAt > now) {
    const until = formatUntil(list.noticeEndsAt, await requestLocaleOr('zh-CN'));
    return refused('notice_running', { until });
  }
  const { publicised } = await countStates(tx, list.id);
  return publicised > 0 ? done(null) : refused('rows_objected');
}

type Award = {
  rowId: string;
  line: number;
  organisationId: string;
  amountFen: Fen;
  email: string | null;
  voucherId: string;
  holdId: string;
};

/** Loads the next rows to issue, whose firms are now on the portal, with new ids for their vouchers. */
async function nextAwards(tx: Tx, list: ImportRow, after: number): Promise<Award[]> {
  await tx.execute(sql`select app.create_award_firms(${list.id}::uuid, ${after}, ${chunkRows})`);
  const rows = await tx
    .select({
      rowId: awardRows.id,
      line: awardRows.line,
      organisationId: awardRows.organisationId,
      amountFen: awardRows.amountFen,
      email: awardRows.email,
      voucherId: sql<string>`uuidv7()`,
      holdId: sql<string>`uuidv7()`,
    })
    .from(awardRows)
    .where(
      and(
        eq(awardRows.importId, list.id),
        inArray(awardRows.state, awardRowLifecycle.transitions.issue.from),
        gt(awardRows.line, after),
      ),
    )
    .orderBy(asc(awardRows.line))
    .limit(chunkRows);
  return rows.map(({ organisationId, amountFen, ...row }) => {
    if (organisationId === null || amountFen === null) throw new UnusableFirm(row.line);
    return { ...row, organisationId, amountFen };
  });
}

/** Reports a line whose firm cannot hold a voucher, because its credit code has become a vendor's since the check. */
class UnusableFirm extends Error {
  constructor(readonly line: number) {
    super(`The firm in line ${line} cannot hold a voucher.`);
  }
}

/**
 * Writes that the lines are issued. It comes before the posting, because what a notice has promised must be free again when
 * the same amount is committed; the lock on the pool keeps others out between.
 */
const markIssued = ({ tx }: Pick<Grant, 'tx'>, awards: readonly Award[]) =>
  tx.execute(sql`update award_rows set state = ${awardRowLifecycle.transitions.issue.to}
    where id = any (${sql.param(awards.map(({ rowId }) => rowId))}::uuid[])`);

/** Writes the vouchers of the lines. */
async function writeIssued(
  grant: Grant<'award.release'>,
  { list, version, validTo }: Terms,
  awards: readonly Award[],
) {
  const { cityId, programmeId, versionId } = list;
  const price = unitPriceOf(version.rules);
  const issue = { cityId, programmeId, versionId, validTo, price };
  await writeVouchers(
    grant,
    issue,
    awards.map(({ voucherId, rowId, ...award }) => ({
      ...award,
      id: voucherId,
      awardRowId: rowId,
    })),
  );
}

/** Notifies the members of firms that are on the portal, and invites the owners of firms that are not. */
async function tellFirms(
  grant: Grant<'award.release'>,
  terms: Terms,
  awards: readonly Award[],
  invited: Set<string>,
): Promise<void> {
  const { tx } = grant;
  const ids = [...new Set(awards.map(({ organisationId }) => organisationId))];
  const names = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(sql`${organisations.id} = any (${sql.param(ids)}::uuid[])`);
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  const notifications = awards.map((award) => ({
    organisationId: award.organisationId,
    values: {
      amount: formatFen(award.amountFen),
      validTo: terms.validTo.toISOString(),
      path: paths.startup.voucher(award.voucherId),
    },
  }));
  await notifyMany(tx, ['owner', 'member'], 'voucher_issued', notifications);
  const invitations: OwnerInvitation[] = [];
  for (const { organisationId, email, amountFen } of awards) {
    // One invitation for each firm, however many of its contracts are awarded.
    if (email === null || invited.has(organisationId)) continue;
    invited.add(organisationId);
    const name = nameOf.get(organisationId) ?? '';
    invitations.push(invitationOf(terms, { organisationId, name, email, amountFen }));
  }
  await inviteOwners(grant, invitations);
}

const issuedEvents = ({ list }: Terms, awards: readonly Award[]): AuditEntry[] =>
  awards.map((award) => ({
    action: 'voucher.issued',
    subject: { kind: 'voucher', id: award.voucherId },
    voucherId: award.voucherId,
    organisationId: award.organisationId,
    versionId: list.versionId,
    data: {
      amountFen: award.amountFen.toString(),
      reference: list.reference,
      line: award.line,
    },
  }));

type Issued = { rows: number; totalFen: Fen };

/** Issues every row that is ready or has been on notice, piece by piece in one transaction. The first refusal undoes all of them. */
async function issueAll(
  grant: Grant<'award.release'>,
  terms: Terms,
): Promise<Outcome<Issued, LedgerRefusal | 'line_banned' | 'listed_banned'>> {
  const { list, version, validTo } = terms;
  const invited = new Set<string>();
  const issued = { rows: 0, totalFen: zeroFen };
  for (let after = 0; ;) {
    const awards = await nextAwards(grant.tx, list, after);
    const last = awards.at(-1);
    if (!last) return done(issued);
    const banned = await findBanned(grant, terms, awards);
    if (banned) return banned;
    await markIssued(grant, awards);
    const posted = await issueMany(grant, {
      cityId: list.cityId,
      programmeId: list.programmeId,
      payOut: payoutOf(version.rules) !== 'vendor',
      // A line is issued only once, whoever releases it and however often.
      rows: awards.map((award) => ({ ...award, validTo, key: `award:${award.rowId}` })),
    });
    if (!posted.ok) return posted;
    await writeIssued(grant, terms, awards);
    await tellFirms(grant, terms, awards, invited);
    await grant.recordAll(issuedEvents(terms, awards));
    issued.rows += awards.length;
    issued.totalFen = fen(issued.totalFen + sumFen(awards.map(({ amountFen }) => amountFen)));
    after = last.line;
  }
}

/** Returns the refusal for the first line whose firm was banned after the list was checked. */
async function findBanned(
  { tx, now }: Grant<'award.release'>,
  { list, version }: Terms,
  awards: readonly Award[],
) {
  const organisationIds = awards.map(({ organisationId }) => organisationId);
  const place = { cityId: list.cityId, organisationIds };
  const bans = await bansUnder(tx, version.rules, place, now);
  const first = awards.find(({ organisationId }) => bans.has(organisationId));
  if (!first) return undefined;
  const values = { line: first.line, on: bans.get(first.organisationId) ?? '' };
  return refused(list.state === 'publicised' ? 'listed_banned' : 'line_banned', values);
}

/** Writes that the list is issued, or all of it but the rows that objections hold back. */
async function writeReleased(
  grant: Grant<'award.release'>,
  list: ImportRow,
  issued: Issued,
): Promise<Outcome<{ part: boolean }, 'state_changed'>> {
  const { tx, actor, now } = grant;
  const left = await countStates(tx, list.id);
  if (left.publicised > 0 || (list.state === 'proposed' && issued.rows !== list.readyCount)) {
    throw new Error(`Not every row of ${list.id} was issued.`);
  }
  const part = left.objected > 0;
  const moved = await advance(grant, awardImports, list, {
    lifecycle: awardImportLifecycle,
    transition: part ? 'releasePart' : 'release',
    set: { decidedBy: userOf(actor), decidedAt: now },
    event: {
      action: part ? 'award.part_released' : 'award.released',
      subject: { kind: 'award_import', id: list.id },
      versionId: list.versionId,
      data: {
        reference: list.reference,
        rows: issued.rows,
        totalFen: issued.totalFen.toString(),
        fileSha256: list.fileSha256,
      },
    },
  });
  return moved.ok ? done({ part }) : moved;
}

/**
 * Releases a list that was proposed, or that has been on public notice to the end where the rules ask for one: adds the firms
 * that are not on the portal yet, and creates every row's voucher together with its money, all or none. Rows that an objection
 * holds back stay on the list. The firms do not spend these vouchers: like the vouchers of
 * programmes where start-ups pay first, they go straight to settlement, and the firm is its own payee. The
 * constraints `award_rows_issued_once` and `entries_one_per_key` enforce what `issued_before` reports.
 */
export async function releaseImport(
  grant: Grant<'award.release'>,
  input: z.output<typeof inputs.importInput>,
): Promise<Outcome<{ part: boolean }, ReleaseRefusal>> {
  const found = await findReleasable(grant, input.importId);
  if (!found.ok) return found;
  if (found.repeated) return repeated({ part: false });
  const list = found.value;
  const terms = await termsOf(grant, list);
  try {
    const issued = await issueAll(grant, terms);
    if (!issued.ok) return issued;
    const written = await writeReleased(grant, list, issued.value);
    if (!written.ok) return refused('import_decided');
    await warnOfBudget(grant, { programmeId: list.programmeId, poolId: list.programmeId });
    return written;
  } catch (error) {
    if (error instanceof UnusableFirm) return refused('firm_unusable', { line: error.line });
    throw error;
  }
}
