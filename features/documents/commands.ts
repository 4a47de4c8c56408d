import 'server-only';
import { createHash } from 'node:crypto';
import { fileTypeFromBuffer } from 'file-type';
import { documents } from '@/db/schema/documents';
import { done, refused, type Outcome } from '@/lib/result';
import { organisationOf, userOf } from '@/lib/server/actor';
import type { Grant } from '@/lib/server/gate';
import { storeBytes } from '@/lib/server/storage';
import type { DocumentRefusal } from './messages';

export type { DocumentRefusal } from './messages';

const mediaTypes = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/** The harmless string every scanner must know; refused even where no scanner is set up. */
const eicar = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE';

/** An OFD is a ZIP with this entry near its beginning; any other ZIP is not wanted. */
const isOfd = (bytes: Buffer) => bytes.subarray(0, 4096).includes('OFD.xml');

async function mediaTypeOf(bytes: Buffer): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found && mediaTypes.has(found.mime)) return found.mime;
  return found?.mime === 'application/zip' && isOfd(bytes) ? 'application/ofd' : null;
}

/** Kept as the sender wrote it, without what could make it a path or hide its ending. */
const plainName = (name: string) =>
  name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\]/gu, '')
    .trim()
    .slice(-150) || 'document';

type Place = { applicationId: string } | { redemptionId: string };

/**
 * Keeps a file that somebody hands in with a case: its type is told by its bytes, not its name.
 * @returns the document's id
 */
export async function storeDocument(
  grant: Grant,
  document: { file: File; requirement: string } & Place,
): Promise<Outcome<{ id: string }, DocumentRefusal>> {
  const { tx, actor } = grant;
  const bytes = Buffer.from(await document.file.arrayBuffer());
  if (bytes.length === 0) return refused('file_empty');
  if (bytes.includes(eicar)) return refused('file_malware');
  const mediaType = await mediaTypeOf(bytes);
  if (!mediaType) return refused('file_type');
  const storageKey = await storeBytes(bytes);
  const [row] = await tx
    .insert(documents)
    .values({
      organisationId: organisationOf(actor),
      applicationId: 'applicationId' in document ? document.applicationId : null,
      redemptionId: 'redemptionId' in document ? document.redemptionId : null,
      requirement: document.requirement,
      fileName: plainName(document.file.name),
      mediaType,
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      storageKey,
      uploadedBy: userOf(actor),
    })
    .returning({ id: documents.id });
  if (!row) throw new Error('The document was not written.');
  return done({ id: row.id });
}
