import 'server-only';
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { letters } from '@/db/schema/letters';
import { cities } from '@/db/schema/people';
import type { Bilingual } from '@/lib/bilingual';
import { maskOrganisation } from '@/lib/mask';
import { isId } from '@/lib/query';
import type { Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { LetterContent, LetterKind } from './domain/letter';
import { hashOf } from './letter-hash';

export type LetterSummary = {
  id: string;
  kind: LetterKind;
  number: number;
  code: string;
  issuedAt: Date;
  annulled: boolean;
};

/** Lists the letters about a case that the reader may see, in the order in which they were issued. */
export async function listLetters(tx: Tx, applicationId: string): Promise<LetterSummary[]> {
  const rows = await tx
    .select({
      id: letters.id,
      kind: letters.kind,
      number: letters.number,
      code: letters.code,
      issuedAt: letters.issuedAt,
      annulledAt: letters.annulledAt,
    })
    .from(letters)
    .where(eq(letters.applicationId, applicationId))
    .orderBy(asc(letters.id))
    .limit(50);
  return rows.map(({ annulledAt, ...row }) => ({ ...row, annulled: annulledAt !== null }));
}

/**
 * Loads one letter about a case. Row security decides whether the reader may see it.
 * @param number the letter's number within its kind; the latest if none is given
 * @throws if its content no longer matches its hash: such a letter must not be given to anyone
 */
export async function getLetter(
  actor: Actor<'letter.read'>,
  letter: { applicationId: string; kind: LetterKind; number?: number | undefined },
): Promise<{ content: LetterContent; code: string } | undefined> {
  const { applicationId, kind, number } = letter;
  if (!isId(applicationId)) return undefined;
  return inScope(actor, async ({ tx }) => {
    const [row] = await tx
      .select({ content: letters.content, code: letters.code, sha256: letters.sha256 })
      .from(letters)
      .where(
        and(
          eq(letters.applicationId, applicationId),
          eq(letters.kind, kind),
          number === undefined ? undefined : eq(letters.number, number),
        ),
      )
      .orderBy(desc(letters.number))
      .limit(1);
    if (!row) return undefined;
    const { sha256, ...issued } = row;
    if (hashOf(issued.content) !== sha256)
      throw new Error(`Letter ${issued.code} is not what was issued.`);
    return issued;
  });
}

/** The facts that everyone with the code of a letter may see. */
export type VerifiedLetter = {
  kind: LetterKind;
  reference: string;
  bureau: Bilingual;
  /** The name of the city as in its seal. */
  sealName: string;
  /** Only part of the name. */
  organisation: string;
  issuedAt: Date;
  annulled: boolean;
};

type VerifyRow = {
  city_id: string;
  kind: LetterKind;
  reference: string;
  organisation_name: string;
  issued_at: string;
  annulled_at: string | null;
};

/** Returns the public facts of a letter by its code. @param code as stored, without dashes */
export function verifyLetter(
  actor: Actor<'public.read'>,
  code: string,
): Promise<{ checkedAt: Date; letter: VerifiedLetter | undefined }> {
  return inScope(actor, async ({ tx, now }) => {
    const [row] = await tx.execute<VerifyRow>(
      sql`select city_id, kind, reference, organisation_name, issued_at::text, annulled_at::text
        from app.verify_letter(${code})`,
    );
    if (!row) return { checkedAt: now, letter: undefined };
    const [city] = await tx
      .select({ bureauZh: cities.bureauZh, bureauEn: cities.bureauEn, nameZh: cities.nameZh })
      .from(cities)
      .where(eq(cities.id, row.city_id));
    if (!city) throw new Error('A letter comes from no city.');
    const letter = {
      kind: row.kind,
      reference: row.reference,
      bureau: { 'zh-CN': city.bureauZh, en: city.bureauEn },
      sealName: city.nameZh,
      organisation: maskOrganisation(row.organisation_name),
      issuedAt: new Date(row.issued_at),
      annulled: row.annulled_at !== null,
    };
    return { checkedAt: now, letter };
  });
}
