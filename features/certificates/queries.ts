import 'server-only';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { certificates, signingKeys } from '@/db/schema/certificates';
import { cities } from '@/db/schema/people';
import { vouchers } from '@/db/schema/vouchers';
import type { VoucherState } from '@/features/vouchers/domain/lifecycle';
import { programmeTitles } from '@/features/programmes/queries';
import { pauseOf, type Pause } from '@/features/pauses/queries';
import type { Bilingual } from '@/lib/bilingual';
import { fen, type Fen } from '@/lib/money';
import { isId } from '@/lib/query';
import { cityOf, organisationOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { readCarried, type Carried } from './domain/carried';
import type { PublishedKey, SigningAlgorithm } from './domain/keys';
import { readStatement, type Statement } from './domain/statement';
import { judge, type SignatureVerdict } from './domain/verdict';
import { isSigned } from './signer';

const keyColumns = {
  keyId: signingKeys.keyId,
  algorithm: signingKeys.algorithm,
  publicKey: signingKeys.publicKey,
  fingerprint: signingKeys.fingerprint,
  validFrom: signingKeys.validFrom,
  retiredAt: signingKeys.retiredAt,
};

/** A certificate as it was signed, with what its page needs. */
export type Certificate = {
  number: string;
  statement: Statement;
  carried: Carried;
  algorithm: SigningAlgorithm;
  signedAt: Date;
  bureau: Bilingual;
  city: Bilingual;
};

/** Reads a stored statement. @throws where the stored text is none, which only a change of the database can cause */
function storedStatement(number: string, text: string): Statement {
  const statement = readStatement(text);
  if (!statement) throw new Error(`Certificate ${number} is not what was signed.`);
  return statement;
}

/**
 * Loads the certificate of one of the actor's own vouchers, if it has one.
 * @throws where its signature no longer holds: such a certificate must not be given to anyone
 */
export async function getOwnCertificate(
  actor: Actor<'startup.read'>,
  voucherId: string,
): Promise<Certificate | undefined> {
  if (!isId(voucherId)) return undefined;
  return inScope(actor, async ({ tx }) => {
    const [row] = await tx
      .select({
        number: certificates.number,
        statement: certificates.statement,
        signature: certificates.signature,
        signedAt: certificates.signedAt,
        algorithm: signingKeys.algorithm,
        publicKey: signingKeys.publicKey,
        city: { 'zh-CN': cities.nameZh, en: cities.nameEn },
        bureau: { 'zh-CN': cities.bureauZh, en: cities.bureauEn },
      })
      .from(certificates)
      .innerJoin(signingKeys, eq(signingKeys.id, certificates.signingKeyId))
      .innerJoin(cities, eq(cities.id, certificates.cityId))
      .innerJoin(vouchers, eq(vouchers.id, certificates.voucherId))
      .where(
        and(
          eq(certificates.voucherId, voucherId),
          // One that names an earlier last day was true before the voucher was extended.
          eq(certificates.validTo, vouchers.validTo),
          eq(certificates.organisationId, organisationOf(actor)),
        ),
      );
    if (!row) return undefined;
    const { statement, signature, publicKey, ...certificate } = row;
    const carried = { statement, signature: Buffer.from(signature, 'base64') };
    if (!isSigned({ ...row, publicKey }, statement, carried.signature))
      throw new Error(`Certificate ${row.number} is not what was signed.`);
    return { ...certificate, carried, statement: storedStatement(row.number, statement) };
  });
}

/** A city and all its keys, the present one first. */
export type CityKeys = { slug: string; city: Bilingual; bureau: Bilingual; keys: PublishedKey[] };

const keysOf = (tx: Tx, cityId: string): Promise<PublishedKey[]> =>
  tx
    .select(keyColumns)
    .from(signingKeys)
    .where(eq(signingKeys.cityId, cityId))
    .orderBy(desc(signingKeys.id));

async function cityKeys(tx: Tx, slug: string): Promise<(CityKeys & { id: string }) | undefined> {
  const [row] = await tx
    .select({
      id: cities.id,
      slug: cities.slug,
      city: { 'zh-CN': cities.nameZh, en: cities.nameEn },
      bureau: { 'zh-CN': cities.bureauZh, en: cities.bureauEn },
    })
    .from(cities)
    .where(eq(cities.slug, slug));
  return row && { ...row, keys: await keysOf(tx, row.id) };
}

/** Loads a city's published keys, retired ones too. */
export const getCityKeys = (
  actor: Actor<'public.read'>,
  slug: string,
): Promise<CityKeys | undefined> => inScope(actor, ({ tx }) => cityKeys(tx, slug));

/** Loads the keys of the actor's own city. */
export const getOwnCityKeys = (actor: Actor<'key.read'>): Promise<CityKeys> =>
  inScope(actor, async ({ tx }) => {
    const id = cityOf(actor);
    const [row] = await tx.select({ slug: cities.slug }).from(cities).where(eq(cities.id, id));
    const found = row && (await cityKeys(tx, row.slug));
    if (!found) throw new Error(`There is no city ${id}.`);
    return found;
  });

/** Lists the cities that have signed anything, for whoever looks for a key. */
export const listSigningCities = (
  actor: Actor<'public.read'>,
): Promise<{ slug: string; city: Bilingual }[]> =>
  inScope(actor, ({ tx }) =>
    tx
      .selectDistinct({
        slug: cities.slug,
        city: { 'zh-CN': cities.nameZh, en: cities.nameEn },
      })
      .from(cities)
      .innerJoin(signingKeys, eq(signingKeys.cityId, cities.id))
      .orderBy(cities.slug)
      .limit(200),
  );

/** What the portal says now of a voucher that has a certificate. */
export type CertifiedVoucher = {
  pause: Pause | undefined;
  city: Bilingual;
  programme: Bilingual;
  holder: string;
  state: VoucherState;
  faceValueFen: Fen;
  validTo: Date;
  signedAt: Date;
  keyId: string;
};

type VerifyRow = {
  city_id: string;
  programme_id: string;
  holder_name: string;
  state: VoucherState;
  face_value_fen: string;
  valid_to: string;
  signed_at: string;
  key_id: string;
  statement: string;
};

async function onRecord(
  { tx, now }: { tx: Tx; now: Date },
  number: string,
): Promise<{ voucher: CertifiedVoucher; statement: string } | undefined> {
  const [row] = await tx.execute<VerifyRow>(
    sql`select city_id, programme_id, holder_name, state, face_value_fen::text, valid_to::text,
      signed_at::text, key_id, statement from app.verify_certificate(${number})`,
  );
  if (!row) return undefined;
  const [city] = await tx
    .select({ 'zh-CN': cities.nameZh, en: cities.nameEn })
    .from(cities)
    .where(eq(cities.id, row.city_id));
  const programme = (await programmeTitles(tx, [row.programme_id])).get(row.programme_id);
  if (!city || !programme) throw new Error('A voucher has no city or no programme.');
  const voucher = {
    pause: await pauseOf({ tx, now }, row.programme_id),
    city,
    programme,
    holder: row.holder_name,
    state: row.state,
    faceValueFen: fen(BigInt(row.face_value_fen)),
    validTo: new Date(row.valid_to),
    signedAt: new Date(row.signed_at),
    keyId: row.key_id,
  };
  return { voucher, statement: row.statement };
}

/** Returns what the portal says of a certificate by its number alone. @param number as stored, without dashes */
export const findCertificate = (
  actor: Actor<'public.read'>,
  number: string,
): Promise<{ checkedAt: Date; voucher: CertifiedVoucher | undefined }> =>
  inScope(actor, async ({ tx, now }) => ({
    checkedAt: now,
    voucher: (await onRecord({ tx, now }, number))?.voucher,
  }));

/** The result of a scan: what the signature proves, what was signed, and what the portal says now. */
export type CheckedCertificate = {
  checkedAt: Date;
  verdict: SignatureVerdict;
  statement: Statement;
  carried: Carried;
  key: PublishedKey | undefined;
  /** Nothing where the portal has not issued exactly this certificate. */
  voucher: CertifiedVoucher | undefined;
};

/**
 * Verifies what a QR code carries, and asks the records too: a certificate that bears a good signature and is not on record was not
 * issued by the portal.
 * @returns nothing for digits that carry no certificate
 */
export async function checkCertificate(
  actor: Actor<'public.read'>,
  digits: string,
): Promise<CheckedCertificate | undefined> {
  const carried = readCarried(digits);
  const statement = carried && readStatement(carried.statement);
  if (!statement) return undefined;
  return inScope(actor, async ({ tx, now }) => {
    const found = await cityKeys(tx, statement.city);
    const key = found?.keys.find(({ keyId }) => keyId === statement.keyId);
    const matches = key ? isSigned(key, carried.statement, carried.signature) : false;
    const recorded = await onRecord({ tx, now }, statement.number);
    return {
      checkedAt: now,
      verdict: judge(statement, key, matches),
      statement,
      carried,
      key,
      voucher: recorded?.statement === carried.statement ? recorded.voucher : undefined,
    };
  });
}
