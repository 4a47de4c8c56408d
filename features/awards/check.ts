import 'server-only';
import { and, asc, eq, gt, inArray, ne, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { awardImports, awardRows } from '@/db/schema/awards';
import { getPool } from '@/features/ledger/queries';
import { getVersion } from '@/features/programmes/queries';
import { awardedInYear } from '@/features/vouchers/award-queries';
import { bansUnder } from '@/features/bans/in-force';
import type { OrganisationKind } from '@/lib/organisation-kind';
import { shanghaiDate, startOfDay, yearOf, type IsoDate } from '@/lib/dates';
import { fen, sumFen, zeroFen, type Fen } from '@/lib/money';
import { identityKey } from '@/lib/normal';
import type { Rules } from '@/features/rules/domain/rules';
import { fromMoney } from '@/features/rules/domain/unit-price';
import { fieldsFor, type FieldNeed } from './domain/fields';
import { judge, type Judged, type KnownFirm, type Twin } from './domain/judge';
import { awardRowLifecycle, listedRowStates, promisedRowStates } from './domain/lifecycle';
import type { Mapping } from './domain/mapping';
import { codesOf } from './domain/problems';
import { readRow, type ReadRow } from './domain/read-row';
import { chipWords, purposeWords } from './header-messages';
import { chunkRows } from '@/features/tables/limits';

export type ImportRow = typeof awardImports.$inferSelect;
export type StoredRow = Pick<
  typeof awardRows.$inferSelect,
  'id' | 'line' | 'cells' | 'state' | 'importId'
>;

/** Everything that is needed to read and judge the rows of a list. */
export type Plan = {
  readonly importRow: ImportRow;
  readonly mapping: Mapping;
  readonly rules: Rules;
  readonly needs: readonly FieldNeed[];
  readonly on: IsoDate;
};

export async function planOf(
  tx: Tx,
  importRow: ImportRow,
  mapping: Mapping,
  now: Date,
): Promise<Plan> {
  const { rules } = await getVersion(tx, importRow.versionId);
  return { importRow, mapping, rules, needs: fieldsFor(rules), on: shanghaiDate(now) };
}

export const rowColumns = {
  id: awardRows.id,
  line: awardRows.line,
  cells: awardRows.cells,
  state: awardRows.state,
  importId: awardRows.importId,
};

export type Firm = KnownFirm & { readonly id: string };

/** Loads the firms on the portal by their credit codes. */
export async function firmsOf(tx: Tx, codes: readonly string[]): Promise<Map<string, Firm>> {
  const rows = await tx.execute<{
    credit_code: string;
    organisation_id: string;
    name: string;
    kind: OrganisationKind;
    applicant_type: string;
    registered_on: string | null;
    has_owner: boolean;
  }>(sql`select * from app.find_firms(${sql.param([...codes])}::text[])`);
  return new Map(
    rows.map((row) => [
      row.credit_code,
      {
        id: row.organisation_id,
        name: row.name,
        kind: row.kind,
        applicantType: row.applicant_type,
        registeredOn: row.registered_on,
        hasOwner: row.has_owner,
      },
    ]),
  );
}

type Line = { id: string; twin: Twin };

/** Keeps what earlier lines of this list and of other lists have claimed for the firms in question. */
class Earlier {
  private readonly lines = new Map<string, Line>();
  private readonly amounts = new Map<string, Fen>();

  private keyOf = (code: string, reference: string) =>
    JSON.stringify([code, identityKey(reference)]);

  twinOf({ creditCode, reference }: ReadRow): Line | undefined {
    if (creditCode === undefined || reference === undefined) return undefined;
    return this.lines.get(this.keyOf(creditCode, reference));
  }

  amountOf = (creditCode: string | undefined): Fen =>
    (creditCode === undefined ? undefined : this.amounts.get(creditCode)) ?? zeroFen;

  addLine(creditCode: string | null, reference: string | null, line: Line): void {
    if (creditCode === null || reference === null) return;
    const key = this.keyOf(creditCode, reference);
    if (!this.lines.has(key)) this.lines.set(key, line);
  }

  addAmount(creditCode: string | null, amount: Fen | null): void {
    if (creditCode === null || amount === null) return;
    this.amounts.set(creditCode, fen(this.amountOf(creditCode) + amount));
  }
}

/** States of rows that no other list may award again. */
const settledStates = [...promisedRowStates, 'issued'];

/**
 * Loads the lines before `line` of the same list, and the lines of lists that were uploaded before, are on public notice or
 * were issued. Lines that were set aside or discarded claim nothing. What is on notice counts as awarded in the year, because
 * it is issued without another look at the cap.
 */
async function earlierLines(
  tx: Tx,
  plan: Plan,
  codes: readonly string[],
  line: number,
): Promise<Earlier> {
  const own = plan.importRow;
  const rows = await tx
    .select({
      id: awardRows.id,
      creditCode: awardRows.creditCode,
      reference: awardRows.contractReference,
      line: awardRows.line,
      amountFen: awardRows.amountFen,
      state: awardRows.state,
      importId: awardRows.importId,
      importReference: awardImports.reference,
    })
    .from(awardRows)
    .innerJoin(awardImports, eq(awardImports.id, awardRows.importId))
    .where(
      and(
        eq(awardRows.programmeId, own.programmeId),
        inArray(awardRows.creditCode, [...codes]),
        ne(awardRows.state, 'set_aside'),
        ne(awardImports.state, 'discarded'),
        sql`(${awardRows.importId} = ${own.id} and ${awardRows.line} < ${line}
          or ${awardRows.importId} < ${own.id}
          or ${awardRows.state} = any (${sql.param(settledStates)}::text[]))`,
      ),
    )
    .orderBy(asc(awardRows.importId), asc(awardRows.line));
  const earlier = new Earlier();
  for (const row of rows) {
    const here = row.importId === own.id;
    const twin = { line: row.line, importReference: here ? null : row.importReference };
    earlier.addLine(row.creditCode, row.reference, { id: row.id, twin });
    const promised = promisedRowStates.some((state) => state === row.state);
    if (promised || (here && row.state === 'ready')) {
      earlier.addAmount(row.creditCode, row.amountFen);
    }
  }
  return earlier;
}

type Read = { row: StoredRow; read: ReadRow; problems: Judged['problems'] };
type Verdict = { read: ReadRow; judged: Judged; duplicateOf: string | null; row: StoredRow };

const texts = (values: readonly (string | undefined)[]) =>
  values.filter((value): value is string => value !== undefined);

function readAll(plan: Plan, rows: readonly StoredRow[]): Read[] {
  const { mapping, needs, importRow } = plan;
  const words = { chipOrigin: chipWords, purpose: purposeWords };
  const how = { mapping, needs, words, width: importRow.headers.length };
  return rows.map((row) => ({ row, ...readRow(row.cells, how) }));
}

function stateAfter({ row, judged }: Verdict) {
  const next = awardRowLifecycle.next(row.state, judged.amountFen === null ? 'fail' : 'pass');
  if (!next.ok) throw new Error(`Row ${row.id} cannot be checked while it is ${row.state}.`);
  return next.value;
}

async function writeVerdicts(tx: Tx, verdicts: readonly Verdict[]): Promise<void> {
  const sent = verdicts.map((verdict) => {
    const { row, read, judged, duplicateOf } = verdict;
    return {
      id: row.id,
      state: stateAfter(verdict),
      credit_code: read.creditCode ?? null,
      name: read.name ?? null,
      email: read.email ?? null,
      contract_reference: read.reference ?? null,
      registered_on: read.registeredOn ?? null,
      base_fen: read.base?.toString() ?? null,
      amount_fen: judged.amountFen?.toString() ?? null,
      problems: judged.problems,
      problem_codes: codesOf(judged.problems),
      duplicate_of: duplicateOf,
    };
  });
  await tx.execute(sql`update award_rows r set state = x.state, credit_code = x.credit_code,
      name = x.name, email = x.email, contract_reference = x.contract_reference,
      reference_key = app.identity_key(x.contract_reference),
      registered_on = x.registered_on, base_fen = x.base_fen, amount_fen = x.amount_fen,
      problems = x.problems, problem_codes = x.problem_codes, duplicate_of = x.duplicate_of,
      set_aside_reason = null
    from jsonb_to_recordset(${JSON.stringify(sent)}::jsonb) as x(id uuid, state text,
      credit_code text, name text, email text, contract_reference text, registered_on date,
      base_fen bigint, amount_fen bigint, problems jsonb, problem_codes text[], duplicate_of uuid)
    where r.id = x.id`);
}

/**
 * Reads, judges and writes consecutive rows of one list.
 * @param poolFen what the pool has left before the first row, in fen
 * @returns what the pool has left after the last row, in fen: zero once a row has requested more than was
 * left
 */
export async function checkRows(
  tx: Tx,
  plan: Plan,
  rows: readonly StoredRow[],
  poolFen: Fen,
): Promise<{ leftFen: Fen; verdicts: Verdict[] }> {
  const all = readAll(plan, rows);
  const codes = [...new Set(texts(all.map(({ read }) => read.creditCode)))];
  const firms = await firmsOf(tx, codes);
  const earlier = await earlierLines(tx, plan, codes, rows[0]?.line ?? 0);
  const ids = [...firms.values()].map(({ id }) => id);
  const { programmeId } = plan.importRow;
  const awarded = await awardedInYear(tx, programmeId, ids, {
    year: yearOf(plan.on),
    rules: plan.rules,
  });
  const place = { cityId: plan.importRow.cityId, organisationIds: ids };
  const banned = await bansUnder(tx, plan.rules, place, startOfDay(plan.on));
  let leftFen = poolFen;
  const verdicts = all.map(({ row, read, problems }): Verdict => {
    const firm = read.creditCode === undefined ? undefined : firms.get(read.creditCode);
    const before = earlier.twinOf(read);
    const judged = judge(plan.rules, read, problems, {
      on: plan.on,
      firm,
      twin: before?.twin,
      usedFen: fen(
        fromMoney(plan.rules, earlier.amountOf(read.creditCode), 'up') +
          ((firm && awarded.get(firm.id)) ?? zeroFen),
      ),
      bannedUntil: firm && banned.get(firm.id),
      poolFen: fromMoney(plan.rules, leftFen, 'down'),
    });
    if (judged.amountFen !== null) leftFen = fen(leftFen - judged.amountFen);
    // Once a row requests more than is left, no later row gets anything.
    else if (judged.problems.row?.code === 'pool_exhausted') leftFen = zeroFen;
    earlier.addLine(read.creditCode ?? null, read.reference ?? null, {
      id: row.id,
      twin: { line: row.line, importReference: null },
    });
    earlier.addAmount(read.creditCode ?? null, judged.amountFen);
    return { row, read, judged, duplicateOf: before?.id ?? null };
  });
  await writeVerdicts(tx, verdicts);
  return { leftFen, verdicts };
}

/** Returns how much of the pool, in fen, is left for the list. */
export async function poolFor(tx: Tx, importRow: ImportRow): Promise<Fen> {
  return (await getPool(tx, importRow.programmeId))?.leftFen ?? zeroFen;
}

/** Checks every row of a list that is not set aside, piece by piece, in the order of the file. */
export async function checkAll(tx: Tx, plan: Plan): Promise<void> {
  let leftFen = await poolFor(tx, plan.importRow);
  let after = 0;
  for (;;) {
    const rows = await tx
      .select(rowColumns)
      .from(awardRows)
      .where(
        and(
          eq(awardRows.importId, plan.importRow.id),
          gt(awardRows.line, after),
          inArray(awardRows.state, awardRowLifecycle.transitions.pass.from),
        ),
      )
      .orderBy(asc(awardRows.line))
      .limit(chunkRows);
    const last = rows.at(-1);
    if (!last) return;
    ({ leftFen } = await checkRows(tx, plan, rows, leftFen));
    after = last.line;
  }
}

/** Counts the rows again and stores the figures with the list. */
export async function recount(
  tx: Tx,
  importId: string,
): Promise<{ staged: number; problems: number }> {
  const counted = await tx
    .select({
      state: awardRows.state,
      rows: sql<number>`count(*)::int`,
      total: sql<string>`coalesce(sum(${awardRows.amountFen}), 0)::text`,
    })
    .from(awardRows)
    .where(eq(awardRows.importId, importId))
    .groupBy(awardRows.state);
  const problems = await tx.execute<{ code: string; rows: number }>(sql`
    select code, count(*)::int as rows from award_rows r, unnest(r.problem_codes) code
    where r.import_id = ${importId}::uuid and r.state = 'problem' group by code`);
  const count = (state: StoredRow['state']) =>
    counted.find((row) => row.state === state)?.rows ?? 0;
  const listed = counted.filter(({ state }) => listedRowStates.some((known) => known === state));
  await tx
    .update(awardImports)
    .set({
      rowCount: counted.reduce((sum, row) => sum + row.rows, 0),
      readyCount: listed.reduce((sum, row) => sum + row.rows, 0),
      problemCount: count('problem'),
      setAsideCount: count('set_aside'),
      totalFen: sumFen(listed.map(({ total }) => fen(BigInt(total)))),
      problemSummary: Object.fromEntries(problems.map((row) => [row.code, row.rows])),
    })
    .where(eq(awardImports.id, importId));
  return { staged: count('staged'), problems: count('problem') };
}
