import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { newId } from '@/db/new-id';
import { notify } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { openText, sealText } from '@/server/sealed-text';
import type { SigningAlgorithm } from './domain/keys';
import type * as inputs from './input';
import { makeKey, type NewKey } from './signer';

/** Returns what a private key is sealed for: itself alone, so that nobody can put one in the place of another. */
const purposeOf = (keyId: string) => `signing key ${keyId}`;

const keyIdOf = ({ fingerprint }: NewKey) => fingerprint.slice(0, 16);

/** Returns the last arguments of the functions that keep a new key; the private half is sealed. */
const keptAs = (key: NewKey): SQL =>
  sql`${key.algorithm}, ${key.publicKey}, ${key.fingerprint}, ${sealText(purposeOf(keyIdOf(key)), key.privateKey)}`;

/** The key that signs for a city now, opened. It never leaves the command that signs with it. */
export type Signer = {
  readonly id: string;
  readonly keyId: string;
  readonly algorithm: SigningAlgorithm;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly validFrom: Date;
};

type SecretRow = {
  id: string;
  key_id: string;
  algorithm: SigningAlgorithm;
  public_key: string;
  valid_from: string;
  sealed: string;
};

async function readSecret({ tx }: Grant, voucherId: string): Promise<SecretRow | undefined> {
  const [row] = await tx.execute<SecretRow>(
    sql`select id, key_id, algorithm, public_key, valid_from::text, sealed
      from app.signing_secret(${voucherId}::uuid)`,
  );
  return row;
}

/** Makes the first key of a voucher's city. Of several requests at once, one makes it and the others wait for it. */
async function beginKey(
  { tx, record }: Grant,
  { voucherId, cityId }: { voucherId: string; cityId: string },
): Promise<void> {
  const key = makeKey('ed25519');
  const id = await newId(tx);
  const [row] = await tx.execute<{ made: boolean }>(
    sql`select app.begin_signing_key(${id}::uuid, ${voucherId}::uuid, ${keptAs(key)}) as made`,
  );
  if (!row?.made) return;
  await record({
    action: 'key.made',
    subject: { kind: 'signing_key', id },
    cityId,
    organisationId: null,
    data: { key: keyIdOf(key), algorithm: key.algorithm },
  });
}

/**
 * Returns the present key of the city of one of the actor's own vouchers, and makes the city's first one where there is none. The
 * key cannot be replaced until the transaction ends, so nothing is signed with a retired key.
 */
export async function signerFor(
  grant: Grant<'certificate.issue'>,
  voucher: { voucherId: string; cityId: string },
): Promise<Outcome<Signer, 'key_unreadable'>> {
  let row = await readSecret(grant, voucher.voucherId);
  if (!row) {
    // There is none yet, or it has just been replaced; then the second reading finds the new one.
    await beginKey(grant, voucher);
    row = await readSecret(grant, voucher.voucherId);
  }
  if (!row) throw new Error(`City ${voucher.cityId} has no signing key.`);
  const privateKey = openText(purposeOf(row.key_id), row.sealed);
  if (privateKey === undefined) return refused('key_unreadable');
  const { id, key_id: keyId, algorithm, public_key: publicKey } = row;
  return done({ id, keyId, algorithm, publicKey, privateKey, validFrom: new Date(row.valid_from) });
}

/**
 * Replaces the city's signing key by a new one. The old one signs nothing more and stays published, so that certificates that it
 * has signed can still be verified.
 */
export async function rotateKey(
  { tx, actor, record }: Grant<'key.rotate'>,
  { seen, algorithm }: z.output<typeof inputs.rotateKeyInput>,
): Promise<Outcome<null, 'key_changed'>> {
  const key = makeKey(algorithm);
  const id = await newId(tx);
  const [row] = await tx.execute<{ made: boolean }>(
    sql`select app.rotate_signing_key(${seen === '' ? null : seen}::text, ${id}::uuid, ${keptAs(key)}) as made`,
  );
  if (!row?.made) return refused('key_changed');
  const cityId = cityOf(actor);
  await notify(
    tx,
    { cityId, roles: ['city_admin', 'auditor'], except: userOf(actor) },
    'key_rotated',
    { by: actor.name, key: keyIdOf(key), path: paths.city.keys() },
  );
  await record({
    action: 'key.rotated',
    subject: { kind: 'signing_key', id },
    cityId,
    data: { key: keyIdOf(key), algorithm, ...(seen !== '' && { retired: seen }) },
  });
  return done(null);
}
