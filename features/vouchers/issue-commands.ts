import 'server-only';
import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { makeVoucherCode } from '@/lib/identifiers';
import type { UnitPrice } from '@/features/rules/domain/unit-price';
import type { Fen } from '@/lib/money';
import type { Grant } from '@/server/gate';
import { voucherLifecycle } from './domain/lifecycle';

/** The data that the vouchers of one issue share. */
type Issue = {
  cityId: string;
  programmeId: string;
  versionId: string;
  validTo: Date;
  /** What the vouchers count where that is not yuan. It never changes again. */
  price: UnitPrice | undefined;
};

type NewVoucher = { id: string; organisationId: string; amountFen: Fen } & (
  { applicationId: string } | { awardRowId: string }
);

/**
 * Writes new vouchers, each with a code of its own, in one statement. The caller must fill their accounts in the ledger and
 * record each voucher in the same transaction.
 */
export async function writeVouchers(
  { tx, now }: Pick<Grant, 'tx' | 'now'>,
  { cityId, programmeId, versionId, validTo, price }: Issue,
  issued: readonly NewVoucher[],
): Promise<void> {
  const rows = issued.map((voucher) => ({
    id: voucher.id,
    organisation: voucher.organisationId,
    application: 'applicationId' in voucher ? voucher.applicationId : null,
    award_row: 'awardRowId' in voucher ? voucher.awardRowId : null,
    code: makeVoucherCode(randomBytes(13)),
    amount: voucher.amountFen.toString(),
  }));
  await tx.execute(sql`insert into vouchers (id, city_id, organisation_id, programme_id, version_id,
      application_id, award_row_id, code, state, face_value_fen, issued_at, valid_to,
      unit, unit_price_fen)
    select x.id, ${cityId}::uuid, x.organisation, ${programmeId}::uuid, ${versionId}::uuid,
      x.application, x.award_row, x.code, ${voucherLifecycle.initial}, x.amount,
      ${now.toISOString()}::timestamptz, ${validTo.toISOString()}::timestamptz,
      ${price?.unit ?? null}::text, ${price?.priceFen.toString() ?? null}::bigint
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(id uuid, organisation uuid, application uuid, award_row uuid, code text, amount bigint)`);
}
