import postgres from 'postgres';
import { addressesOf } from '@/lib/database-address.mjs';

/** Seconds for one host to answer; the other hosts are tried after it. */
const answersWithin = 3;

async function isPrimary(address: string): Promise<boolean> {
  const client = postgres(address, {
    max: 1,
    connect_timeout: answersWithin,
    prepare: false,
    fetch_types: false,
    onnotice: () => undefined,
  });
  try {
    const [row] = await client<{ standby: boolean }[]>`select pg_is_in_recovery() as standby`;
    return row?.standby === false;
  } finally {
    await client.end({ timeout: 1 });
  }
}

/**
 * Returns the address of the host that accepts writes, for programs that take one host only.
 * @throws Error with the reason of each host when none of several accepts writes
 */
export async function primaryOf(address: string): Promise<string> {
  const addresses = addressesOf(address);
  const [only] = addresses;
  if (addresses.length === 1 && only !== undefined) return only;
  const faults: unknown[] = [];
  for (const one of addresses) {
    try {
      if (await isPrimary(one)) return one;
      faults.push(new Error('is a standby'));
    } catch (error) {
      faults.push(error);
    }
  }
  throw new AggregateError(faults, 'None of the hosts of the database can be written.');
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** Waits until another of several hosts is the primary; with one host it waits for ever. */
export async function primaryMoved(address: string, present: string): Promise<void> {
  for (;;) {
    await pause(5_000);
    if (addressesOf(address).length === 1) continue;
    // While there is no primary, the present one stays.
    const now = await primaryOf(address).catch(() => present);
    if (now !== present) return;
  }
}
