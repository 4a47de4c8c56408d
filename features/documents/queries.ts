import 'server-only';
import { and, asc, desc, eq, gt, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { documents } from '@/db/schema/documents';
import { isId } from '@/lib/query';
import type { Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { belongsTo, type Parent } from './parent';

export type DocumentSummary = {
  id: string;
  requirement: string;
  fileName: string;
  sizeBytes: number;
  sha256: string;
  createdAt: Date;
};

const summary = {
  id: documents.id,
  requirement: documents.requirement,
  fileName: documents.fileName,
  sizeBytes: documents.sizeBytes,
  sha256: documents.sha256,
  createdAt: documents.createdAt,
};

/** Lists the files of a case, a redemption or a claim that the user may see. */
export function listDocuments(tx: Tx, of: Parent): Promise<DocumentSummary[]> {
  return tx
    .select(summary)
    .from(documents)
    .where(and(belongsTo(of), isNull(documents.removedAt)))
    .orderBy(asc(documents.id))
    .limit(200);
}

/** Lists up to 20 files that were removed from a case after `since`, which can still be put back. */
export function listRemoved(
  tx: Tx,
  applicationId: string,
  since: Date,
): Promise<{ id: string; requirement: string; fileName: string }[]> {
  return tx
    .select({
      id: documents.id,
      requirement: documents.requirement,
      fileName: documents.fileName,
    })
    .from(documents)
    .where(and(eq(documents.applicationId, applicationId), gt(documents.removedAt, since)))
    .orderBy(desc(documents.removedAt))
    .limit(20);
}

/** Lists the evidence of several verifications that the user may see, by verification. */
export async function listDocumentsOfMany(
  tx: Tx,
  verificationIds: readonly string[],
): Promise<Map<string, DocumentSummary[]>> {
  const rows = await tx
    .select({
      verificationId: documents.verificationId,
      ...summary,
    })
    .from(documents)
    .where(
      and(inArray(documents.verificationId, [...verificationIds]), isNull(documents.removedAt)),
    )
    .orderBy(asc(documents.id))
    .limit(200);
  const byParent = new Map<string, DocumentSummary[]>();
  for (const { verificationId, ...document } of rows) {
    const list = byParent.get(verificationId ?? '') ?? [];
    byParent.set(verificationId ?? '', [...list, document]);
  }
  return byParent;
}

export type StoredDocument = {
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  storageKey: string;
};

/** Loads one file if the user may see it. Row security decides by the case that the file belongs to. */
export async function getDocument(
  actor: Actor<'document.read'>,
  id: string,
): Promise<StoredDocument | undefined> {
  if (!isId(id)) return undefined;
  return inScope(actor, async ({ tx }) => {
    const [row] = await tx
      .select({
        fileName: documents.fileName,
        mediaType: documents.mediaType,
        sizeBytes: documents.sizeBytes,
        sha256: documents.sha256,
        storageKey: documents.storageKey,
      })
      .from(documents)
      .where(and(eq(documents.id, id), isNull(documents.removedAt)));
    return row;
  });
}
