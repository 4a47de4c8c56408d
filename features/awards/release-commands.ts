import 'server-only';
import { and, eq, gt, sql, asc } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { awardImports, awardRows } from '@/db/schema/awards';
import { cities, organisations } from '@/db/schema/people';
import { programmes } from '@/db/schema/programmes';
import { bansUnder } from '@/features/bans/in-force';
import { warnOfBudget } from '@/features/budget/warning-commands';
import { issueMany } from '@/features/ledger/commands';
import type { LedgerRefusal } from '@/features/ledger/messages';
import { booksDiffer } from '@/features/ledger/books-queries';
import { notifyMany } from '@/features/notifications/commands';
import { inviteOwners, type OwnerInvitation } from '@/features/people/invitation-commands';
import { getVersion, type Version } from '@/features/programmes/queries';
import { payoutOf } from '@/features/rules/domain/payout';
import { unitPriceOf } from '@/features/rules/domain/unit-price';
import { writeVouchers } from '@/features/vouchers/issue-commands';
import { addMonths, endOfDay, shanghaiDate } from '@/lib/dates';
import { formatFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { AuditEntry } from '@/server/audit';
import type { Grant } from '@/server/gate';
import type { ImportRow } from './check';
import { awardImportLifecycle, awardRowLifecycle } from './domain/lifecycle';
import type * as inputs from './input';
import { chunkRows } from '@/features/tables/limits';
import { lockImport, lockRow } from './locks';

type ReleaseRefusal =
  | 'import_unknown'
  | 'import_decided'
  | 'same_person'
  | 'programme_closed'
  | 'firm_unusable'
  | 'line_banned'
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
  // Nothing is issued while the entries do not explain all of the city’s balances.
  if (await booksDiffer(tx, list.cityId)) return refused('ledger_broken');
  return done(list);
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
      and(eq(awardRows.importId, list.id), eq(awardRows.state, 'ready'), gt(awardRows.line, after)),
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

type Terms = { list: ImportRow; version: Version; validTo: Date; city: string };

/** Writes the vouchers of the lines, and that these are issued. */
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
  const ids = awards.map(({ rowId }) => rowId);
  await grant.tx.execute(sql`update award_rows set state = ${awardRowLifecycle.transitions.issue.to}
    where id = any (${sql.param(ids)}::uuid[])`);
}

/** Returns the texts for the mail to a firm that is not on the portal yet. */
const invitationOf = (
  terms: Pick<Terms, 'city' | 'version'>,
  award: { organisationId: string; name: string; amountFen: Fen; email: string },
): OwnerInvitation => ({
  organisationId: award.organisationId,
  email: award.email,
  values: {
    city: terms.city,
    programme: terms.version.guide.title['zh-CN'],
    place: award.name,
    amount: formatFen(award.amountFen),
  },
});

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

/** Issues every row that is ready, piece by piece in one transaction. The first refusal undoes all of them. */
async function issueAll(
  grant: Grant<'award.release'>,
  terms: Terms,
): Promise<Outcome<number, LedgerRefusal | 'line_banned'>> {
  const { list, version, validTo } = terms;
  const invited = new Set<string>();
  let issued = 0;
  for (let after = 0; ;) {
    const awards = await nextAwards(grant.tx, list, after);
    const last = awards.at(-1);
    if (!last) return done(issued);
    const banned = await findBanned(grant, terms, awards);
    if (banned) return banned;
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
    issued += awards.length;
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
  return refused('line_banned', { line: first.line, on: bans.get(first.organisationId) ?? '' });
}

async function termsOf(grant: Pick<Grant, 'tx' | 'now'>, list: ImportRow): Promise<Terms> {
  const { tx, now } = grant;
  const version = await getVersion(tx, list.versionId);
  const [city] = await tx.select().from(cities).where(eq(cities.id, list.cityId));
  const validTo = endOfDay(addMonths(shanghaiDate(now), version.rules.voucher.validMonths));
  return { list, version, validTo, city: city?.nameZh ?? '' };
}

/**
 * Releases a proposed list: adds the firms that are not on the portal yet, and creates every row's voucher
 * together with its money, all or none. The firms do not spend these vouchers: like the vouchers of
 * programmes where start-ups pay first, they go straight to settlement, and the firm is its own payee. The
 * constraints `award_rows_issued_once` and `entries_one_per_key` enforce what `issued_before` reports.
 */
export async function releaseImport(
  grant: Grant<'award.release'>,
  input: z.output<typeof inputs.importInput>,
): Promise<Outcome<null, ReleaseRefusal>> {
  const { tx, actor, now } = grant;
  const found = await findReleasable(grant, input.importId);
  if (!found.ok) return found;
  if (found.repeated) return repeated(null);
  const list = found.value;
  const terms = await termsOf(grant, list);
  try {
    const issued = await issueAll(grant, terms);
    if (!issued.ok) return issued;
    if (issued.value !== list.readyCount)
      throw new Error(`Not every row of ${list.id} was issued.`);
    await warnOfBudget(grant, { programmeId: list.programmeId, poolId: list.programmeId });
  } catch (error) {
    if (error instanceof UnusableFirm) return refused('firm_unusable', { line: error.line });
    throw error;
  }
  await tx
    .update(awardImports)
    .set({
      state: awardImportLifecycle.transitions.release.to,
      decidedBy: userOf(actor),
      decidedAt: now,
    })
    .where(eq(awardImports.id, list.id));
  await grant.record({
    action: 'award.released',
    subject: { kind: 'award_import', id: list.id },
    versionId: list.versionId,
    data: {
      reference: list.reference,
      rows: list.readyCount,
      totalFen: list.totalFen.toString(),
      fileSha256: list.fileSha256,
    },
  });
  return done(null);
}

type ResendRefusal = 'row_unknown' | 'state_changed' | 'owner_there' | 'email_needed';

/** Invites the owner of an awarded firm again, at another address where one is given. */
export async function resendInvitation(
  grant: Grant<'award.import'>,
  input: z.output<typeof inputs.resendInput>,
): Promise<Outcome<{ importId: string }, ResendRefusal>> {
  const locked = await lockRow(grant, input.rowId);
  if (!locked.ok) return locked;
  const { importRow } = locked.value;
  const { tx } = grant;
  const [row] = await tx.select().from(awardRows).where(eq(awardRows.id, input.rowId));
  if (row?.state !== 'issued' || !row.organisationId || row.amountFen === null) {
    return refused('state_changed');
  }
  const email = input.email === '' ? row.email : input.email;
  if (email === null) return refused('email_needed', {}, 'email');
  const sent = await inviteOwners(grant, [
    invitationOf(await termsOf(grant, importRow), {
      organisationId: row.organisationId,
      name: row.name ?? '',
      amountFen: row.amountFen,
      email,
    }),
  ]);
  if (sent === 0) return refused('owner_there');
  await grant.record({
    action: 'award.invited_again',
    subject: { kind: 'award_row', id: row.id },
    organisationId: row.organisationId,
    data: { reference: importRow.reference, line: row.line },
  });
  return done({ importId: importRow.id });
}
