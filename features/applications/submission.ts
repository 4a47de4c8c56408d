import 'server-only';
import { eq } from 'drizzle-orm';
import type { applications } from '@/db/schema/applications';
import { applicationRevisions } from '@/db/schema/applications';
import { organisations } from '@/db/schema/people';
import { listDocuments } from '@/features/documents/queries';
import { tell } from '@/features/notifications/commands';
import type { Assessment } from '@/features/programmes/domain/assess';
import type { Version } from '@/features/programmes/queries';
import { refused, type Outcome } from '@/lib/result';
import { userOf } from '@/lib/server/actor';
import type { Grant } from '@/lib/server/gate';
import { assessApplication, storable } from './assessment';
import { declarations } from './domain/editing';
import { incompleteSections } from './domain/validate';

type Row = typeof applications.$inferSelect;
type Eligible = Extract<Assessment, { eligible: true }>;

export type Unready = 'sections_incomplete' | 'not_eligible' | 'declaration_missing';

/**
 * Everything that must hold before a case goes to the city: nothing is missing, whoever submits
 * declares, and the rules give an amount.
 * @returns the answers with the declarations in them, and the assessment
 */
export async function readyToSubmit(
  grant: Grant,
  row: Row,
  version: Version,
  sent: Readonly<Record<string, unknown>>,
): Promise<Outcome<{ answers: Record<string, string>; assessment: Eligible }, Unready>> {
  const files = await listDocuments(grant.tx, { applicationId: row.id });
  const present = new Set(files.map((file) => file.requirement));
  const incomplete = incompleteSections(version.form, row.answers, present);
  if (incomplete.length > 0) return refused('sections_incomplete', { count: incomplete.length });
  const asked = declarations(version.form);
  const undeclared = asked.filter((field) => field.required && sent[field.name] !== 'yes');
  if (undeclared.length > 0) {
    const fields = Object.fromEntries(
      undeclared.map((field) => [field.name, { code: 'must_accept' }]),
    );
    return { ...refused('declaration_missing'), fields };
  }
  const assessment = await assessApplication(grant.tx, row, grant.now);
  if (!assessment?.eligible) return refused('not_eligible');
  const declared = Object.fromEntries(
    asked.map((field) => [field.name, sent[field.name] === 'yes' ? 'yes' : '']),
  );
  return { ok: true, value: { answers: { ...row.answers, ...declared }, assessment } };
}

/** Keeps the form as it is sent, with the explanation shown for it. */
export async function writeRevision(
  grant: Grant,
  applicationId: string,
  number: number,
  ready: { answers: Record<string, string>; assessment: Eligible },
): Promise<void> {
  await grant.tx.insert(applicationRevisions).values({
    applicationId,
    number,
    answers: ready.answers,
    assessment: storable(ready.assessment),
    submittedBy: userOf(grant.actor),
    at: grant.now,
  });
}

/** Tells the owners that the case arrived, and the city that it is there. */
export async function tellSubmitted(
  { tx }: Grant,
  row: Row,
  reference: string,
  dueAt: Date,
): Promise<void> {
  await tell(tx, { organisationId: row.organisationId, roles: ['owner'] }, 'application_received', {
    reference,
    due: dueAt.toISOString(),
    path: `/startup/applications/${row.id}/status`,
  });
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, row.organisationId));
  const officials = { cityId: row.cityId, roles: ['manager', 'reviewer'] as const };
  await tell(tx, officials, 'application_submitted', {
    reference,
    organisation: organisation?.name ?? '',
    path: `/city/cases/${row.id}`,
  });
}
