import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import { sendings } from '@/db/schema/sendings';
import { refused, repeated, type Done, type Refused } from '@/lib/result';
import type { Actor } from './actor';

/** The id used for the public and for the portal itself, which are not users. */
export const nobody = '00000000-0000-4000-8000-000000000001';

/** An act that takes effect once under its sender's key. */
export type Sending = {
  /** Names the act, so that a key cannot be used for another act. */
  act: string;
  key: string;
  /** SHA-256 over the act and everything that was sent with it. */
  fingerprint: string;
};

/** Recognises a file that an input schema has already read and hashed. */
const isReadFile = (value: unknown): value is { fileName: string; sha256: string } =>
  typeof value === 'object' && value !== null && 'fileName' in value && 'sha256' in value;

/** Returns equal texts for equal contents, in whatever order their keys were written. */
async function canonical(value: unknown): Promise<string> {
  if (typeof value === 'bigint') return `${value.toString()}n`;
  if (value instanceof Date) return `@${value.toISOString()}`;
  if (value instanceof File) {
    // This hashes in another thread, because hashing 20 MB in this one would hold up all requests.
    const digest = await crypto.subtle.digest('SHA-256', await value.arrayBuffer());
    return `file:${JSON.stringify(value.name)}:${Buffer.from(digest).toString('hex')}`;
  }
  if (isReadFile(value)) return `file:${JSON.stringify(value.fileName)}:${value.sha256}`;
  if (Array.isArray(value)) return `[${(await Promise.all(value.map(canonical))).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const parts = entries.map(
      async ([name, one]) => `${JSON.stringify(name)}:${await canonical(one)}`,
    );
    return `{${(await Promise.all(parts)).join(',')}}`;
  }
  return value === undefined ? 'undefined' : JSON.stringify(value);
}

/**
 * Describes a sending by everything that makes the act: its name, and the whole parsed input, files by their name and content.
 * Nothing is left out, so that a key with any changed detail is noticed.
 */
export async function describeSending(act: string, key: string, input: unknown): Promise<Sending> {
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([act, await canonical(input)]))
    .digest('hex');
  return { act, key, fingerprint };
}

const own = (actor: Actor, { key }: Sending) =>
  and(eq(sendings.clientId, actor.userId ?? nobody), eq(sendings.key, key));

/**
 * Takes the key for this act, in the transaction of the act. A second sending waits here until the first one has ended.
 * @returns undefined where the act may run now; its first answer where the same was sent before; `key_reused` where the key was
 * used for something else
 */
export async function takeKey(
  tx: Tx,
  actor: Actor,
  sending: Sending,
): Promise<Done<unknown> | Refused<'key_reused'> | undefined> {
  const clientId = actor.userId ?? nobody;
  const [taken] = await tx
    .insert(sendings)
    .values({ clientId, ...sending })
    .onConflictDoNothing()
    .returning({ key: sendings.key });
  if (taken) return undefined;
  const [before] = await tx.select().from(sendings).where(own(actor, sending));
  if (!before) throw new Error('A key is taken by a sending that cannot be read.');
  const same = before.act === sending.act && before.fingerprint === sending.fingerprint;
  return same ? repeated(before.answer) : refused('key_reused');
}

/** Keeps the answer of an act, for the case that the same sending arrives again. */
export async function storeAnswer(
  tx: Tx,
  actor: Actor,
  sending: Sending,
  value: unknown,
): Promise<void> {
  await tx
    .update(sendings)
    .set({ answer: value ?? null })
    .where(own(actor, sending));
}

/** Deletes keys that are three months old: no form is sent again so late, and the ledger keeps its keys for ever. */
export async function forgetSendings(): Promise<void> {
  await db().execute(sql`select app.delete_old_sendings()`);
}
