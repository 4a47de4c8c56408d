/**
 * The part of `npm run verify` that reads and checks; scripts/verify.mjs says how it is called. It reads a database in one
 * snapshot, or an export line by line, and proves both by the same code, features/proof/domain.
 */
import { createReadStream } from 'node:fs';
import { open, readFile, type FileHandle } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { listBreaks } from '@/features/ledger/proof-queries';
import type { ProofRecord, PublishedHead } from '@/features/proof/domain/records';
import { Proof, type Report } from '@/features/proof/domain/proof';
import { detailText, findingText } from '@/features/proof/finding-text';
import { askThrough, bookRecords, chainRecords } from '@/features/proof/read-records';
import { identityTexts } from '@/features/proof/messages';
import { sha256 } from '@/features/proof/sha';
import { fen, formatFen } from '@/lib/money';

const settings = z
  .object({
    database: z.string().optional(),
    file: z.string().optional(),
    heads: z.string().optional(),
    export: z.string().optional(),
  })
  .parse(JSON.parse(process.env.VERIFY_SETTINGS ?? '{}'));

const format = 'suanquan-proof/1';
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Carries a sentence for the person who runs this, who can do something about it. */
class Stop extends Error {}

const headList = z.object({
  heads: z.array(
    z.object({
      chain: z.string(),
      day: z.string(),
      seal: z.number(),
      hash: z.string(),
      rows: z.number(),
    }),
  ),
  nextCursor: z.string().nullish(),
});

/** Reads published heads from a file, or page by page from the address of the public interface. */
async function readHeads(where: string | undefined): Promise<PublishedHead[]> {
  if (where === undefined) return [];
  const heads: PublishedHead[] = [];
  const add = (text: string) => {
    const list = headList.parse(JSON.parse(text));
    heads.push(...list.heads.map(({ chain, ...head }) => ({ ...head, city: chain })));
    return list.nextCursor;
  };
  if (!/^https?:/.test(where)) {
    add(await readFile(where, 'utf8'));
    return heads;
  }
  const address = new URL(where);
  for (;;) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Stop(`${address.href} answered ${answer.status}.`);
    const next = add(await answer.text());
    if (!next) return heads;
    address.searchParams.set('cursor', next);
  }
}

/** Opens a file for the records, one a line, or nothing where none is asked for. */
function openExport(path: string | undefined) {
  if (path === undefined) return { write: () => Promise.resolve(), end: () => Promise.resolve() };
  let file: FileHandle | undefined;
  const line = async (value: object) => {
    // Opened here, so that a file that cannot be written is reported as every other reason why nothing could be checked.
    file ??= await open(path, 'wx', 0o600);
    await file.write(`${JSON.stringify(value)}\n`);
  };
  let count = 0;
  let isBegun = false;
  return {
    write: async (record: ProofRecord) => {
      if (!isBegun) await line({ is: 'export', format, madeAt: new Date().toISOString() });
      isBegun = true;
      count += 1;
      await line(record);
    },
    end: async () => {
      await line({ is: 'end', records: count });
      await file?.close();
    },
  };
}

async function* recordsOfDatabase(tx: Tx): AsyncGenerator<ProofRecord> {
  const ask = askThrough((work) => work({ tx }));
  const cities = await ask<{ id: string; slug: string }>(
    sql`select id::text as id, slug from cities order by slug`,
  );
  for (const { id, slug } of cities) {
    yield* chainRecords(ask, { cityId: id, slug });
    yield* bookRecords(ask, id);
    // The views show a city only its own.
    await ask(sql`select set_config('app.city', ${id}, true)`);
    for (const { thing, ...found } of (await listBreaks(tx, id)).breaks) {
      yield { is: 'break', thing, ...found };
    }
  }
  yield* chainRecords(ask, { cityId: null, slug: null });
}

/** Proves a database in one snapshot, so that nothing that happens meanwhile looks like a difference. */
async function proveDatabase(address: string, proof: Proof): Promise<void> {
  const client = postgres(address, { max: 1, onnotice: () => undefined });
  try {
    await drizzle(client).transaction(
      async (tx) => {
        const [login] = await tx.execute<{ sees: boolean }>(
          sql`select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user`,
        );
        if (!login?.sees) {
          throw new Stop(
            'This login does not see everything: use a superuser, or one with BYPASSRLS.',
          );
        }
        const file = openExport(settings.export);
        for await (const record of recordsOfDatabase(tx)) {
          await file.write(record);
          proof.take(record);
        }
        await file.end();
      },
      { isolationLevel: 'repeatable read', accessMode: 'read only' },
    );
  } finally {
    await client.end();
  }
}

const lineSchema = z.looseObject({ is: z.string() });

/** Proves an export. Its last line counts the records, so that one that was cut off is noticed. */
async function proveFile(path: string, proof: Proof): Promise<void> {
  let count = 0;
  let isBegun = false;
  let isWhole = false;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    const record = lineSchema.parse(JSON.parse(line));
    if (!isBegun) {
      if (record.is !== 'export' || record.format !== format) {
        throw new Stop(`${path} is no export of this format (${format}).`);
      }
      isBegun = true;
    } else if (record.is === 'end') {
      isWhole = record.records === count;
    } else {
      count += 1;
      proof.take(record as ProofRecord);
    }
  }
  if (!isWhole) throw new Stop(`${path} is not whole: records are missing, or were added.`);
}

const nameOf = ({ slug, city }: Report) => slug ?? (/^0{8}-/.test(city) ? 'platform' : city);

/** Prints a table with a line for each city, and below it what differs. */
function print(reports: readonly Report[]): void {
  const rows = reports.map((report) => [
    nameOf(report),
    String(report.chain.rows),
    String(report.chain.seals),
    String(report.chain.waiting),
    String(report.entries),
    String(report.found),
    report.chain.head?.hash.slice(0, 16) ?? '',
  ]);
  const table = [['city', 'sealed', 'seals', 'waiting', 'entries', 'differences', 'head'], ...rows];
  const widths = (table[0] ?? []).map((_, at) =>
    Math.max(...table.map((row) => row[at]?.length ?? 0)),
  );
  for (const row of table) {
    say(
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
  for (const report of reports.filter(({ slug }) => slug !== null)) {
    say(`\n${nameOf(report)}`);
    for (const { name, whole, sumFen, differenceFen } of report.identities) {
      const sides = `${formatFen(fen(whole.fen))} = ${formatFen(fen(sumFen))}`;
      const verdict =
        differenceFen === 0n ? 'agrees' : `DIFFERS by ${formatFen(fen(differenceFen))}`;
      say(`  ${identityTexts('en')[name]}: ${sides}: ${verdict}`);
    }
  }
  for (const report of reports.filter(({ found }) => found > 0)) {
    say(`\n${nameOf(report)}: ${report.found} differences`);
    for (const finding of report.findings.slice(0, 20)) {
      const detail = detailText('en', finding);
      say(`  ${findingText('en', finding)}: ${finding.subject}${detail && ` (${detail})`}`);
    }
  }
}

try {
  const proof = new Proof(sha256, await readHeads(settings.heads));
  if (settings.file !== undefined) await proveFile(settings.file, proof);
  else await proveDatabase(settings.database ?? '', proof);
  const reports = proof.end();
  print(reports);
  const found = reports.reduce((sum, report) => sum + report.found, 0);
  say(found === 0 ? '\nEverything agrees.' : `\n${found} differences, named above.`);
  process.exitCode = found === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
