import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { fileTypeFromBuffer } from 'file-type';
import { documents } from '@/db/schema/documents';
import { maximumMegabytes } from '@/lib/input/fields';
import { done, refused, type Outcome } from '@/lib/result';
import { organisationOf, userOf } from '@/lib/server/actor';
import type { Grant } from '@/lib/server/gate';
import { storeBytes } from '@/lib/server/storage';
import { isOfd } from './domain/archive';
import { plainName } from './domain/name';
import type { DocumentRefusal } from './messages';

export type { DocumentRefusal } from './messages';

const mediaTypes = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** The harmless string every scanner must know; refused even where no scanner is set up. */
const eicar = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/** What the bytes are, whatever the name says; null for anything that is not accepted. */
async function mediaTypeOf(bytes: Buffer): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found && mediaTypes.has(found.mime)) return found.mime;
  return isOfd(bytes) ? 'application/ofd' : null;
}

async function inspect(bytes: Buffer): Promise<Outcome<string, DocumentRefusal>> {
  if (bytes.length === 0) return refused('file_empty');
  if (bytes.length > maximumMegabytes * 1024 * 1024) {
    return refused('file_too_large', { maximum: maximumMegabytes });
  }
  if (bytes.includes(eicar)) return refused('file_malware');
  const mediaType = await mediaTypeOf(bytes);
  return mediaType ? done(mediaType) : refused('file_type');
}

type Place = { applicationId: string } | { redemptionId: string } | { verificationId: string };

/**
 * Keeps a file that somebody hands in with a case, for one of its requirements. The caller has
 * made sure that the case is the actor's, and records the event.
 * @returns the document's id
 */
export async function storeDocument(
  grant: Grant,
  document: { file: File; requirement: string } & Place,
): Promise<Outcome<{ id: string }, DocumentRefusal>> {
  const { tx, actor } = grant;
  const { file, requirement } = document;
  const bytes = Buffer.from(await file.arrayBuffer());
  const mediaType = await inspect(bytes);
  if (!mediaType.ok) return mediaType;
  const applicationId = 'applicationId' in document ? document.applicationId : null;
  const redemptionId = 'redemptionId' in document ? document.redemptionId : null;
  const verificationId = 'verificationId' in document ? document.verificationId : null;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const [twin] = await tx
    .select({ fileName: documents.fileName })
    .from(documents)
    .where(
      and(
        applicationId ? eq(documents.applicationId, applicationId) : undefined,
        redemptionId ? eq(documents.redemptionId, redemptionId) : undefined,
        verificationId ? eq(documents.verificationId, verificationId) : undefined,
        eq(documents.requirement, requirement),
        eq(documents.sha256, sha256),
        isNull(documents.removedAt),
      ),
    );
  if (twin) return refused('file_duplicate', { name: twin.fileName });
  const storageKey = await storeBytes(bytes);
  const [row] = await tx
    .insert(documents)
    .values({
      organisationId: organisationOf(actor),
      applicationId,
      redemptionId,
      verificationId,
      requirement,
      fileName: plainName(file.name),
      mediaType: mediaType.value,
      sizeBytes: bytes.length,
      sha256,
      storageKey,
      uploadedBy: userOf(actor),
    })
    .returning({ id: documents.id });
  if (!row) throw new Error('The document was not written.');
  return done({ id: row.id });
}
