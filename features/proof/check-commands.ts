import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { proofChecks, proofFindings } from '@/db/schema/proof';
import {
  countBooks,
  listAccountsAfter,
  listBreaks,
  listPosted,
  type Break,
} from '@/features/ledger/proof-queries';
import { shanghaiDate } from '@/lib/dates';
import { ChainCheck } from './domain/chain';
import { mostFindings } from './domain/findings';
import { isOfChain, noCity, type Finding } from './domain/records';
import { askThrough, chainRecords } from './read-records';
import type { AsPortal } from './seal-commands';
import { overlapMs } from '@/features/ledger/books-queries';
import { sha256 } from './sha';

export type CheckKind = 'recent' | 'full' | 'chain';

/** What a check looked at and found. */
export type Checked = {
  kind: CheckKind;
  source: Finding['source'];
  /** The real time at which it began. */
  ranAt: Date;
  lookedAt: number;
  findings: readonly Finding[];
  /** How many there are in all; more than `findings` where there are very many. */
  found: number;
  /** The things that were looked at, where the check was not of everything. */
  subjects?: readonly string[];
  resumeAfter?: string | null;
};

/** So many vouchers are looked at in each recent check although nothing touched them, so that in time all are. */
const roundVouchers = 500;
/** So many vouchers are added up in one statement of a full check. */
const pageVouchers = 2_000;
/** The most touched things that a check looks at one by one. If there are more, it looks at everything. */
const mostTouched = 20_000;

const realNow = async (tx: Tx): Promise<Date> => {
  const [row] = await tx.execute<{ at: string }>(
    sql`select (extract(epoch from clock_timestamp()) * 1000)::bigint::text as at`,
  );
  if (!row) throw new Error('The database did not answer with its time.');
  return new Date(Number(row.at));
};

const ofBooks = ({ thing, id, difference }: Break): Finding => ({
  source: 'books',
  name: thing,
  subject: id,
  detail: difference,
});

const lastCheck = async (tx: Tx, cityId: string, kind: CheckKind) => {
  const [row] = await tx
    .select()
    .from(proofChecks)
    .where(and(eq(proofChecks.cityId, cityId), eq(proofChecks.kind, kind)));
  return row;
};

