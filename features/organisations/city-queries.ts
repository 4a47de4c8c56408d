import 'server-only';
import { and, desc, eq, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { verifications } from '@/db/schema/organisations';
import { organisations, users } from '@/db/schema/people';
import { listDocumentsOfMany, type DocumentSummary } from '@/features/documents/queries';
import type { OrganisationKind } from '@/lib/organisation-kind';
import { idCursor } from '@/lib/input/filter';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { isId } from '@/lib/query';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { Profile } from './domain/profile';
import {
  changedFields,
  registrationOf,
  verificationLifecycle,
  type Registration,
  type VerificationState,
} from './domain/lifecycle';
import { profileOf } from './queries';

/** The filter in the address of the page. Without one, requests that wait are shown. */
export const verificationFilter = z.object({
  state: z
    .enum([...verificationLifecycle.states, 'all'])
    .optional()
    .transform((state) => state ?? verificationLifecycle.initial),
  cursor: idCursor(),
});
export type VerificationFilter = z.output<typeof verificationFilter>;

export type VerificationSummary = {
  id: string;
  state: VerificationState;
  name: string;
  nameEn: string | null;
  creditCode: string;
  requestedAt: Date;
  decidedAt: Date | null;
};

/** Lists requests to the city for verification, the newest first. */
export function listVerifications(
  actor: Actor<'verification.read'>,
  filter: VerificationFilter,
): Promise<{ rows: VerificationSummary[]; nextCursor: string | null }> {
  const before = decodeIdCursor(filter.cursor);
  return inScope(actor, async ({ tx }) => {
    const rows = await tx
      .select({
        id: verifications.id,
        state: verifications.state,
        name: organisations.name,
        nameEn: organisations.nameEn,
        creditCode: organisations.creditCode,
        requestedAt: verifications.requestedAt,
        decidedAt: verifications.decidedAt,
      })
      .from(verifications)
      .innerJoin(organisations, eq(organisations.id, verifications.organisationId))
      .where(
        and(
          eq(verifications.cityId, cityOf(actor)),
          filter.state === 'all' ? undefined : eq(verifications.state, filter.state),
          before ? lt(verifications.id, before) : undefined,
        ),
      )
      .orderBy(desc(verifications.id))
      .limit(pageSize + 1);
    return pageOf(rows, pageSize, (row) => [row.id]);
  });
}

/** One request of the organisation to this city, and its outcome. */
export type VerificationRequest = {
  id: string;
  state: VerificationState;
  requestedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
  reason: string | null;
  lapsedAt: Date | null;
};

export type VerificationView = {
  id: string;
  state: VerificationState;
  /** Without the organisation's bank account, which is not on the licence. */
  profile: Profile;
  kind: OrganisationKind;
  revision: number;
  /** The registration that was requested or verified, and which fields have changed since. */
  registration: Registration;
  changed: readonly (keyof Registration)[];
  documents: readonly DocumentSummary[];
  history: readonly VerificationRequest[];
};

const historyOf = (
  tx: Tx,
  organisationId: string,
  cityId: string,
): Promise<VerificationRequest[]> =>
  tx
    .select({
      id: verifications.id,
      state: verifications.state,
      requestedAt: verifications.requestedAt,
      decidedAt: verifications.decidedAt,
      decidedBy: users.name,
      reason: verifications.reason,
      lapsedAt: verifications.lapsedAt,
    })
    .from(verifications)
    .leftJoin(users, eq(users.id, verifications.decidedBy))
    .where(and(eq(verifications.organisationId, organisationId), eq(verifications.cityId, cityId)))
    .orderBy(desc(verifications.id))
    .limit(50);

/** Loads a request with all that must be checked; undefined for another city's. */
export async function getVerification(
  actor: Actor<'verification.read'>,
  id: string,
): Promise<VerificationView | undefined> {
  if (!isId(id)) return undefined;
  return inScope(actor, async ({ tx }) => {
    const cityId = cityOf(actor);
    const [row] = await tx
      .select({ verification: verifications, organisation: organisations })
      .from(verifications)
      .innerJoin(organisations, eq(organisations.id, verifications.organisationId))
      .where(and(eq(verifications.id, id), eq(verifications.cityId, cityId)));
    if (!row) return undefined;
    const { verification, organisation } = row;
    const documents = await listDocumentsOfMany(tx, [id]);
    const { registration } = verification;
    return {
      id,
      state: verification.state,
      profile: { ...(await profileOf(tx, organisation)), bank: null },
      kind: organisation.kind,
      revision: organisation.revision,
      registration,
      changed: changedFields(registration, registrationOf(organisation)),
      documents: documents.get(id) ?? [],
      history: await historyOf(tx, organisation.id, cityId),
    };
  });
}

/** Loads the city's verification of an organisation that is in force, for the pages of its cases. */
export async function verificationIn(
  tx: Tx,
  organisationId: string,
  cityId: string,
): Promise<{ id: string; at: Date } | null> {
  const [row] = await tx
    .select({ id: verifications.id, at: verifications.decidedAt })
    .from(verifications)
    .where(
      and(
        eq(verifications.organisationId, organisationId),
        eq(verifications.cityId, cityId),
        eq(verifications.state, 'verified'),
      ),
    );
  return row?.at ? { id: row.id, at: row.at } : null;
}
