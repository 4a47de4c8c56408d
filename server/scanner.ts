import 'server-only';
import { createReadStream } from 'node:fs';
import { maximumBytes } from '@/lib/file-size';
import { clamd, type Scanner, type Verdict } from './clamd';
import { env } from './env';
import { log } from './log';
import { scansFilesOf } from './scanner-probe';

/** Used where no scanner is set up. */
const noScanner: Scanner = {
  scan: () => Promise.resolve({ kind: 'clean' }),
  ping: () => Promise.resolve(true),
};

/** Returns the scanner that is set up. */
function scanner(): Scanner {
  const { CLAMD_URL } = env();
  return CLAMD_URL === undefined ? noScanner : clamd(new URL(CLAMD_URL));
}

/** Reads a file; opens it only when the reading begins, because a scanner that reads nothing would leave it open for good. */
async function* bytesOf(path: string) {
  yield* createReadStream(path) as AsyncIterable<Buffer>;
}

/** Scans a file. */
export const scanFile = (path: string): Promise<Verdict> => scanner().scan(bytesOf(path));

export type ScannerState = 'none' | 'ready' | 'unreachable' | 'limits_too_low';

/** How long a caller waits for a running check. */
const patienceMs = 2_000;
/** It is long, because each check is a find in the scanner's log. */
const goodForMs = 60 * 60_000;
const badForMs = 10 * 60_000;
const unknownForMs = 60_000;

type Finding = { address: string; scansAll: boolean | undefined; until: number };
let finding: Finding | undefined;
let trial: Promise<void> | undefined;

/** Checks the limits with a file as large as the portal accepts, and keeps the result. */
async function tryLimits(address: string): Promise<void> {
  const scansAll = await scansFilesOf(clamd(new URL(address)), maximumBytes);
  if (scansAll === false) {
    log().error(
      { maximumBytes },
      'the malware scanner does not look through files as large as the portal takes: raise its StreamMaxLength, MaxFileSize and MaxScanSize',
    );
  }
  const forMs = scansAll === undefined ? unknownForMs : scansAll ? goodForMs : badForMs;
  finding = { address, scansAll, until: performance.now() + forMs };
}

/**
 * Returns whether files can be scanned, and whether the scanner's limits allow the largest file that the portal accepts. Takes at
 * most about two seconds: a longer check continues in the background, and until it ends the last result counts.
 */
export async function scannerState(): Promise<ScannerState> {
  const { CLAMD_URL: address } = env();
  if (address === undefined) return 'none';
  const began = performance.now();
  if (!(await scanner().ping())) {
    // The scanner may return with other settings.
    finding = undefined;
    return 'unreachable';
  }
  if (finding?.address !== address) finding = undefined;
  if (!finding || finding.until < performance.now()) {
    trial ??= tryLimits(address).finally(() => (trial = undefined));
    await withinPatience(trial, patienceMs - (performance.now() - began));
  }
  return finding?.scansAll === false ? 'limits_too_low' : 'ready';
}

/** Waits for work, at most for the given time; the work continues after that. */
async function withinPatience(work: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, over]);
  clearTimeout(timer);
}
