import 'server-only';
import { maximumBytes, maximumMegabytes } from '@/lib/file-size';
import { done, refused, type Outcome } from '@/lib/result';
import { log } from '@/server/log';
import { scanFile } from '@/server/scanner';
import { spool, type Spooled } from '@/server/spool';
import { storage, storeBytes } from '@/server/storage';
import { StorageFault } from '@/server/storage-kind';
import { EicarWatch } from './domain/eicar';
import { plainName } from './domain/name';
import { inspectFile } from './inspect';
import type { DocumentRefusal } from './messages';

/** A file that was inspected and stored, and does not belong to anything yet. */
export type Received = {
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  storageKey: string;
};

/** A sender that sends nothing for this long counts as gone. */
const idleMs = 20_000;

/**
 * Checks a file, the cheapest check first. The scanner comes last, and only gets files that passed the other
 * checks.
 */
async function check(spooled: Spooled, eicar: EicarWatch) {
  if (spooled.size === 0) return refused('file_empty');
  if (eicar.found) return refused('file_malware');
  const inspected = await inspectFile(spooled.path, spooled.size);
  if (!inspected.ok) return inspected;
  const verdict = await scanFile(spooled.path);
  if (verdict.kind === 'clean') return inspected;
  const { size, sha256 } = spooled;
  if (verdict.kind === 'beyond_limits') {
    // Only the operator can correct this, so it must not be lost among files that were refused.
    log().error({ sha256, size, ...verdict }, 'a file goes beyond the limits of the scanner');
    return refused('scanner_limits');
  }
  log().warn({ sha256, size, ...verdict }, 'a file was not taken');
  return refused(verdict.kind === 'infected' ? 'file_malware' : 'scanner_unavailable');
}

async function storeUpload(
  body: ReadableStream<Uint8Array>,
  name: string,
): Promise<Outcome<Received, DocumentRefusal>> {
  const eicar = new EicarWatch();
  const watch = (piece: Uint8Array) => eicar.push(piece);
  const spooled = await spool(body, { maximumBytes, idleMs, watch });
  if (spooled === 'too_slow') return refused('upload_slow');
  if (spooled === 'too_large') return refused('file_too_large', { maximum: maximumMegabytes });
  try {
    const checked = await check(spooled, eicar);
    if (!checked.ok) return checked;
    const { path, size, sha256 } = spooled;
    return done({
      fileName: plainName(name),
      mediaType: checked.value,
      sizeBytes: size,
      sha256,
      storageKey: await storeBytes({ path, size }),
    });
  } finally {
    await spooled.drop();
  }
}

/**
 * Receives a file: writes it to disk piece by piece, inspects it, scans it and stores it. A refused file
 * leaves nothing behind.
 * @throws Error when the sender is gone
 */
export async function receiveFile(
  body: ReadableStream<Uint8Array>,
  name: string,
): Promise<Outcome<Received, DocumentRefusal>> {
  try {
    return await storeUpload(body, name);
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    log().error({ err: error, cause: String(error.cause) }, 'a file could not be kept');
    return refused(error.reason === 'full' ? 'storage_full' : 'storage_unavailable');
  }
}

/** Deletes a stored file that was not used. What cannot be deleted now is swept later. */
export async function discard({ storageKey }: Received): Promise<void> {
  try {
    await storage().remove(storageKey);
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    log().warn({ err: error }, 'a file that came to nothing is left to the sweep');
  }
}
