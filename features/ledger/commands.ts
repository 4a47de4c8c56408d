import 'server-only';
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { formatDate } from '@/lib/dates';
import { fen, formatFen, type Fen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import { sqlStateOf } from '@/lib/server/database-errors';
import type { Grant, RecordedRefusal } from '@/lib/server/gate';
import { requestLocaleOr } from '@/lib/server/request';
import type { LedgerKind, LedgerRefusal } from './messages';
import { getBalance, getPoolOf } from './queries';

/** The portal's own client id, for what no person sends: sweeps and seals. */
const portalClient = '00000000-0000-4000-8000-000000000001';

export type Posting = {
  kind: LedgerKind;
  amountFen: Fen;
  voucherId: string;
  holdId?: string;
  vendorId?: string;
  /** For `hold`: until when a redemption may be submitted against it. */
  expiresAt?: Date;
};

type EntryRow = { id: string; outcome: string };

/** SHA-256 over every part of a posting: the same key with other contents is a fault of the sender. */
function fingerprint(posting: Posting): string {
  const parts = [
    posting.kind,
    posting.amountFen.toString(),
    posting.voucherId,
    posting.holdId ?? '',
    posting.vendorId ?? '',
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/**
 * Moves money: the only way to. Runs in the grant's transaction under the grant's key; a command
 * that posts more than once gives each posting its own `part`.
 * @returns the entry, or why the ledger declined; a declined posting stays on record even though
 * the command's transaction is undone
 */
export async function post(
  grant: Grant,
  posting: Posting,
  part: string = posting.kind,
): Promise<Outcome<{ entryId: string }, LedgerRefusal>> {
  const { tx, actor } = grant;
  const client = actor.userId ?? portalClient;
  const key = `${grant.idempotencyKey}:${part}`;
  const print = fingerprint(posting);
  let entry: EntryRow | undefined;
  try {
    // A savepoint: a reused key must not take the whole transaction with it.
    [entry] = await tx.transaction((inner) =>
      inner.execute<EntryRow>(sql`select id, outcome from ledger.post(
        ${client}::uuid, ${key}, ${print}, ${posting.kind}, ${posting.amountFen.toString()}::bigint,
        ${posting.voucherId}::uuid, ${posting.holdId ?? null}::uuid, ${posting.vendorId ?? null}::uuid,
        ${posting.expiresAt?.toISOString() ?? null}::timestamptz)`),
    );
  } catch (error) {
    if (sqlStateOf(error) === 'LG422') return refused('key_reused');
    throw error;
  }
  if (!entry) throw new Error('The ledger did not answer.');
  if (entry.outcome === 'posted') return done({ entryId: entry.id });
  const reason = entry.outcome.replace('declined:', '');
  const refusal: RecordedRefusal<LedgerRefusal> = {
    ...refused(`ledger_${reason}` as LedgerRefusal, await limits(tx, posting)),
    leaveTrace: async (outer) => {
      await outer.execute(sql`select ledger.record_declined(${client}::uuid, ${key}, ${print},
        ${posting.kind}, ${posting.amountFen.toString()}::bigint, ${posting.voucherId}::uuid,
        ${posting.vendorId ?? null}::uuid, ${reason})`);
    },
  };
  return refusal;
}

/** The figures a refusal's text names. */
async function limits(tx: Tx, posting: Posting) {
  const amount = formatFen(posting.amountFen);
  if (posting.kind === 'issue') {
    const pool = await getPoolOf(tx, posting.voucherId);
    return { amount, available: formatFen(pool?.leftFen ?? fen(0n)), on: '' };
  }
  const balance = await getBalance(tx, posting.voucherId);
  if (!balance) return { amount, available: '', on: '' };
  const locale = await requestLocaleOr('zh-CN');
  return {
    amount,
    available: formatFen(balance.availableFen),
    on: formatDate(balance.validTo, locale),
  };
}

/** Opens a programme's pool or changes its budget. @throws when the budget would fall below what is committed */
export async function setBudget(
  { tx }: Pick<Grant, 'tx'>,
  pool: { cityId: string; programmeId: string; budgetFen: Fen },
): Promise<void> {
  await tx.execute(
    sql`select ledger.set_budget(${pool.cityId}::uuid, ${pool.programmeId}::uuid, ${pool.budgetFen.toString()}::bigint)`,
  );
}

/** Opens the account of a voucher, empty. */
export async function openAccount(
  { tx }: Pick<Grant, 'tx'>,
  account: {
    cityId: string;
    programmeId: string;
    voucherId: string;
    organisationId: string;
    validTo: Date;
  },
): Promise<void> {
  await tx.execute(sql`select ledger.open_account(${account.cityId}::uuid, ${account.programmeId}::uuid,
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

/** Puts everything still unsettled for a payee into a settlement; gives the sum in fen. */
export async function settle(
  { tx }: Pick<Grant, 'tx'>,
  settlement: { cityId: string; settlementId: string; payeeId: string },
): Promise<Fen> {
  const [row] = await tx.execute<{ total: string }>(
    sql`select ledger.settle(${settlement.cityId}::uuid, ${settlement.settlementId}::uuid, ${settlement.payeeId}::uuid)::text as total`,
  );
  return fen(BigInt(row?.total ?? '0'));
}
