import 'server-only';
import { randomBytes } from 'node:crypto';
import { and, count, eq, isNull } from 'drizzle-orm';
import type { applications } from '@/db/schema/applications';
import type { Tx } from '@/db/client';
import { letters } from '@/db/schema/letters';
import { mandates } from '@/db/schema/mandates';
import { cities, organisations } from '@/db/schema/people';
import { getVersion } from '@/features/programmes/queries';
import { unitPriceOf } from '@/features/rules/domain/unit-price';
import { makeLetterCode } from '@/lib/identifiers';
import type { Grant } from '@/server/gate';
import type { LetterContent, LetterFacts, Letterhead, LetterKind } from './domain/letter';
import { hashOf } from './letter-hash';

type CaseRow = typeof applications.$inferSelect;

const agencyOf = (tx: Tx, mandateId: string) =>
  tx
    .select({ name: organisations.name, nameEn: organisations.nameEn })
    .from(mandates)
    .innerJoin(organisations, eq(organisations.id, mandates.operatorId))
    .where(eq(mandates.id, mandateId));

async function letterheadOf({ tx, now, actor }: Grant, row: CaseRow, reference: string) {
  const version = await getVersion(tx, row.versionId);
  const [[city], [organisation]] = [
    await tx.select().from(cities).where(eq(cities.id, row.cityId)),
    await tx.select().from(organisations).where(eq(organisations.id, row.organisationId)),
  ];
  const [agency] = actor.mandate ? await agencyOf(tx, actor.mandate.id) : [];
  if (!city || !organisation) throw new Error(`Case ${row.id} has no city or no applicant.`);
  const price = unitPriceOf(version.rules);
  const head: Letterhead = {
    reference,
    city: { 'zh-CN': city.nameZh, en: city.nameEn },
    bureau: { 'zh-CN': city.bureauZh, en: city.bureauEn },
    phone: city.phone,
    address: city.address,
    organisation: organisation.name,
    organisationEn: organisation.nameEn ?? '',
    creditCode: organisation.creditCode,
    programme: version.guide.title,
    version: version.number,
    ...(agency && { agency: { 'zh-CN': agency.name, en: agency.nameEn ?? agency.name } }),
    at: now.toISOString(),
    ...(price && { unitPrice: { unit: price.unit, priceFen: price.priceFen.toString() } }),
  };
  return head;
}

/**
 * Issues a letter in the transaction of its event. The facts are stored as they are now, so that the letter never changes.
 * @param reference of the case, if its row was read before it had one
 */
export async function writeLetter(
  grant: Grant,
  row: CaseRow,
  facts: LetterFacts,
  reference = row.reference,
): Promise<void> {
  if (reference === null) throw new Error(`Case ${row.id} has no reference to write under.`);
  const content: LetterContent = { ...(await letterheadOf(grant, row, reference)), ...facts };
  const [before] = await grant.tx
    .select({ n: count() })
    .from(letters)
    .where(and(eq(letters.applicationId, row.id), eq(letters.kind, facts.kind)));
  await grant.tx.insert(letters).values({
    cityId: row.cityId,
    organisationId: row.organisationId,
    applicationId: row.id,
    kind: facts.kind,
    number: (before?.n ?? 0) + 1,
    code: makeLetterCode(randomBytes(13)),
    content,
    sha256: hashOf(content),
    issuedAt: grant.now,
  });
}

/** Annuls every valid letter of a kind about a case, because a later decision set it aside. */
export async function annulLetters(grant: Grant, row: CaseRow, kind: LetterKind): Promise<void> {
  await grant.tx
    .update(letters)
    .set({ annulledAt: grant.now })
    .where(
      and(
        eq(letters.applicationId, row.id),
        eq(letters.cityId, row.cityId),
        eq(letters.kind, kind),
        isNull(letters.annulledAt),
      ),
    );
}

export { checkPrintable } from './printable';
