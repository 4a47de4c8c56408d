import 'server-only';
import { and, desc, eq, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { applications } from '@/db/schema/applications';
import { organisations } from '@/db/schema/people';
import { profileAnswers } from '@/features/organisations/domain/profile';
import { profileOf } from '@/features/organisations/queries';
import { getVersion, programmeTitles } from '@/features/programmes/queries';
import type { Bilingual } from '@/lib/bilingual';
import { isId } from '@/lib/query';
import { organisationOf, type Actor } from '@/server/actor';
import { copiable } from './domain/copy';
import type { FormDefinition } from '@/features/forms/domain/form';
import type { ApplicationState } from './domain/lifecycle';

/** Loads the answers that the organisation's profile gives, under the names of the forms' fields. */
export async function readProfile(tx: Tx, organisationId: string): Promise<Record<string, string>> {
  const [organisation] = await tx
    .select()
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return organisation ? profileAnswers(await profileOf(tx, organisation)) : {};
}

/** Another case of the organisation, from which answers can be taken. */
export type EarlierCase = {
  id: string;
  title: Bilingual;
  reference: string | null;
  state: ApplicationState;
  savedAt: Date;
  /** The answers that a form can take over from it. */
  answers: Readonly<Record<string, string>>;
};

type Row = typeof applications.$inferSelect;

const ownCases = (tx: Tx, actor: Actor, ...more: Parameters<typeof and>) =>
  tx
    .select()
    .from(applications)
    .where(and(eq(applications.organisationId, organisationOf(actor)), ...more))
    .orderBy(desc(applications.id))
    .limit(20);

/**
 * Loads the answers that the form can take over from one of the organisation's cases. Returns undefined if there is
 * no such case.
 */
export async function earlierAnswers(
  tx: Tx,
  actor: Actor,
  form: FormDefinition,
  earlierId: string,
): Promise<Record<string, string> | undefined> {
  if (!isId(earlierId)) return undefined;
  const [row] = await ownCases(tx, actor, eq(applications.id, earlierId));
  return row && takenFrom(tx, form, row);
}

async function takenFrom(tx: Tx, form: FormDefinition, row: Row) {
  const { form: from } = await getVersion(tx, row.versionId);
  return copiable(from, form, row.answers);
}

/** Lists the organisation's latest cases that have answers for this form, the newest first. */
export async function listEarlier(
  tx: Tx,
  actor: Actor,
  form: FormDefinition,
  exceptId?: string,
): Promise<EarlierCase[]> {
  const rows = await ownCases(tx, actor, exceptId ? ne(applications.id, exceptId) : undefined);
  const titles = await programmeTitles(
    tx,
    rows.map(({ programmeId }) => programmeId),
  );
  const cases = await Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      title: titles.get(row.programmeId) ?? { 'zh-CN': '', en: '' },
      reference: row.reference,
      state: row.state,
      savedAt: row.updatedAt,
      answers: await takenFrom(tx, form, row),
    })),
  );
  return cases.filter(({ answers }) => Object.keys(answers).length > 0);
}
