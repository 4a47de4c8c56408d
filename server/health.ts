import 'server-only';
import { statfs } from 'node:fs/promises';
import journal from '@/db/migrations/meta/_journal.json';
import { poolState } from '@/db/client';
import manifest from '@/package.json';
import { env } from './env';
import { sharedFor } from './shared-for';
import {
  certificateDays,
  checkDatabase,
  checkStorage,
  missingYear,
  type DatabaseState,
  type ProofState,
  type StorageState,
} from './health-checks';
import { log } from './log';
import { scannerState, type ScannerState } from './scanner';

/**
 * The health of the portal, as docs/operations.md describes it. Everyone may read it, so it holds no addresses and no messages.
 */
export type Health = {
  /** False where the portal cannot work: the database must answer, accept a write, and be of this version. */
  ok: boolean;
  database: boolean;
  writable: boolean;
  migrations: boolean;
  /**
   * While the scanner cannot be reached no file is accepted; with limits that are too low, no large one. Everything else works.
   */
  scanner: ScannerState;
  storage: StorageState;
  /** Connections of this process: the most it may have, how many are free, and how many queries wait for one. */
  connections: { size: number; free: number; waiting: number };
  version: string;
  /** Mails that wait to be sent, and mails that were given up; null without a database. */
  mails: { waiting: number; failed: number } | null;
  /** What the checks of the books found; null before the first check, and without a database. */
  proof: ProofState | null;
  /** Codes of what works only in part or will soon fail, some with a number after a colon. */
  warnings: string[];
};

/** Below these values the operator should act. */
const fewestCertificateDays = 21;
const leastFreeMegabytes = 1_024;
/** The books are checked every five minutes. */
const longestUnprovedMinutes = 30;

/** The longest wait for one part; a part that takes longer counts as failed. */
const patienceMs = 1_800;

async function inTime<T>(what: string, work: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => {
      log().error({ what }, 'a health check did not end in time');
      resolve(otherwise);
    }, patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

let asking: { state: DatabaseState; end: Promise<void> } | undefined;

/** Checks the database once for all callers at a time: while a check hangs, no other one starts. */
async function readDatabase(): Promise<DatabaseState> {
  if (!asking) {
    const state = {
      reachable: false,
      writable: false,
      applied: null,
      mails: null,
      proof: null,
      arranged: null,
    };
    const end = checkDatabase(state, journal.entries.length).finally(() => {
      asking = undefined;
    });
    asking = { state, end };
  }
  const { state, end } = asking;
  await inTime('database', end, undefined);
  return { ...state };
}

/** Returns the free space for files in megabytes, also for files on their way to a bucket; null where it is unknown. */
async function freeMegabytes(): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(env().STORAGE_DIR);
    return Math.floor((bavail * bsize) / 1_048_576);
  } catch (error) {
    log().warn({ err: error }, 'the free space for files is not known');
    return null;
  }
}

type Measured = Omit<Health, 'ok' | 'warnings' | 'version'> & {
  freeMegabytes: number | null;
  missingYear: number | undefined;
  certificate: number | null;
};

function warningsOf(found: Measured): string[] {
  const warnings: string[] = [];
  const isBelow = (value: number | null, least: number) => value !== null && value < least;
  if (found.storage !== 'ready') warnings.push(`storage_${found.storage}`);
  if (isBelow(found.freeMegabytes, leastFreeMegabytes)) {
    warnings.push(`storage_free_megabytes:${String(found.freeMegabytes)}`);
  }
  if (found.scanner === 'unreachable' || found.scanner === 'limits_too_low') {
    warnings.push(`scanner_${found.scanner}`);
  }
  if (found.missingYear !== undefined) warnings.push(`calendar_missing:${found.missingYear}`);
  if (isBelow(found.certificate, fewestCertificateDays)) {
    warnings.push(`certificate_days:${String(found.certificate)}`);
  }
  if (found.connections.waiting > found.connections.size) {
    warnings.push(`connections_waiting:${found.connections.waiting}`);
  }
  if (found.mails && found.mails.failed > 0) {
    warnings.push(`mails_failed:${found.mails.failed}`);
  }
  return [...warnings, ...warningsOfProof(found.proof)];
}

/** Returns the warnings about the books. While balances differ nothing is issued, and everything else works. */
function warningsOfProof(proof: ProofState | null): string[] {
  if (!proof) return [];
  const warnings: string[] = [];
  if (proof.breaks > 0) warnings.push(`ledger_breaks:${proof.breaks}`);
  if (proof.days > 0) warnings.push(`day_findings:${proof.days}`);
  if (proof.chain > 0) warnings.push(`chain_findings:${proof.chain}`);
  if (proof.minutes > longestUnprovedMinutes) warnings.push(`proof_late_minutes:${proof.minutes}`);
  return warnings;
}

/** Returns the health. It never throws and takes at most two seconds: a portal that cannot reach its database reports that. */
export async function checkHealth(now = Date.now()): Promise<Health> {
  const [database, scanner, storage, free, certificate] = await Promise.all([
    readDatabase(),
    inTime('scanner', scannerState(), 'unreachable'),
    inTime('storage', checkStorage(), 'unavailable'),
    inTime('free space', freeMegabytes(), null),
    inTime('certificate', certificateDays(now), null),
  ]);
  const migrations = database.applied === journal.entries.length;
  const pool = poolState();
  const found = {
    database: database.reachable,
    writable: database.writable,
    migrations,
    scanner,
    storage,
    connections: { size: pool.size, free: pool.idle + pool.closed, waiting: pool.waiting },
    mails: database.mails,
    proof: database.proof,
  };
  const warnings = warningsOf({
    ...found,
    freeMegabytes: free,
    missingYear: database.arranged ? missingYear(now, database.arranged) : undefined,
    certificate,
  });
  const ok = found.database && found.writable && migrations;
  return { ok, ...found, version: manifest.version, warnings };
}

/** Returns a result of the last two seconds: the portal checks itself no more often, however many requests there are. */
export const recentHealth = sharedFor(2_000, () => checkHealth());
