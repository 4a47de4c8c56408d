import 'server-only';
import { asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { auditEvents } from '@/db/schema/audit';
import { accounts, settlementLines } from '@/db/schema/ledger';
import { organisations } from '@/db/schema/people';
import { programmes } from '@/db/schema/programmes';
import { payments } from '@/db/schema/settlements';
import { vouchers } from '@/db/schema/vouchers';
import type { IsoDate } from '@/lib/dates';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import type { Named } from '@/lib/organisation-name';
import { authorityOf, cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { findSubjects, subjectKey, type Subject } from '@/server/subjects';
import { readEntries, type EntryRow, type JournalFilter } from './journal-filter';
import { subjectsOfEntries } from './journal-subjects';
import type { Authority } from '@/lib/permissions';

/** An entry with all that people know it by. */
export type JournalRow = EntryRow & {
  subject: Subject | null;
  programme: Subject | null;
  holder: Named | null;
  payee: Named | null;
  /** The name of the person whose act it was; null for the portal itself, or where no name is known. */
  by: string | null;
  /** The payment that includes it, and the day on which that was made. */
  payment: { subject: Subject; paidOn: IsoDate | null } | null;
};
export type JournalPage = { rows: JournalRow[]; nextCursor: string | null };

/** Loads the last name under which each of these people acted in the city. The record keeps names of accounts that are gone. */
async function namesOf(
  tx: Tx,
  cityId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; name: string | null }>(sql`
    select person.id, (select a.actor_name from ${auditEvents} a
      where a.city_id = ${cityId}::uuid and a.actor_id = person.id order by a.id desc limit 1) as name
    from unnest(${sql.param([...ids])}::uuid[]) as person (id)`);
  return new Map(rows.flatMap(({ id, name }) => (name ? [[id, name]] : [])));
}

const distinct = (ids: readonly (string | null | undefined)[]) => [
  ...new Set(ids.flatMap((id) => id ?? [])),
];

async function partiesOf(tx: Tx, rows: readonly EntryRow[]) {
  const owned = await tx
    .select({
      id: accounts.id,
      holderId: accounts.organisationId,
      programmeId: vouchers.programmeId,
    })
    .from(accounts)
    .leftJoin(vouchers, eq(vouchers.id, accounts.id))
    .where(inArray(accounts.id, distinct(rows.map(({ voucherId }) => voucherId))));
  const ids = distinct([
    ...owned.map(({ holderId }) => holderId),
    ...rows.map(({ payeeId }) => payeeId),
  ]);
  const named = await tx
    .select({ id: organisations.id, name: organisations.name, nameEn: organisations.nameEn })
    .from(organisations)
    .where(inArray(organisations.id, ids));
  return {
    accounts: new Map(owned.map((row) => [row.id, row])),
    names: new Map(named.map(({ id, ...names }) => [id, names])),
  };
}

const paymentsOf = (tx: Tx, rows: readonly EntryRow[]) =>
  tx
    .select({
      entryId: settlementLines.entryId,
      id: payments.id,
      state: payments.state,
      paidOn: payments.paidOn,
    })
    .from(settlementLines)
    .innerJoin(payments, eq(payments.id, settlementLines.settlementId))
    .where(
      inArray(
        settlementLines.entryId,
        rows.map(({ id }) => id),
      ),
    );

async function explain(
  tx: Tx,
  cityId: string,
  role: Authority,
  rows: readonly EntryRow[],
): Promise<JournalRow[]> {
  if (rows.length === 0) return [];
  const about = await subjectsOfEntries(tx, rows);
  const parties = await partiesOf(tx, rows);
  const settled = new Map((await paymentsOf(tx, rows)).map((row) => [row.entryId, row]));
  const names = await namesOf(tx, cityId, distinct(rows.map(({ actorId }) => actorId)));
  const programmeIds = distinct([...parties.accounts.values()].map((one) => one.programmeId));
  const subjects = await findSubjects(tx, role, [
    ...about.values(),
    ...programmeIds.map((id) => ({ kind: 'programme', id })),
    ...[...settled.values()].map(({ id }) => ({ kind: 'payment', id })),
  ]);
  const find = (kind: string, id: string | null | undefined) =>
    (id && subjects.get(subjectKey({ kind, id }))) || null;
  return rows.map((row) => {
    const ref = about.get(row.id);
    const account = parties.accounts.get(row.voucherId);
    const line = settled.get(row.id);
    const payment = find('payment', line?.id);
    return {
      ...row,
      subject: ref ? find(ref.kind, ref.id) : null,
      programme: find('programme', account?.programmeId),
      holder: (account && parties.names.get(account.holderId)) ?? null,
      payee: (row.payeeId && parties.names.get(row.payeeId)) || null,
      by: (row.actorId && names.get(row.actorId)) || null,
      payment: payment && {
        subject: payment,
        paidOn: line?.state === 'paid' ? line.paidOn : null,
      },
    };
  });
}

/** Lists a page of the city's journal, the newest entry first. */
export const listJournal = (
  actor: Actor<'ledger.read'>,
  filter: JournalFilter,
): Promise<JournalPage> =>
  inScope(actor, async ({ tx }) => {
    const rows = await readEntries(tx, cityOf(actor), filter, {
      before: decodeIdCursor(filter.cursor),
      limit: pageSize + 1,
    });
    const page = pageOf(rows, pageSize, (row) => [row.id]);
    return { ...page, rows: await explain(tx, cityOf(actor), authorityOf(actor), page.rows) };
  });

/** Lists the programmes of the city, by which the journal is filtered. */
export const listJournalProgrammes = (actor: Actor<'ledger.read'>): Promise<Subject[]> =>
  inScope(actor, async ({ tx }) => {
    const rows = await tx
      .select({ id: programmes.id })
      .from(programmes)
      .where(eq(programmes.cityId, cityOf(actor)))
      .orderBy(asc(programmes.slug));
    const refs = rows.map(({ id }) => ({ kind: 'programme', id }));
    return [...(await findSubjects(tx, authorityOf(actor), refs)).values()];
  });

const rowsAtOnce = 1_000;

/** Reads all entries that fit the filter, the newest first, some at a time, so that a long journal needs little memory. */
export async function* readJournal(
  actor: Actor<'ledger.read'>,
  filter: JournalFilter,
): AsyncGenerator<JournalRow> {
  for (let before: string | undefined; ;) {
    const from = before;
    const rows = await inScope(actor, async ({ tx }) => {
      const part = await readEntries(tx, cityOf(actor), filter, {
        before: from,
        limit: rowsAtOnce,
      });
      return explain(tx, cityOf(actor), authorityOf(actor), part);
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    before = last.id;
  }
}
