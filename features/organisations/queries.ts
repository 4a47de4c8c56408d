import 'server-only';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  organisationContacts,
  organisationParties,
  verifications,
} from '@/db/schema/organisations';
import { bankAccounts, cities, organisations } from '@/db/schema/people';
import { programmes } from '@/db/schema/programmes';
import { listDocumentsOfMany, type DocumentSummary } from '@/features/documents/queries';
import type { Bilingual } from '@/lib/bilingual';
import { maskAccount } from '@/lib/mask';
import { may } from '@/lib/permissions';
import { organisationOf, roleOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { BankAccount, Profile } from './domain/profile';
import type { VerificationState } from './domain/lifecycle';

type OrganisationRow = typeof organisations.$inferSelect;

/** Loads the bank account to which an organisation is paid; null where there is none. */
export async function bankAccountOf(tx: Tx, organisationId: string): Promise<BankAccount | null> {
  const [bank] = await tx
    .select({
      accountName: bankAccounts.accountName,
      accountNumber: bankAccounts.accountNumber,
      bankName: bankAccounts.bankName,
      cnapsCode: bankAccounts.cnapsCode,
    })
    .from(bankAccounts)
    .where(eq(bankAccounts.organisationId, organisationId));
  return bank ?? null;
}

/** Loads what an organisation has entered about itself, for users who may read it. */
export async function profileOf(tx: Tx, organisation: OrganisationRow): Promise<Profile> {
  const { id } = organisation;
  const contacts = await tx
    .select({
      id: organisationContacts.id,
      name: organisationContacts.name,
      post: organisationContacts.post,
      phone: organisationContacts.phone,
      email: organisationContacts.email,
      isMain: organisationContacts.isMain,
    })
    .from(organisationContacts)
    .where(eq(organisationContacts.organisationId, id))
    .orderBy(desc(organisationContacts.isMain), asc(organisationContacts.id))
    .limit(100);
  const parties = await tx
    .select({
      id: organisationParties.id,
      kind: organisationParties.kind,
      name: organisationParties.name,
      creditCode: organisationParties.creditCode,
      relation: organisationParties.relation,
      share: organisationParties.share,
    })
    .from(organisationParties)
    .where(eq(organisationParties.organisationId, id))
    .orderBy(desc(organisationParties.share), asc(organisationParties.id))
    .limit(200);
  const bank = await bankAccountOf(tx, id);
  const { creditCode, name, nameEn, applicantType, region, address, registeredOn } = organisation;
  const { legalRepresentative, size, sector, onePerson } = organisation;
  return {
    creditCode,
    name,
    nameEn,
    applicantType,
    region,
    address,
    registeredOn,
    legalRepresentative,
    size,
    sector,
    onePerson,
    contacts,
    parties,
    bank,
  };
}

export type OwnVerification = {
  id: string;
  state: VerificationState;
  city: Bilingual;
  requestedAt: Date;
  decidedAt: Date | null;
  lapsedAt: Date | null;
  reason: string | null;
  documents: readonly DocumentSummary[];
};

async function verificationsOf(tx: Tx, organisationId: string): Promise<OwnVerification[]> {
  const rows = await tx
    .select({
      id: verifications.id,
      state: verifications.state,
      city: { 'zh-CN': cities.nameZh, en: cities.nameEn },
      requestedAt: verifications.requestedAt,
      decidedAt: verifications.decidedAt,
      lapsedAt: verifications.lapsedAt,
      reason: verifications.reason,
    })
    .from(verifications)
    .innerJoin(cities, eq(cities.id, verifications.cityId))
    .where(eq(verifications.organisationId, organisationId))
    .orderBy(desc(verifications.id))
    .limit(50);
  const documents = await listDocumentsOfMany(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...row,
    documents: documents.get(row.id) ?? [],
  }));
}

export type OwnOrganisation = Profile & {
  kind: 'startup' | 'vendor';
  /** Whether its registration is known. A firm that a city awarded without an application must enter it first. */
  complete: boolean;
  verifications: readonly OwnVerification[];
};

/** Loads the actor's organisation. Only users who may change the bank account see its whole number. */
export function getOwnOrganisation(actor: Actor<'organisation.read'>): Promise<OwnOrganisation> {
  return inScope(actor, async ({ tx }) => {
    const id = organisationOf(actor);
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, id));
    if (!row) throw new Error('The actor’s organisation is not there.');
    const profile = await profileOf(tx, row);
    const { bank } = profile;
    const whole = may('organisation.edit', roleOf(actor));
    return {
      ...profile,
      bank: bank && !whole ? { ...bank, accountNumber: maskAccount(bank.accountNumber) } : bank,
      kind: row.kind,
      complete: row.registeredOn !== null && row.legalRepresentative !== '',
      verifications: await verificationsOf(tx, id),
    };
  });
}

export type AskableCity = { id: string; name: Bilingual };

/**
 * Lists the cities of which the organisation may request a verification: those with a programme, and without
 * an open request or a verification.
 */
export function listAskableCities(actor: Actor<'organisation.edit'>): Promise<AskableCity[]> {
  return inScope(actor, async ({ tx }) => {
    const open = await tx
      .select({ cityId: verifications.cityId })
      .from(verifications)
      .where(
        and(
          eq(verifications.organisationId, organisationOf(actor)),
          inArray(verifications.state, ['requested', 'verified']),
        ),
      );
    const taken = new Set(open.map(({ cityId }) => cityId));
    const rows = await tx
      .selectDistinct({
        id: cities.id,
        name: { 'zh-CN': cities.nameZh, en: cities.nameEn },
        slug: cities.slug,
      })
      .from(cities)
      .innerJoin(
        programmes,
        and(eq(programmes.cityId, cities.id), eq(programmes.state, 'published')),
      )
      .orderBy(asc(cities.slug))
      .limit(500);
    return rows.filter(({ id }) => !taken.has(id)).map(({ id, name }) => ({ id, name }));
  });
}
