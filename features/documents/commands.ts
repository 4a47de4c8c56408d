import 'server-only';
import { and, count, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { documents } from '@/db/schema/documents';
import { done, refused, type Outcome } from '@/lib/result';
import { organisationOf, userOf, type Actor } from '@/server/actor';
import type { Grant } from '@/server/gate';
import type { Reading } from '@/server/scope';
import { filesPerDay, filesPerRequirement, judgeQuota, type LimitFault } from './domain/limits';
import type { DocumentRefusal } from './messages';
import { belongsTo, type Parent } from './parent';
import { discard, receiveFile, type Received } from './receive';

export type { DocumentRefusal } from './messages';

type Place = Parent & { requirement: string };

/** Returns the columns of a document that say what it belongs to. */
const columnsOf = (parent: Parent) => ({
  applicationId: 'applicationId' in parent ? parent.applicationId : null,
  redemptionId: 'redemptionId' in parent ? parent.redemptionId : null,
  verificationId: 'verificationId' in parent ? parent.verificationId : null,
  claimId: 'claimId' in parent ? parent.claimId : null,
});

/** Matches the files that belong to a requirement now. */
const thereFor = (place: Place) =>
  and(belongsTo(place), eq(documents.requirement, place.requirement), isNull(documents.removedAt));

const day = 24 * 60 * 60 * 1000;

/** Checks whether the organisation may upload one more file, of this size, for this requirement. */
export async function checkQuota(
  { tx, now, actor }: Reading & { actor: Actor },
  place: Place,
  sizeBytes: number,
): Promise<Outcome<undefined, LimitFault>> {
  const [there] = await tx.select({ files: count() }).from(documents).where(thereFor(place));
  const [used] = await tx
    .select({
      files: count(),
      bytes: sql<string>`coalesce(sum(${documents.sizeBytes}), 0)`,
    })
    .from(documents)
    .where(
      and(
        eq(documents.organisationId, organisationOf(actor)),
        gt(documents.createdAt, new Date(now.getTime() - day)),
      ),
    );
  const handedIn = { files: used?.files ?? 0, bytes: Number(used?.bytes ?? 0) };
  const fault = judgeQuota(there?.files ?? 0, handedIn, sizeBytes);
  if (fault === 'files_too_many') return refused(fault, { maximum: filesPerRequirement });
  return fault ? refused(fault, { maximum: filesPerDay }) : done();
}

/**
 * Removes the files of some requirements from a case or a claim, or one of these files. Their bytes are kept for the record. The
 * caller has locked what they belong to, and records the event.
 * @returns the removed files
 */
export const takeOutDocuments = (
  { tx, now }: Pick<Grant, 'tx' | 'now'>,
  parent: Parent,
  requirements: readonly string[],
  documentId?: string,
) =>
  tx
    .update(documents)
    .set({ removedAt: now })
    .where(
      and(
        belongsTo(parent),
        inArray(documents.requirement, [...requirements]),
        isNull(documents.removedAt),
        documentId === undefined ? undefined : eq(documents.id, documentId),
      ),
    )
    .returning({
      id: documents.id,
      requirement: documents.requirement,
      fileName: documents.fileName,
    });

/** Puts a file back that was taken out; the caller has found it, locked its case and judged the quota. */
export const putBackDocument = ({ tx }: Pick<Grant, 'tx'>, documentId: string) =>
  tx.update(documents).set({ removedAt: null }).where(eq(documents.id, documentId));

/**
 * Stores a file that a user uploads to a case, for one of its requirements. The file comes with a form, or
 * was received before. The caller has checked that the case is the actor's, and records the event.
 * @returns the document's id, and its stored name
 */
export async function storeDocument(
  grant: Grant,
  document: { file: File | Received } & Place,
): Promise<Outcome<{ id: string; fileName: string }, DocumentRefusal>> {
  const { actor } = grant;
  const { file } = document;
  const allowed = await checkQuota(grant, document, 'size' in file ? file.size : file.sizeBytes);
  if (!allowed.ok) return allowed;
  return writeDocument(grant, { ...document, organisationId: organisationOf(actor) });
}

/**
 * Stores a file that an official adds to a case of the city, for a requirement of its own. It does not count as handed in by the
 * applicant. The caller has locked the case, and records the event.
 */
export const storeCityDocument = (
  grant: Grant,
  document: { file: File; applicationId: string; organisationId: string; requirement: string },
): Promise<Outcome<{ id: string; fileName: string }, DocumentRefusal>> =>
  writeDocument(grant, document);

/** Receives and writes a file of an organisation, unless the same file is there already for the requirement. */
async function writeDocument(
  { tx, actor }: Grant,
  document: { file: File | Received; organisationId: string } & Place,
): Promise<Outcome<{ id: string; fileName: string }, DocumentRefusal>> {
  const { file, requirement, organisationId } = document;
  const received = file instanceof File ? await receiveFile(file.stream(), file.name) : done(file);
  if (!received.ok) return received;
  const { sha256 } = received.value;
  const [twin] = await tx
    .select({ fileName: documents.fileName })
    .from(documents)
    .where(and(thereFor(document), eq(documents.sha256, sha256)));
  if (twin) {
    if (file instanceof File) await discard(received.value);
    return refused('file_duplicate', { name: twin.fileName });
  }
  const [row] = await tx
    .insert(documents)
    .values({
      organisationId,
      ...columnsOf(document),
      requirement,
      ...received.value,
      uploadedBy: userOf(actor),
    })
    .returning({ id: documents.id, fileName: documents.fileName });
  if (!row) throw new Error('The document was not written.');
  return done(row);
}
