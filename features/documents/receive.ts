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

/** A file that was looked at and is kept, and as yet belongs to nothing. */
export type Received = {
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  storageKey: string;
};

/** A sender that is silent for so long has gone. */
const idleMs = 20_000;

/** Cheapest first: the scanner comes last, and only sees what could be taken. */
async function check(spooled: Spooled, eicar: EicarWatch) {
  if (spooled.size === 0) return refused('file_empty');
  if (eicar.found) return refused('file_malware');
  const inspected = await inspectFile(spooled.path, spooled.size);
  if (!inspected.ok) return inspected;
  const verdict = await scanFile(spooled.path);
  if (verdict.kind === 'clean') return inspected;
  const { size, sha256 } = spooled;
  if (verdict.kind === 'beyond_limits') {
    // Only the operator can put this right, so it must not drown among files that were refused.
    log().error({ sha256, size, ...verdict }, 'a file goes beyond the limits of the scanner');
    return refused('scanner_limits');
  }
  log().warn({ sha256, size, ...verdict }, 'a file was not taken');
  return refused(verdict.kind === 'infected' ? 'file_malware' : 'scanner_unavailable');
}

async function keep(
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
 * Takes a file in: it arrives on disk piece by piece, is looked at, scanned and kept. What is
 * refused leaves nothing behind.
 * @throws Error when the sender is gone
 */
export async function receiveFile(
  body: ReadableStream<Uint8Array>,
  name: string,
): Promise<Outcome<Received, DocumentRefusal>> {
  try {
    return await keep(body, name);
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    log().error({ err: error, cause: String(error.cause) }, 'a file could not be kept');
    return refused(error.reason === 'full' ? 'storage_full' : 'storage_unavailable');
  }
}

/** Gives back what was kept and came to nothing; what cannot be given back now is swept later. */
export async function discard({ storageKey }: Received): Promise<void> {
  try {
    await storage().remove(storageKey);
  } catch (error) {
    if (!(error instanceof StorageFault)) throw error;
    log().warn({ err: error }, 'a file that came to nothing is left to the sweep');
  }
}
