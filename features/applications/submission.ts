import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { applications } from '@/db/schema/applications';
import { applicationRevisions, signOffs } from '@/db/schema/applications';
import { organisations, users } from '@/db/schema/people';
import { listDocuments } from '@/features/documents/queries';
import { notify } from '@/features/notifications/commands';
import type { Assessment } from '@/features/rules/domain/assess';
import type { Rules } from '@/features/rules/domain/rules';
import { isPriced, toMoney } from '@/features/rules/domain/unit-price';
import type { Version } from '@/features/programmes/queries';
import { refusalText } from '@/features/rules/reason-texts';
import { writeAssessment } from '@/features/rules/stored-assessment';
import { formatDateTime } from '@/lib/dates';
import type { Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { refused, repeated, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { requestLocaleOr } from '@/server/request';
import { assessApplication } from './assessment';
import { declarations } from './domain/editing';
import { effectiveAnswers, incompleteSections } from '@/features/forms/domain/validate';
import { say, sentenceGap } from '@/lib/bilingual';

type Row = typeof applications.$inferSelect;
type Eligible = Extract<Assessment, { eligible: true }>;

/** A case that can be submitted: its answers, what the rules give in the programme's unit, and that in money. */
export type Ready = { answers: Record<string, string>; assessment: Eligible; assessedFen: Fen };

export type Unready =
  'sections_incomplete' | 'not_eligible' | 'declaration_missing' | 'unit_unpriced';

/**
 * Checks everything that must hold before a case is submitted: no answer or file is missing, the submitting user
 * makes the declarations, and the rules give an amount.
 * @returns the answers with the declarations in them, the assessment, and its amount in money
 */
export async function readyToSubmit(
  grant: Grant,
  row: Row,
  version: Version,
  sent: Readonly<Record<string, unknown>>,
): Promise<Outcome<Ready, Unready>> {
  const files = await listDocuments(grant.tx, { applicationId: row.id });
  const present = new Set(files.map((file) => file.requirement));
  const incomplete = incompleteSections(version.form, row.answers, present);
  if (incomplete.length > 0) return refused('sections_incomplete', { count: incomplete.length });
  const toDeclare = declarations(version.form, row.answers);
  const undeclared = toDeclare.filter((field) => field.required && sent[field.name] !== 'yes');
  if (undeclared.length > 0) {
    const fields = Object.fromEntries(
      undeclared.map((field) => [field.name, { code: 'must_accept' }]),
    );
    return { ...refused('declaration_missing'), fields };
  }
  if (!isPriced(version.rules)) return refused('unit_unpriced');
  const assessment = await assessApplication(grant.tx, row, grant.now);
  if (!assessment?.eligible) return refuseByRules(assessment, version.rules);
  const declared = Object.fromEntries(
    toDeclare.map((field) => [field.name, sent[field.name] === 'yes' ? 'yes' : '']),
  );
  return {
    ok: true,
    value: {
      answers: { ...effectiveAnswers(version.form, row.answers), ...declared },
      assessment,
      assessedFen: toMoney(version.rules, assessment.amountFen),
    },
  };
}

/**
 * Refuses a submission with the same reasons that the check before submission lists. It is needed for a user who
 * submits without having seen that check.
 */
async function refuseByRules(assessment: Assessment | undefined, { unit }: Rules) {
  const locale = await requestLocaleOr('zh-CN');
  const reasons = assessment?.eligible === false ? assessment.refusals : [];
  const texts = reasons.map((refusal) => refusalText(locale, refusal, unit));
  return refused('not_eligible', { reasons: texts.join(say(sentenceGap, locale)) });
}

/**
 * Replies to a second submission of a case. The user who submitted it gets success again, as after a double click or
 * the back button. A colleague sees who submitted it and when.
 */
export async function answerAgain({ tx, actor }: Grant, row: Row) {
  if (row.submittedBy === userOf(actor)) return repeated({ id: row.id });
  const [person] = await tx
    .select({ name: users.name })
    .from(users)
    .where(eq(users.id, row.submittedBy ?? ''));
  return refused('already_submitted', {
    who: person?.name ?? '',
    when: row.submittedAt ? formatDateTime(row.submittedAt, await requestLocaleOr('zh-CN')) : '',
    reference: row.reference ?? '',
  });
}

/** Returns the condition that selects the open request for a sign-off of a case. */
export const openSignOff = (row: Row) =>
  and(eq(signOffs.applicationId, row.id), eq(signOffs.state, 'open'));

/** Closes the open request for a sign-off, because the case was submitted or is over. */
export async function closeSignOff(
  grant: Grant,
  row: Row,
  state: 'signed' | 'cancelled',
): Promise<void> {
  await grant.tx
    .update(signOffs)
    .set({ state, answeredBy: grant.actor.userId, answeredAt: grant.now })
    .where(openSignOff(row));
}

/** Writes the form as it is submitted, with the explanation of the amount that was shown for it. */
export async function writeRevision(
  grant: Grant,
  applicationId: string,
  number: number,
  ready: Pick<Ready, 'answers' | 'assessment'>,
): Promise<void> {
  await grant.tx.insert(applicationRevisions).values({
    applicationId,
    number,
    answers: ready.answers,
    assessment: writeAssessment(ready.assessment),
    submittedBy: userOf(grant.actor),
    at: grant.now,
  });
}

/** Notifies the owners that the case was received, and the city that it has arrived. */
export async function tellSubmitted(
  { tx }: Grant,
  row: Row,
  reference: string,
  dueAt: Date,
): Promise<void> {
  await notify(
    tx,
    { organisationId: row.organisationId, roles: ['owner'] },
    'application_received',
    {
      reference,
      due: dueAt.toISOString(),
      path: paths.startup.status(row.id),
    },
  );
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, row.organisationId));
  const officials = { cityId: row.cityId, roles: ['manager', 'reviewer'] as const };
  await notify(tx, officials, 'application_submitted', {
    reference,
    organisation: organisation?.name ?? '',
    path: paths.city.case(row.id),
  });
}
