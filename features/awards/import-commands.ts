import 'server-only';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { newId } from '@/db/new-id';
import { awardImports } from '@/db/schema/awards';
import { programmes, programmeVersions } from '@/db/schema/programmes';
import { rulesSchema } from '@/features/rules/schema';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import { cityOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { nextReference } from '@/server/references';
import { advance } from '@/server/rows';
import { storeBytes } from '@/server/storage';
import { planOf, type ImportRow } from './check';
import { awardFields, fieldsFor } from './domain/fields';
import { awardImportLifecycle, awardRowLifecycle } from './domain/lifecycle';
import { mappingFaults, type Mapping } from './domain/mapping';
import type * as inputs from './input';
import { lockImport } from './locks';
import type { ReadList } from '@/features/tables/read-list';
import { runCheck } from './run-check';
import type { TableRow } from '@/features/tables/table-row';

/** Loads a published programme of the city under which firms do not apply. */
async function automaticProgramme(tx: Tx, cityId: string, programmeId: string) {
  const [found] = await tx
    .select({ versionId: programmeVersions.id, rules: programmeVersions.rules })
    .from(programmes)
    .innerJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
    .where(
      and(
        eq(programmes.id, programmeId),
        eq(programmes.cityId, cityId),
        eq(programmes.state, 'published'),
      ),
    );
  return found && rulesSchema.parse(found.rules).mode === 'automatic' ? found : undefined;
}

/** Writes the rows as they are in the file, unchecked. */
async function stageRows(tx: Tx, list: ImportRow, rows: readonly TableRow[]): Promise<void> {
  await tx.execute(sql`insert into award_rows (import_id, city_id, programme_id, line, cells, state)
    select ${list.id}::uuid, ${list.cityId}::uuid, ${list.programmeId}::uuid, x.line, x.cells,
      ${awardRowLifecycle.initial}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(line integer, cells text[])`);
}

type Opened = Omit<typeof awardImports.$inferInsert, 'headers' | 'storageKey' | 'state'>;

/** Stores the file and every row of it, in pieces. */
async function stageFile(
  tx: Tx,
  opened: Opened,
  { bytes, headers, pieces, rowCount }: ReadList,
): Promise<ImportRow> {
  const storageKey = await storeBytes(bytes);
  const state = awardImportLifecycle.initial;
  const values = { ...opened, headers: [...headers], storageKey, state, rowCount };
  const [list] = await tx.insert(awardImports).values(values).returning();
  if (!list) throw new Error('The list was not written.');
  for (const rows of pieces) await stageRows(tx, list, rows);
  await tx.execute(sql`select app.analyze_awards()`);
  return list;
}

type UploadRefusal = 'programme_unknown' | 'same_file';

/**
 * Stores an uploaded list: every row is stored unchanged and is not judged yet. The same file for the same
 * programme creates nothing and leads to the list that exists. The constraint `award_imports_same_file`
 * ensures this for two uploads at once.
 */
export async function uploadImport(
  grant: Grant<'award.import'>,
  input: z.output<typeof inputs.uploadImportInput>,
): Promise<Outcome<{ id: string; known: boolean }, UploadRefusal>> {
  const { tx, actor, now } = grant;
  const cityId = cityOf(actor);
  const programme = await automaticProgramme(tx, cityId, input.programmeId);
  if (!programme) return refused('programme_unknown', {}, 'programmeId');
  const { file } = input;
  const fileSha256 = file.sha256;
  const [twin] = await tx
    .select({ id: awardImports.id })
    .from(awardImports)
    .where(
      and(
        eq(awardImports.programmeId, input.programmeId),
        eq(awardImports.fileSha256, fileSha256),
        ne(awardImports.state, 'discarded'),
      ),
    );
  if (twin) return repeated({ id: twin.id, known: true });
  const opened = {
    id: await newId(tx),
    cityId,
    programmeId: input.programmeId,
    versionId: programme.versionId,
    reference: await nextReference(tx, cityId, 'MS'),
    fileName: file.fileName,
    fileSha256,
    sizeBytes: file.bytes.length,
    createdBy: userOf(actor),
    createdAt: now,
  };
  const list = await stageFile(tx, opened, file);
  await grant.record({
    action: 'award.uploaded',
    subject: { kind: 'award_import', id: list.id },
    versionId: list.versionId,
    data: { reference: list.reference, rows: list.rowCount, fileSha256 },
  });
  return done({ id: list.id, known: false });
}

function mappingOf(input: z.output<typeof inputs.mapImportInput>): Mapping {
  const columns: Record<string, number> = {};
  for (const field of awardFields) {
    const at = input[`column_${field}`];
    if (at !== undefined) columns[field] = at;
  }
  return { columns, period: input.period };
}

/** Stores which column holds which field, and checks every row. */
export async function mapImport(
  grant: Grant<'award.import'>,
  input: z.output<typeof inputs.mapImportInput>,
): Promise<Outcome<{ id: string }, 'import_unknown' | 'state_changed' | 'mapping_wrong'>> {
  const list = await lockImport(grant, input.importId);
  if (!list) return refused('import_unknown');
  const next = awardImportLifecycle.next(list.state, 'check');
  if (!next.ok) return next;
  const mapping = mappingOf(input);
  const { rules } = await planOf(grant.tx, list, mapping, grant.now);
  const faults = Object.entries(mappingFaults(mapping, list.headers, fieldsFor(rules)));
  if (faults.length > 0) {
    const fields: Record<string, { code: string }> = {};
    for (const [field, code] of faults) {
      fields[field === 'period' ? field : `column_${field}`] = { code };
    }
    return { ...refused('mapping_wrong'), fields };
  }
  await runCheck(grant, list, mapping);
  return done({ id: list.id });
}

/**
 * Checks every row again, because meanwhile firms may have joined the portal, other lists may have been
 * issued, and the pool may have changed.
 */
export async function checkImport(
  grant: Grant<'award.import'>,
  input: z.output<typeof inputs.importInput>,
): Promise<Outcome<{ id: string }, 'import_unknown' | 'state_changed'>> {
  const list = await lockImport(grant, input.importId);
  if (!list) return refused('import_unknown');
  const next = awardImportLifecycle.next(list.state, 'check');
  if (!next.ok) return next;
  if (!list.mapping) return refused('state_changed');
  await runCheck(grant, list, list.mapping);
  return done({ id: list.id });
}

/** Discards a list. Its file can then be uploaded again. */
export async function discardImport(
  grant: Grant<'award.import'>,
  input: z.output<typeof inputs.importReasonInput>,
): Promise<Outcome<null, 'import_unknown' | 'state_changed'>> {
  const list = await lockImport(grant, input.importId);
  if (!list) return refused('import_unknown');
  const moved = await advance(grant, awardImports, list, {
    lifecycle: awardImportLifecycle,
    transition: 'discard',
    set: { reason: input.reason },
    event: {
      action: 'award.discarded',
      subject: { kind: 'award_import', id: list.id },
      data: { reference: list.reference, reason: input.reason },
    },
  });
  return moved.ok ? done(null) : moved;
}
