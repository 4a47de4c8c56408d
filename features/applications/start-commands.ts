import 'server-only';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { applications } from '@/db/schema/applications';
import { organisations, users } from '@/db/schema/people';
import { findProgramme, type Programme } from '@/features/programmes/queries';
import { done, refused, repeated, type Outcome } from '@/lib/result';
import { organisationOf, userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { aboutCase } from './case-state';
import { lockOwn } from './commands';
import { readKnown } from './domain/copy';
import { finalStates } from './domain/lifecycle';
import { layered, type Layer } from './domain/sources';
import { editableFields } from './draft-commands';
import type * as inputs from './input';
import { earlierAnswers, readProfile } from './prefill';

type StartRefusal =
  | 'programme_unknown'
  | 'nobody_applies'
  | 'round_closed'
  | 'applicant_kind'
  | 'organisation_incomplete'
  | 'application_running'
  | 'earlier_unknown';

/** If the same user starts the application again within this time, the command returns the draft already made. */
const doubleClickMilliseconds = 60_000;

/**
 * Finds the case that is already running in the round. Takes a lock first, so that another start for the same round
 * waits until this transaction ends.
 */
async function findRunning({ tx, actor }: Grant, roundId: string) {
  const organisationId = organisationOf(actor);
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`${organisationId}/${roundId}`}, 0))`,
  );
  const [running] = await tx
    .select()
    .from(applications)
    .where(
      and(
        eq(applications.organisationId, organisationId),
        eq(applications.roundId, roundId),
        notInArray(applications.state, [...finalStates]),
      ),
    );
  return running;
}

/**
 * Loads the answers that are known before the user types anything: those of an earlier case, over them the profile's
 * present ones, over both those just given in the eligibility check. Returns undefined if the earlier case does not
 * exist.
 */
async function knownBefore(
  { tx, actor }: Grant,
  { version }: Programme,
  input: z.output<typeof inputs.startApplicationInput>,
): Promise<Layer[] | undefined> {
  const earlierId = typeof input.earlier === 'string' ? input.earlier : '';
  const earlier = earlierId ? await earlierAnswers(tx, actor, version.form, earlierId) : {};
  if (!earlier) return undefined;
  const profile = await readProfile(tx, organisationOf(actor));
  const [person] = await tx
    .select({ contactEmail: users.email })
    .from(users)
    .where(eq(users.id, userOf(actor)));
  return [
    { source: 'account', answers: readKnown(version.form, person ?? {}) },
    { source: `earlier:${earlierId}`, answers: earlier },
    { source: 'profile', answers: readKnown(version.form, profile) },
    { source: 'check', answers: readKnown(version.form, input) },
  ];
}

/** Creates a draft under the programme's current rules. The case keeps this version of the rules from then on. */
export async function startApplication(
  grant: Grant<'application.draft'>,
  input: z.output<typeof inputs.startApplicationInput>,
): Promise<Outcome<{ id: string }, StartRefusal>> {
  const { tx, actor, now } = grant;
  const programme = await findProgramme(grant, input.programme);
  if (!programme) return refused('programme_unknown');
  if (programme.rules.mode === 'automatic') return refused('nobody_applies');
  if (!programme.round) return refused('round_closed');
  const organisationId = organisationOf(actor);
  const [organisation] = await tx
    .select({ kind: organisations.kind, registeredOn: organisations.registeredOn })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  if (organisation?.kind !== 'startup') return refused('applicant_kind');
  if (!organisation.registeredOn) return refused('organisation_incomplete');
  const running = await findRunning(grant, programme.round.id);
  if (running) {
    const mine = running.createdBy === userOf(actor) && running.state === 'draft';
    const justNow = now.getTime() - running.createdAt.getTime() < doubleClickMilliseconds;
    return mine && justNow ? repeated({ id: running.id }) : refused('application_running');
  }
  const known = await knownBefore(grant, programme, input);
  if (!known) return refused('earlier_unknown', undefined, 'earlier');
  const [row] = await tx
    .insert(applications)
    .values({
      cityId: programme.cityId,
      organisationId,
      programmeId: programme.id,
      versionId: programme.version.id,
      roundId: programme.round.id,
      ...layered(known),
      createdBy: userOf(actor),
    })
    .returning();
  if (!row) throw new Error('The application was not written.');
  await grant.record({ action: 'application.started', ...aboutCase(row) });
  return done({ id: row.id });
}

type CopyRefusal = 'case_unknown' | 'not_editable' | 'earlier_unknown' | 'nothing_to_copy';

/** Fills the empty fields of a draft from another case of the organisation. */
export async function copyAnswers(
  grant: Grant<'application.draft'>,
  input: z.output<typeof inputs.copyAnswersInput>,
): Promise<Outcome<{ id: string }, CopyRefusal>> {
  const { tx, actor, now } = grant;
  const row = await lockOwn(grant, input.applicationId);
  if (!row) return refused('case_unknown');
  const { open, form } = await editableFields(grant, row);
  if (row.state !== 'draft' || open.size === 0) return refused('not_editable');
  const earlier = await earlierAnswers(tx, actor, form, input.earlier);
  if (!earlier || input.earlier === row.id) return refused('earlier_unknown', undefined, 'earlier');
  const filled = Object.entries(earlier).filter(([name]) => open.has(name) && !row.answers[name]);
  if (filled.length === 0) return refused('nothing_to_copy', undefined, 'earlier');
  const sources = Object.fromEntries(
    filled.map(([name]) => [name, `earlier:${input.earlier}`]),
  ) as Record<string, string>;
  await tx
    .update(applications)
    .set({
      answers: { ...row.answers, ...Object.fromEntries(filled) },
      sources: { ...row.sources, ...sources },
      revision: row.revision + 1,
      updatedAt: now,
    })
    .where(eq(applications.id, row.id));
  await grant.record({
    action: 'application.copied',
    ...aboutCase(row),
    data: { from: input.earlier, fields: filled.map(([name]) => name).join(' ') },
  });
  return done({ id: row.id });
}
