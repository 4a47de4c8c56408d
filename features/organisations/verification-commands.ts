import 'server-only';
import { and, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { verifications } from '@/db/schema/organisations';
import { cities, organisations } from '@/db/schema/people';
import { programmes } from '@/db/schema/programmes';
import { storeDocument, type DocumentRefusal } from '@/features/documents/commands';
import { notify } from '@/features/notifications/commands';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import { userOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { advance, lockInCity } from '@/server/rows';
import { registrationOf, verificationLifecycle } from './domain/lifecycle';
import { lockOwn, organisationPage } from './edit';
import { verificationPath, verifiers } from './verification-path';
import type * as inputs from './input';

type Row = typeof verifications.$inferSelect;

type RequestRefusal =
  'organisation_incomplete' | 'city_unknown' | 'verification_open' | DocumentRefusal;

/**
 * Requests that a city check the organisation's licence. Each city may have one request or one verification
 * in force: the constraint `verifications_one_open` enforces what `verification_open` reports.
 */
export async function requestVerification(
  grant: Grant<'organisation.edit'>,
  input: z.output<typeof inputs.requestVerificationInput>,
): Promise<Outcome<{ to: string }, RequestRefusal>> {
  const { tx, actor, now } = grant;
  const own = await lockOwn(grant);
  if (!own.registeredOn || own.legalRepresentative === '') {
    return refused('organisation_incomplete');
  }
  const { cityId, licence, authorisation } = input;
  const [city] = await tx
    .select({ id: cities.id })
    .from(cities)
    .innerJoin(programmes, and(eq(programmes.cityId, cities.id), eq(programmes.state, 'published')))
    .where(eq(cities.id, cityId))
    .limit(1);
  if (!city) return refused('city_unknown', {}, 'cityId');
  const open = await tx
    .select({ state: verifications.state })
    .from(verifications)
    .where(and(eq(verifications.organisationId, own.id), eq(verifications.cityId, cityId)));
  if (open.some(({ state }) => state === 'requested' || state === 'verified')) {
    return refused('verification_open', {}, 'cityId');
  }
  const [row] = await tx
    .insert(verifications)
    .values({
      organisationId: own.id,
      cityId,
      registration: registrationOf(own),
      requestedBy: userOf(actor),
      requestedAt: now,
    })
    .returning({ id: verifications.id });
  if (!row) throw new Error('The request was not written.');
  const evidence = [
    { requirement: 'licence', file: licence },
    ...(authorisation ? [{ requirement: 'authorisation', file: authorisation }] : []),
  ];
  for (const file of evidence) {
    const stored = await storeDocument(grant, { ...file, verificationId: row.id });
    if (!stored.ok) return { ...stored, field: file.requirement };
  }
  await notify(tx, { cityId, roles: verifiers }, 'verification_requested', {
    organisation: own.name,
    path: paths.city.organisation(row.id),
  });
  await grant.record({
    action: 'verification.requested',
    subject: { kind: 'verification', id: row.id },
    cityId,
    data: { files: evidence.length },
  });
  return done({ to: organisationPage(grant, 'verification', 'requested') });
}

async function tellOrganisation(
  grant: Grant,
  { organisationId, cityId }: Row,
  template: 'organisation_verified' | 'verification_refused',
  reason: string,
): Promise<void> {
  const { tx } = grant;
  const [organisation] = await tx
    .select({ kind: organisations.kind, name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  const [city] = await tx.select().from(cities).where(eq(cities.id, cityId));
  if (!organisation || !city) throw new Error('A party of the verification is not there.');
  await notify(tx, { organisationId, roles: ['owner', 'vendor_finance'] }, template, {
    reason,
    organisation: organisation.name,
    city: city.nameZh,
    cityEn: city.nameEn,
    path: verificationPath(organisation.kind),
  });
}

type DecideRefusal = 'verification_unknown' | 'state_changed';

/**
 * Confirms that the registration is as on the licence. Only the registration that the official checked can be
 * confirmed.
 */
export async function verifyOrganisation(
  grant: Grant<'organisation.verify'>,
  input: z.output<typeof inputs.verifyInput>,
): Promise<Outcome<{ id: string }, DecideRefusal | 'registration_changed'>> {
  const { tx, actor, now } = grant;
  const row = await lockInCity(grant, verifications, input.verificationId);
  if (!row) return refused('verification_unknown');
  if (!verificationLifecycle.can(row.state, 'verify')) return refused('state_changed');
  // Read after the lock: an organisation that changes its registration locks this row meanwhile.
  const [organisation] = await tx
    .select()
    .from(organisations)
    .where(eq(organisations.id, row.organisationId));
  if (!organisation) throw new Error('The organisation is not there.');
  if (organisation.revision !== input.revision) return refused('registration_changed');
  const moved = await advance(grant, verifications, row, {
    lifecycle: verificationLifecycle,
    transition: 'verify',
    set: { registration: registrationOf(organisation), decidedBy: userOf(actor), decidedAt: now },
    event: {
      action: 'organisation.verified',
      subject: { kind: 'verification', id: row.id },
      organisationId: row.organisationId,
      data: { name: organisation.name, creditCode: organisation.creditCode },
    },
  });
  if (moved.ok) await tellOrganisation(grant, row, 'organisation_verified', '');
  return moved;
}

/** Refuses to verify the registration, with the reason. The organisation may request it again. */
export async function refuseVerification(
  grant: Grant<'organisation.verify'>,
  input: z.output<typeof inputs.refuseVerificationInput>,
): Promise<Outcome<{ id: string }, DecideRefusal>> {
  const row = await lockInCity(grant, verifications, input.verificationId);
  if (!row) return refused('verification_unknown');
  const { reason } = input;
  const moved = await advance(grant, verifications, row, {
    lifecycle: verificationLifecycle,
    transition: 'refuseVerification',
    set: { reason, decidedBy: userOf(grant.actor), decidedAt: grant.now },
    event: {
      action: 'verification.refused',
      subject: { kind: 'verification', id: row.id },
      organisationId: row.organisationId,
      data: { reason },
    },
  });
  if (moved.ok) await tellOrganisation(grant, row, 'verification_refused', reason);
  return moved;
}