/** Lists what acts have touched since a moment, by their audit events. */
async function listActedOn(tx: Tx, cityId: string, since: Date): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    with events as (select subject_id, voucher_id from audit_events
      where city_id = ${cityId}::uuid and id >= app.id_at(${since.toISOString()}::timestamptz))
    select subject_id::text as id from events
    union select voucher_id::text from events where voucher_id is not null
    -- Acts on a batch are recorded of the batch alone: its payments, and the vouchers whose lines these took.
    union select p.id::text from payments p join events e on e.subject_id = p.batch_id
    union select n.account_id::text from payments p join events e on e.subject_id = p.batch_id
      join ledger.settlement_lines l on l.settlement_id = p.id join ledger.entries n on n.id = l.entry_id`);
  return rows.map(({ id }) => id);
}

/**
 * Looks at all of a city's books: the journals of its vouchers page by page, each in a statement of its own, because one over all
 * of them takes longer than a statement may.
 */
export async function checkFully(asPortal: AsPortal, cityId: string): Promise<Checked> {
  const start = await asPortal(async ({ tx }) => ({
    ranAt: await realNow(tx),
    lookedAt: await countBooks(tx, cityId),
    others: await listBreaks(tx, cityId, { summed: false }),
  }));
  const breaks = [...start.others.breaks];
  let { found } = start.others;
  let after: string | undefined = noCity;
  while (after !== undefined) {
    const from: string = after;
    const page = await asPortal(async ({ tx }) => {
      const { ids, last } = await listAccountsAfter(tx, cityId, from, pageVouchers);
      return { last, ...(await listBreaks(tx, cityId, { ids, summed: true })) };
    });
    breaks.push(...page.breaks.slice(0, Math.max(0, mostFindings - breaks.length)));
    found += page.found;
    after = page.last;
  }
  const { ranAt, lookedAt } = start;
  return { kind: 'full', source: 'books', ranAt, lookedAt, findings: breaks.map(ofBooks), found };
}

/** Lists what was touched since the last check, and where the round through all vouchers goes on; nothing before the first check. */
const listTouched = (asPortal: AsPortal, cityId: string) =>
  asPortal(async ({ tx }) => {
    const ranAt = await realNow(tx);
    const last = await lastCheck(tx, cityId, 'recent');
    if (!last) return undefined;
    const round = await listAccountsAfter(tx, cityId, last.resumeAfter ?? noCity, roundVouchers);
    const since = new Date(last.ranAt.getTime() - overlapMs);
    const posted = await listPosted(tx, cityId, since);
    const actedOn = await listActedOn(tx, cityId, since);
    const ids = [...new Set([...round.ids, ...posted, ...actedOn])];
    return ids.length > mostTouched ? undefined : { ranAt, ids, resumeAfter: round.last ?? null };
  });

/**
 * Looks at what was touched since the last check, and at some vouchers more. What somebody changed without a posting and without
 * an act is found when its turn comes, at the latest in the night.
 */
export async function checkRecent(asPortal: AsPortal, cityId: string): Promise<Checked> {
  const touched = await listTouched(asPortal, cityId);
  if (!touched) return { ...(await checkFully(asPortal, cityId)), kind: 'recent' };
  const { ranAt, ids, resumeAfter } = touched;
  const { breaks, found } = await asPortal(({ tx }) => listBreaks(tx, cityId, { ids }));
  const findings = breaks.map(ofBooks);
  const lookedAt = ids.length;
  return {
    kind: 'recent',
    source: 'books',
    ranAt,
    lookedAt,
    findings,
    found,
    subjects: ids,
    resumeAfter,
  };
}

/** Reads a whole chain again, with every row that it seals, page by page. */
export async function checkChain(asPortal: AsPortal, cityId: string | null): Promise<Checked> {
  const ranAt = await asPortal(({ tx }) => realNow(tx));
  const check = new ChainCheck(sha256);
  for await (const record of chainRecords(askThrough(asPortal), { cityId, slug: null })) {
    if (isOfChain(record)) check.take(record);
  }
  const { summary, findings, found } = check.end();
  return { kind: 'chain', source: 'chain', ranAt, lookedAt: summary.rows, findings, found };
}

/** Returns whether the checks of the night are due: once in each day of China, however the worker stood still. */
export const isNightDue = (asPortal: AsPortal, cityId: string | null): Promise<boolean> =>
  asPortal(async ({ tx, now }) => {
    const last = await lastCheck(tx, cityId ?? noCity, 'chain');
    return !last || shanghaiDate(last.at) < shanghaiDate(now);
  });

const keyOf = ({ name, subject }: Pick<Finding, 'name' | 'subject'>) => `${name} ${subject}`;

/**
 * Keeps the result of a check: what was found for the first time, and what is found no longer.
 * @returns the findings that are new
 */
export async function keepCheck(
  { tx, now }: { tx: Tx; now: Date },
  cityId: string | null,
  checked: Checked,
): Promise<Finding[]> {
  const city = cityId ?? noCity;
  const { kind, source, ranAt, lookedAt, findings, found, resumeAfter } = checked;
  const [first] = findings;
  const row = {
    at: now,
    ranAt,
    lookedAt,
    found,
    firstName: first?.name ?? null,
    firstSubject: first?.subject ?? null,
    firstDetail: first?.detail ?? null,
    resumeAfter: resumeAfter ?? null,
  };
  await tx
    .insert(proofChecks)
    .values({ cityId: city, kind, ...row })
    .onConflictDoUpdate({ target: [proofChecks.cityId, proofChecks.kind], set: row });
  return keepFindings({ tx, now }, city, { source, findings, found, subjects: checked.subjects });
}

type Kept = Pick<Checked, 'source' | 'findings' | 'found'> & {
  subjects?: readonly string[] | undefined;
};

/** Stores new findings, and closes those that a check of the same things found no longer. */
async function keepFindings(
  { tx, now }: { tx: Tx; now: Date },
  city: string,
  { source, findings, found, subjects }: Kept,
): Promise<Finding[]> {
  const open = await tx
    .select()
    .from(proofFindings)
    .where(
      and(
        eq(proofFindings.cityId, city),
        eq(proofFindings.source, source),
        isNull(proofFindings.goneAt),
      ),
    );
  const known = new Set(open.map(keyOf));
  // Two parts of the view may differ at one thing: it is told once.
  const fresh = findings.filter((one) => {
    const isNew = !known.has(keyOf(one));
    known.add(keyOf(one));
    return isNew;
  });
  if (fresh.length > 0) {
    const rows = fresh.map((one) => ({ ...one, cityId: city, foundAt: now }));
    await tx.insert(proofFindings).values(rows);
  }
  const present = new Set(findings.map(keyOf));
  const looked = subjects && new Set(subjects);
  const isWhole = findings.length === found && found < mostFindings;
  const gone = open.filter(
    (one) => isWhole && !present.has(keyOf(one)) && (!looked || looked.has(one.subject)),
  );
  if (gone.length > 0) {
    const ids = gone.map(({ id }) => id);
    await tx.update(proofFindings).set({ goneAt: now }).where(inArray(proofFindings.id, ids));
  }
  return fresh;
}

/**
 * Keeps the findings of a day's end. An identity that did not hold on the day before either keeps that day, so that one difference
 * is told once and not again each night.
 */
export async function keepDayFindings(
  grant: { tx: Tx; now: Date },
  cityId: string,
  findings: readonly Finding[],
): Promise<Finding[]> {
  const open = await grant.tx
    .select({ name: proofFindings.name, subject: proofFindings.subject })
    .from(proofFindings)
    .where(
      and(
        eq(proofFindings.cityId, cityId),
        eq(proofFindings.source, 'day'),
        isNull(proofFindings.goneAt),
      ),
    );
  const since = new Map(open.map(({ name, subject }) => [name, subject]));
  const kept = findings.map((one) => ({ ...one, subject: since.get(one.name) ?? one.subject }));
  return keepFindings(grant, cityId, { source: 'day', findings: kept, found: kept.length });
}
