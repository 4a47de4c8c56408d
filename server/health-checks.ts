import 'server-only';
import { connect as connectTls } from 'node:tls';
import { sql } from 'drizzle-orm';
import { connect, type Pool } from '@/db/client';
import { shanghaiDate, yearOf } from '@/lib/dates';
import { env } from './env';
import { log } from './log';
import { storage } from './storage';
import { StorageFault, type StorageReason } from './storage-kind';

const dayMs = 86_400_000;

/** Differences that are not explained, in the books and in the chain of seals, and how long ago the last check was. */
export type ProofState = { breaks: number; days: number; chain: number; minutes: number };

export type DatabaseState = {
  reachable: boolean;
  writable: boolean;
  applied: number | null;
  mails: { waiting: number; failed: number } | null;
  /** What the checks of the books found; null before the first. */
  proof: ProofState | null;
  /** The years whose holidays are arranged. */
  arranged: number[] | null;
};
export type StorageState = 'ready' | StorageReason;

/**
 * One connection apart from the pool, so that a busy portal is not taken for a broken one. It is global, so that it survives hot
 * reloading.
 */
const shared = globalThis as { suanquanHealthPool?: { url: string; pool: Pool } };

function probe(): Pool {
  const url = env().DATABASE_URL;
  if (shared.suanquanHealthPool?.url !== url) {
    shared.suanquanHealthPool = { url, pool: connect(url, 1) };
  }
  return shared.suanquanHealthPool.pool;
}

/**
 * Reads, and then writes something that ends with its transaction: a full disk, a standby, or a commit that hangs fails here.
 * @param state is filled step by step, for a caller that does not wait to the end
 */
export async function checkDatabase(state: DatabaseState, migrations: number): Promise<void> {
  try {
    const { db } = probe();
    const [row] = await db.execute<{ applied: number }>(
      sql`select app.applied_migrations() as applied`,
    );
    state.reachable = true;
    state.applied = row?.applied ?? null;
    // A schema of an earlier version may not have the table of mails yet.
    if (state.applied === migrations) {
      const [mails] = await db.execute<{ waiting: number; failed: number }>(
        sql`select waiting, failed from app.count_mails()`,
      );
      state.mails = mails ?? null;
      const [proof] = await db.execute<Omit<ProofState, 'minutes'> & { minutes: number | null }>(
        sql`select breaks, days, chain, minutes from app.proof_health()`,
      );
      state.proof = proof && proof.minutes !== null ? { ...proof, minutes: proof.minutes } : null;
      const years = await db.execute<{ year: number }>(
        sql`select distinct year from calendar_years where state = 'released'`,
      );
      state.arranged = years.map(({ year }) => year);
    }
    await db.transaction(async (tx) => {
      await tx.execute(sql`create temporary table health_probe (one integer) on commit drop`);
      await tx.execute(sql`insert into health_probe values (1)`);
    });
    state.writable = true;
  } catch (error) {
    log().error({ err: error }, 'health check of the database failed');
  }
}

/** Writes and deletes a few bytes in the storage of files. */
export async function checkStorage(): Promise<StorageState> {
  try {
    await storage().check();
    return 'ready';
  } catch (error) {
    log().error({ err: error }, 'health check of the storage failed');
    return error instanceof StorageFault ? error.reason : 'unavailable';
  }
}

/** The State Council announces a year's holidays in the November before, so from then on the next year's are expected. */
const announcedFrom = '11-01';

/** Returns the first year whose holidays should be known by now and are not. */
export function missingYear(now: number, arranged: readonly number[]): number | undefined {
  const today = shanghaiDate(new Date(now));
  const year = yearOf(today);
  const needed = today.slice(5) >= announcedFrom ? [year, year + 1] : [year];
  return needed.find((one) => !arranged.includes(one));
}

/**
 * Returns when the certificate that an address presents ends.
 * @throws Error when none is presented in time
 */
export function certificateEnd(address: URL, patienceMs: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connectTls({
      host: address.hostname.replace(/^\[|\]$/g, ''),
      port: Number(address.port || 443),
      servername: /^[\d.]+$|^\[/.test(address.hostname) ? undefined : address.hostname,
      // A certificate that has ended, or that this machine does not trust, is read too.
      rejectUnauthorized: false,
    });
    const give = (what: () => void) => {
      socket.destroy();
      what();
    };
    socket.setTimeout(patienceMs, () => {
      give(() => {
        reject(new Error('No certificate in time.'));
      });
    });
    socket.on('error', (error: Error) => {
      give(() => {
        reject(error);
      });
    });
    socket.on('secureConnect', () => {
      const end = Date.parse(socket.getPeerCertificate().valid_to);
      give(() => {
        if (Number.isNaN(end)) reject(new Error('No certificate.'));
        else resolve(end);
      });
    });
  });
}

let certificate: { address: string; until: number; end: Promise<number | null> } | undefined;

/**
 * Returns for how many days the certificate of the portal's own address is valid; null without one, or where it is not reached.
 */
export async function certificateDays(now: number): Promise<number | null> {
  const { AUTH_URL } = env();
  if (!AUTH_URL.startsWith('https:')) return null;
  if (certificate?.address !== AUTH_URL || certificate.until < now) {
    const end = certificateEnd(new URL(AUTH_URL), 1_500).catch((error: unknown) => {
      log().warn({ err: error }, 'the certificate of AUTH_URL could not be looked at');
      return null;
    });
    certificate = { address: AUTH_URL, until: now + 3_600_000, end };
  }
  const end = await certificate.end;
  return end === null ? null : Math.floor((end - now) / dayMs);
}
