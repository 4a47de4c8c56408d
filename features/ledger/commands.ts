import 'server-only';
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { addDays, formatUntil, startOfDay, type IsoDate } from '@/lib/dates';
import { fen, formatFen, sumFen, zeroFen, type Fen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import { sqlStateOf } from '@/server/database-errors';
import type { Grant, RecordedRefusal } from '@/server/gate';
import { nobody as portalClient } from '@/server/once';
import { requestLocaleOr } from '@/server/request';
import type { LedgerKind, LedgerRefusal } from './messages';
import { roomFor } from './pool-queries';
import { getBalance, getHoldBalances, getPool } from './queries';

export type Posting = {
  kind: LedgerKind;
  amountFen: Fen;
  voucherId: string;
  holdId?: string;
  vendorId?: string;
  /** For `hold`: until when a redemption may be submitted against it. */
  expiresAt?: Date;
  /** The entry that it undoes (`reverse`: a capture) or pays back (`repay`, `write_off`: a reversal). */
  ofEntryId?: string;
};

export type Posted = { entryId: string; voucherId: string; holdId: string | null };

type EntryRow = { id: string; account_id: string; hold_id: string | null; outcome: string };

const toPosted = (row: EntryRow): Posted => ({
  entryId: row.id,
  voucherId: row.account_id,
  holdId: row.hold_id,
});

/**
 * Returns the SHA-256 of a canonical text of kind, amount and ids. The same key with other contents is an
 * error of the sender. Leaves out what is new in each attempt: times, and the id of a new hold.
 */
function fingerprint(posting: Posting): string {
  const { kind, amountFen, voucherId, holdId, vendorId, ofEntryId } = posting;
  const existingHold = kind === 'hold' ? '' : (holdId ?? '');
  const parts = [kind, amountFen.toString(), voucherId, existingHold, vendorId ?? ''];
  if (ofEntryId !== undefined) parts.push(ofEntryId);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

const keyOf = (
  { actor, idempotencyKey }: Pick<Grant, 'actor' | 'idempotencyKey'>,
  part: string,
) => ({
  client: actor.userId ?? portalClient,
  key: `${idempotencyKey}:${part}`,
});

/**
 * Moves money. There is no other way to move it. Runs in the grant's transaction under the grant's key; a
 * command that posts more than once gives each posting its own `part`. The gate answers an act that was sent
 * before. Therefore a posting under a key that has posted already is always another act.
 * @returns the new entry, or why the ledger declined; a declined posting stays on record even though the
 * command's transaction is undone
 */
export async function post(
  grant: Grant,
  posting: Posting,
  part: string = posting.kind,
): Promise<Outcome<Posted, LedgerRefusal>> {
  const { tx } = grant;
  const { client, key } = keyOf(grant, part);
  const print = fingerprint(posting);
  let entry: EntryRow | undefined;
  try {
    // A savepoint, so that a reused key does not abort the whole transaction.
    [entry] = await tx.transaction((inner) =>
      inner.execute<EntryRow>(sql`select id, account_id, hold_id, outcome from ledger.post(
        ${client}::uuid, ${key}, ${print}, ${posting.kind}, ${posting.amountFen.toString()}::bigint,
        ${posting.voucherId}::uuid, ${posting.holdId ?? null}::uuid, ${posting.vendorId ?? null}::uuid,
        ${posting.expiresAt?.toISOString() ?? null}::timestamptz, ${posting.ofEntryId ?? null}::uuid)`),
    );
  } catch (error) {
    if (sqlStateOf(error) === 'LG422') return refused('key_reused');
    throw error;
  }
  if (!entry) throw new Error('The ledger did not answer.');
  if (entry.outcome === 'posted') return done(toPosted(entry));
  if (entry.outcome === 'repeated:posted') return refused('key_reused');
  const reason = entry.outcome.replace(/^(repeated:)?declined:/, '');
  const refusal: RecordedRefusal<LedgerRefusal> = {
    ...refused(`ledger_${reason}` as LedgerRefusal, await limits(tx, posting)),
    leaveTrace: async (outer) => {
      await outer.execute(sql`select ledger.record_declined(${client}::uuid, ${key}, ${print},
        ${posting.kind}, ${posting.amountFen.toString()}::bigint, ${posting.voucherId}::uuid,
        ${posting.holdId ?? null}::uuid, ${posting.vendorId ?? null}::uuid, ${reason})`);
    },
  };
  return refusal;
}

/**
 * Returns the amounts and the date for the text of a refusal: what was requested, what is available, and
 * until when.
 */
async function limits(
  tx: Tx,
  posting: Posting,
): Promise<Record<'amount' | 'available' | 'on', string>> {
  const locale = await requestLocaleOr('zh-CN');
  const refusalValues = (available: Fen | undefined, until: Date | undefined) => ({
    amount: formatFen(posting.amountFen),
    available: available === undefined ? '' : formatFen(available),
    on: until ? formatUntil(until, locale) : '',
  });
  if (posting.kind === 'issue' || posting.kind === 'write_off') {
    return refusalValues(await roomFor(tx, posting.voucherId), undefined);
  }
  if (posting.kind === 'hold' || posting.holdId === undefined) {
    const balance = await getBalance(tx, posting.voucherId);
    return refusalValues(balance?.availableFen, balance?.validTo);
  }
  const hold = (await getHoldBalances(tx, [posting.holdId])).get(posting.holdId);
  return refusalValues(
    posting.kind === 'capture' ? hold?.claimedFen : hold?.openFen,
    hold?.expiresAt,
  );
}

export type BulkIssue = {
  /** The key that makes the issue happen only once in a city, whoever sends it and however often. */
  key: string;
  voucherId: string;
  organisationId: string;
  amountFen: Fen;
  validTo: Date;
  /** For a hold that pays the holder at once. */
  holdId: string;
};

/**
 * Opens and fills the accounts of many vouchers of one pool, all or none. `payOut` spends each at once on its
 * holder, for programmes where start-ups pay first. The constraint `entries_one_per_key` rejects a voucher
 * that was issued before.
 * @returns null, or a refusal where the pool has too little; then none is issued
 */
export async function issueMany(
  { tx }: Pick<Grant, 'tx'>,
  batch: { cityId: string; programmeId: string; payOut: boolean; rows: readonly BulkIssue[] },
): Promise<Outcome<null, LedgerRefusal>> {
  const { cityId, programmeId, payOut, rows } = batch;
  const sent = rows.map((row) => ({
    key: row.key,
    voucher: row.voucherId,
    organisation: row.organisationId,
    amount: row.amountFen.toString(),
    valid_to: row.validTo.toISOString(),
    hold: row.holdId,
  }));
  const [answer] = await tx.execute<{ outcome: string }>(sql`select ledger.issue_many(
    ${cityId}::uuid, ${programmeId}::uuid, ${portalClient}::uuid, ${JSON.stringify(sent)}::jsonb,
    ${payOut}) as outcome`);
  if (!answer) throw new Error('The ledger did not answer.');
  if (answer.outcome === 'posted') return done(null);
  const pool = await getPool(tx, programmeId);
  return refused(`ledger_${answer.outcome.replace('declined:', '')}` as LedgerRefusal, {
    amount: formatFen(sumFen(rows.map((row) => row.amountFen))),
    available: formatFen(pool?.leftFen ?? zeroFen),
    on: '',
  });
}

/** Opens the empty account of a voucher, in its programme's pool or in the given sub-pool. */
export async function openAccount(
  { tx }: Pick<Grant, 'tx'>,
  account: {
    cityId: string;
    programmeId: string;
    poolId?: string | undefined;
    voucherId: string;
    organisationId: string;
    validTo: Date;
  },
): Promise<void> {
  const poolId = account.poolId ?? account.programmeId;
  await tx.execute(sql`select ledger.open_account(${account.cityId}::uuid, ${poolId}::uuid,
    ${account.voucherId}::uuid, ${account.organisationId}::uuid, ${account.validTo.toISOString()}::timestamptz)`);
}

export async function setFrozen(
  { tx }: Pick<Grant, 'tx'>,
  account: { cityId: string; voucherId: string; frozen: boolean },
): Promise<void> {
  await tx.execute(
    sql`select ledger.set_frozen(${account.cityId}::uuid, ${account.voucherId}::uuid, ${account.frozen})`,
  );
}

/** Gives the account of a voucher more time. @throws where it has expired, or would not become valid for longer */
export async function extendAccount(
  { tx }: Pick<Grant, 'tx'>,
  account: { cityId: string; voucherId: string; validTo: Date },
): Promise<void> {
  await tx.execute(sql`select ledger.extend_account(${account.cityId}::uuid, ${account.voucherId}::uuid,
    ${account.validTo.toISOString()}::timestamptz)`);
}

/**
 * Writes interest that was received or waived on the debt of a reversal. It is a record of its own and no posting of the matrix: no
 * account, pool or settlement is concerned, because interest goes to the treasury.
 */
export async function postInterest(
  { tx }: Pick<Grant, 'tx'>,
  interest: {
    cityId: string;
    kind: 'received' | 'waived';
    amountFen: Fen;
    ofEntryId: string;
    payeeId: string;
    creditId: string;
  },
): Promise<void> {
  const { cityId, kind, amountFen, ofEntryId, payeeId, creditId } = interest;
  await tx.execute(sql`select ledger.post_interest(${cityId}::uuid, ${kind}, ${amountFen.toString()}::bigint,
    ${ofEntryId}::uuid, ${payeeId}::uuid, ${creditId}::uuid)`);
}

/** Pauses the vouchers of a programme from an instant on, or between two. @throws where it is paused already */
export async function beginPause(
  { tx }: Pick<Grant, 'tx'>,
  pause: { cityId: string; programmeId: string; from: Date; to?: Date },
): Promise<void> {
  await tx.execute(sql`select ledger.begin_pause(${pause.cityId}::uuid, ${pause.programmeId}::uuid,
    ${pause.from.toISOString()}::timestamptz, ${pause.to?.toISOString() ?? null}::timestamptz)`);
}

/** Ends the pause of a programme at an instant, and gives accounts and holds their days. @throws where it is not paused */
export async function endPause(
  { tx }: Pick<Grant, 'tx'>,
  pause: {
    cityId: string;
    programmeId: string;
    to: Date;
    accounts: readonly { voucherId: string; days: number }[];
    holdIds: readonly string[];
  },
): Promise<void> {
  const ids = pause.accounts.map(({ voucherId }) => voucherId);
  const days = pause.accounts.map((account) => account.days);
  await tx.execute(sql`select ledger.end_pause(${pause.cityId}::uuid, ${pause.programmeId}::uuid,
    ${pause.to.toISOString()}::timestamptz, ${sql.param(ids)}::uuid[], ${sql.param(days)}::integer[],
    ${sql.param([...pause.holdIds])}::uuid[])`);
}

/**
 * Keeps other settlements with a payee, and other changes of its debt, out until this transaction ends. For commands that
 * lock rows about the payee before they post: a settlement locks the payee first, and those rows later.
 */
export async function lockPayee(
  { tx }: Pick<Grant, 'tx'>,
  { cityId, payeeId }: { cityId: string; payeeId: string },
): Promise<void> {
  await tx.execute(sql`select ledger.lock_payee(${cityId}::uuid, ${payeeId}::uuid)`);
}

/** Until which day a programme may be settled: what was verified on it or earlier. */
export type Cutoff = { readonly programmeId: string; readonly through: IsoDate };

/**
 * Puts what is still unsettled for a payee into a settlement, which may have lines already: of each of these programmes what
 * was captured until its day, and what the payee owes. Returns the settlement's sum in fen; zero, and nothing is put in, where
 * it would not be positive.
 */
export async function settle(
  { tx }: Pick<Grant, 'tx'>,
  settlement: {
    cityId: string;
    settlementId: string;
    payeeId: string;
    cutoffs: readonly Cutoff[];
  },
): Promise<Fen> {
  const { cityId, settlementId, payeeId, cutoffs } = settlement;
  const programmes = cutoffs.map(({ programmeId }) => programmeId);
  const before = cutoffs.map(({ through }) => startOfDay(addDays(through, 1)).toISOString());
  const [row] = await tx.execute<{ total: string }>(
    sql`select ledger.settle(${cityId}::uuid, ${settlementId}::uuid, ${payeeId}::uuid,
      ${sql.param(programmes)}::uuid[], ${sql.param(before)}::text[]::timestamptz[])::text as total`,
  );
  return fen(BigInt(row?.total ?? '0'));
}
