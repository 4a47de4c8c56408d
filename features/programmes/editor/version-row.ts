import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { programmes, programmeVersions } from '@/db/schema/programmes';
import type { FormDefinition } from '@/features/forms/domain/form';
import { programmeForm } from '@/features/rules/application-form';
import { draftFormSchema } from '@/features/forms/schema';
import { formatYuanPlain, parseYuan, type Fen } from '@/lib/money';
import { cityOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { lockInCity } from '@/server/rows';
import type { Draft } from './domain/draft';
import { rulesSchema } from '@/features/rules/schema';

export type VersionRow = typeof programmeVersions.$inferSelect;
export type ProgrammeRow = typeof programmes.$inferSelect;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const object = (value: unknown): object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};

/** Returns a stored version as a document to edit or to compare; missing parts stay missing. */
export function toDraft(row: VersionRow): Draft {
  const budget = row.plannedBudgetFen;
  return {
    rules: object(row.rules),
    guide: object(row.guide),
    rounds: list(row.rounds) as Draft['rounds'],
    examples: list(row.examples),
    ...(budget !== null && { budgetYuan: formatYuanPlain(budget).replace(/\.00$/, '') }),
  };
}

/** Returns the columns of a version from its document. */
export function fromDraft(draft: Draft) {
  const budget = parseYuan(draft.budgetYuan ?? '');
  const plannedBudgetFen: Fen | null = budget.ok && budget.value > 0n ? budget.value : null;
  const { rules, guide, rounds, examples } = draft;
  return { rules, guide, rounds, examples, plannedBudgetFen };
}

/** A form without questions, for a programme that has none of its own. */
export const noForm: FormDefinition = { sections: [] };

/** Returns the questions as they are stored with a version, with the programme's own. */
export function storedForm(row: Pick<VersionRow, 'form'>): FormDefinition {
  const form = draftFormSchema.safeParse(row.form);
  return form.success ? form.data : noForm;
}

/** Returns the present questions of a draft; while its rules are incomplete, the stored ones. */
export function formOf(row: Pick<VersionRow, 'form' | 'rules'>): FormDefinition {
  const rules = rulesSchema.safeParse(row.rules);
  const form = storedForm(row);
  return rules.success ? programmeForm(rules.data, form) : form;
}

/** Locks the city's own programme, so that changes to it happen one after the other. */
export const lockProgramme = (grant: Pick<Grant, 'tx' | 'actor'>, programmeId: string) =>
  lockInCity(grant, programmes, programmeId);

/** Locks the city's own version with its programme, the programme first. */
export async function lockVersion(
  grant: Pick<Grant, 'tx' | 'actor'>,
  versionId: string,
): Promise<{ version: VersionRow; programme: ProgrammeRow } | undefined> {
  const { tx, actor } = grant;
  const own = and(eq(programmeVersions.id, versionId), eq(programmeVersions.cityId, cityOf(actor)));
  const [found] = await tx
    .select({ programmeId: programmeVersions.programmeId })
    .from(programmeVersions)
    .where(own);
  const programme = found && (await lockProgramme(grant, found.programmeId));
  if (!programme) return undefined;
  const [version] = await tx.select().from(programmeVersions).where(own);
  return version && { version, programme };
}

/** Returns the titles of a programme in its draft, for messages. */
export const titleOf = ({ guide }: Draft, { slug }: ProgrammeRow) => ({
  title: guide.title?.['zh-CN'] ?? slug,
  titleEn: guide.title?.en ?? slug,
});

/** Returns the parts that every event about a version has. */
export const aboutVersion = (row: Pick<VersionRow, 'id' | 'cityId'>) => ({
  subject: { kind: 'version' as const, id: row.id },
  cityId: row.cityId,
  versionId: row.id,
});

/** Loads a version by its id inside the transaction. */
export async function findVersionRow(tx: Tx, id: string): Promise<VersionRow | undefined> {
  const [row] = await tx.select().from(programmeVersions).where(eq(programmeVersions.id, id));
  return row;
}
