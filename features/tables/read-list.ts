import 'server-only';
import { z } from 'zod';
import { plainName } from '@/features/documents/domain/name';
import { issueOf, upload } from '@/lib/input/fields';
import { done, type Outcome } from '@/lib/result';
import { chunkRows } from './limits';
import { kindOf, readTable } from './table-file';
import { Unreadable, type FileRefusal, type TableRow } from './table-row';

/** A list that was read to its end: the unchanged file, its headings, and its rows in pieces. */
export type ReadList = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly headers: readonly string[];
  readonly pieces: readonly (readonly TableRow[])[];
  readonly rowCount: number;
};

/**
 * Reads a list outside any transaction, because a transaction that waits for a file would hold its connection
 * and its locks while others wait.
 */
export async function readList(file: File): Promise<Outcome<ReadList, FileRefusal>> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const kind = kindOf(bytes);
  if (!kind.ok) return kind;
  let headers: readonly string[] = [];
  const pieces: TableRow[][] = [];
  let rowCount = 0;
  try {
    for await (const piece of readTable(bytes, kind.value, chunkRows)) {
      headers = piece.headers;
      pieces.push(piece.rows);
      rowCount += piece.rows.length;
    }
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
  // Hashed in another thread, because hashing 20 MB here would block other requests.
  const sha256 = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  return done({ fileName: plainName(file.name), bytes, sha256, headers, pieces, rowCount });
}

/** The sign that stands where bytes are no text of the encoding. */
const unreadableSign = '\ufffd';

/** Checks whether every text of a list was in the encoding in which it was read. */
export const isLegible = ({ headers, pieces }: ReadList): boolean =>
  ![headers, ...pieces.flat().map(({ cells }) => cells)].some((cells) =>
    cells.some((cell) => cell.includes(unreadableSign)),
  );

/** Returns a field for the file of a list. What is wrong with the file becomes a fault of the field. */
export const listUpload = () =>
  upload().transform(async (file, context): Promise<ReadList> => {
    const read = await readList(file);
    if (read.ok) return read.value;
    context.addIssue(issueOf(read));
    return z.NEVER;
  });
