import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '@/db/new-id';
import { certificates } from '@/db/schema/certificates';
import { cities, organisations } from '@/db/schema/people';
import { vouchers } from '@/db/schema/vouchers';
import { getVersion } from '@/features/programmes/queries';
import { isOver } from '@/features/pauses/domain/days';
import { pausedSince } from '@/features/ledger/queries';
import { payoutOf } from '@/features/rules/domain/payout';
import { shanghaiDate } from '@/lib/dates';
import { makeCertificateNumber } from '@/lib/identifiers';
import { priceOf, quantityOf } from '@/features/rules/domain/unit-price';
import { fen, formatYuanPlain } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { lockOfOrganisation } from '@/server/rows';
import { writeStatement } from './domain/statement';
import type * as inputs from './input';
import { signerFor, type Signer } from './key-commands';
import { signText } from './signer';

type VoucherRow = typeof vouchers.$inferSelect;

type IssueRefusal =
  | 'voucher_unknown'
  | 'voucher_revoked'
  | 'voucher_expired'
  | 'certificate_paused'
  | 'voucher_frozen'
  | 'not_for_vendors'
  | 'key_unreadable';

/** Returns the second of an instant in UTC, such as `2026-06-01T02:03:04Z`. */
const toSecond = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/**
 * Returns when a certificate counts as signed: now, and never before its key, which may have been made while this transaction waited
 * for it.
 */
const signedAtWith = ({ now }: Grant, { validFrom }: Signer): Date =>
  new Date(Math.max(now.getTime(), validFrom.getTime()));

/** Returns the line with the quantity of a voucher that counts another unit than yuan. */
function quantityOfVoucher({ unit, unitPriceFen, faceValueFen }: VoucherRow) {
  const price = priceOf({ unit, priceFen: unitPriceFen });
  if (!price) return {};
  const quantity = formatYuanPlain(fen(quantityOf(faceValueFen, price, 'down')));
  return { quantity: `${quantity} ${price.unit} at ${formatYuanPlain(price.priceFen)}` };
}

/** Returns what the certificate of a voucher says now, and its number. */
async function statementOf(
  { tx }: Grant,
  row: VoucherRow,
  [signer, signedAt]: [signer: Signer, signedAt: Date],
  version: Awaited<ReturnType<typeof getVersion>>,
): Promise<{ number: string; statement: string }> {
  const [[city], [holder]] = [
    await tx.select({ slug: cities.slug }).from(cities).where(eq(cities.id, row.cityId)),
    await tx
      .select({ name: organisations.name, creditCode: organisations.creditCode })
      .from(organisations)
      .where(eq(organisations.id, row.organisationId)),
  ];
  if (!city || !holder) throw new Error(`Voucher ${row.id} has no city or no holder.`);
  const number = makeCertificateNumber(randomBytes(13));
  const statement = writeStatement({
    number,
    city: city.slug,
    holder: holder.name,
    creditCode: holder.creditCode,
    programme: version.guide.title['zh-CN'],
    amount: formatYuanPlain(row.faceValueFen),
    ...quantityOfVoucher(row),
    validUntil: shanghaiDate(row.validTo),
    vendors: version.rules.vendors.scope,
    voucherIssued: shanghaiDate(row.issuedAt),
    signed: toSecond(signedAt),
    keyId: signer.keyId,
  });
  return { number, statement };
}

/**
 * Signs the certificate of one of the holder's own vouchers. There is one for each term of a voucher: where it is signed already, it
 * stays as it is, whatever has changed since. A voucher that was extended gets a further one.
 */
export async function issueCertificate(
  grant: Grant<'certificate.issue'>,
  { voucherId }: z.output<typeof inputs.issueCertificateInput>,
): Promise<Outcome<{ id: string }, IssueRefusal>> {
  const { tx, now, record } = grant;
  const row = await lockOfOrganisation(grant, vouchers, voucherId);
  if (!row) return refused('voucher_unknown');
  const issued = { id: row.id };
  const [before] = await tx
    .select({ id: certificates.id })
    .from(certificates)
    .where(and(eq(certificates.voucherId, row.id), eq(certificates.validTo, row.validTo)));
  if (before) return { ...done(issued), repeated: true };
  if (row.state === 'revoked') return refused('voucher_revoked');
  const pausedFrom = (await pausedSince(tx, [row.programmeId])).get(row.programmeId) ?? null;
  if (row.state === 'expired' || isOver({ ...row, pausedFrom }, now)) {
    return refused('voucher_expired');
  }
  // Its last day is over and the pause has not given it another yet: a certificate would name one that is not meant.
  if (row.validTo <= now) return refused('certificate_paused');
  if (row.state === 'frozen') return refused('voucher_frozen');
  const version = await getVersion(tx, row.versionId);
  if (payoutOf(version.rules) !== 'vendor') return refused('not_for_vendors');
  const signer = await signerFor(grant, { voucherId: row.id, cityId: row.cityId });
  if (!signer.ok) return signer;
  const signedAt = signedAtWith(grant, signer.value);
  const said = await statementOf(grant, row, [signer.value, signedAt], version);
  const { number, statement } = said;
  const id = await newId(tx);
  await tx.insert(certificates).values({
    id,
    cityId: row.cityId,
    organisationId: row.organisationId,
    voucherId: row.id,
    validTo: row.validTo,
    signingKeyId: signer.value.id,
    number,
    statement,
    signature: signText(signer.value, statement).toString('base64'),
    signedAt,
  });
  await record({
    action: 'certificate.issued',
    subject: { kind: 'certificate', id },
    cityId: row.cityId,
    organisationId: row.organisationId,
    applicationId: row.applicationId,
    voucherId: row.id,
    versionId: row.versionId,
    data: { number, key: signer.value.keyId },
  });
  return done(issued);
}
