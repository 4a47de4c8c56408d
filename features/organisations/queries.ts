import 'server-only';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  organisationContacts,
  organisationParties,
  verifications,
} from '@/db/schema/organisations';
import { bankAccounts, cities, organisations } from '@/db/schema/people';
import { programmes } from '@/db/schema/programmes';
import { listDocumentsOfMany, type DocumentSummary } from '@/features/documents/queries';
import type { OrganisationKind } from '@/lib/organisation-kind';
import type { Bilingual } from '@/lib/bilingual';
import { maskAccount } from '@/lib/mask';
import { may } from '@/lib/permissions';
import { authorityOf, organisationOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import type { BankAccount, Profile } from './domain/profile';
import type { VerificationState } from './domain/lifecycle';

type OrganisationRow = typeof organisations.$inferSelect;

type AccountRow = typeof bankAccounts.$inferSelect;

/** Loads an organisation's account with its change, and whether the change has taken effect by the portal's clock. */
async function accountRowOf(
  tx: Tx,
  organisationId: string,
): Promise<{ row: AccountRow; due: boolean } | undefined> {
  const [found] = await tx
    .select({
      row: bankAccounts,
      due: sql<boolean>`coalesce(${bankAccounts.nextEffectiveAt} <= app.now(), false)`,
    })
    .from(bankAccounts)
    .where(eq(bankAccounts.organisationId, organisationId));
  return found;
}

type Details = Omit<BankAccount, 'accountName'>;

/** Returns the account that was requested; undefined where no change is stored. */
function nextOf(row: AccountRow): Details | undefined {
  const { nextAccountNumber, nextBankName, nextCnapsCode } = row;
  if (nextAccountNumber === null || nextBankName === null || nextCnapsCode === null) {
    return undefined;
  }
  return { accountNumber: nextAccountNumber, bankName: nextBankName, cnapsCode: nextCnapsCode };
}

/**
 * Loads the bank account to which an organisation is paid at this moment; null where there is none. A change counts from when it
 * takes effect, so whoever pays asks here and never reads the table.
 */
export async function bankAccountOf(tx: Tx, organisationId: string): Promise<BankAccount | null> {
  const found = await accountRowOf(tx, organisationId);
  if (!found) return null;
  const { accountName, accountNumber, bankName, cnapsCode } = found.row;
  return { accountName, accountNumber, bankName, cnapsCode, ...(found.due && nextOf(found.row)) };
}

/** A change of the bank account that has not taken effect yet. */
export type BankChange = Details & {
  readonly requestedBy: string;
  readonly requestedAt: Date;
  /** When it takes effect; null until a second person confirms it. */
  readonly effectiveAt: Date | null;
};

/** Loads the change of an organisation's bank account that waits; null where none does. */
export async function bankChangeOf(tx: Tx, organisationId: string): Promise<BankChange | null> {
  const found = await accountRowOf(tx, organisationId);
  const next = found && !found.due ? nextOf(found.row) : undefined;
  const { nextRequestedBy, nextRequestedAt } = found?.row ?? {};
  if (!found || !next || !nextRequestedBy || !nextRequestedAt) return null;
  return {
    ...next,
    requestedBy: nextRequestedBy,
    requestedAt: nextRequestedAt,
    effectiveAt: found.row.nextEffectiveAt,
  };
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
  kind: OrganisationKind;
  /** Whether its registration is known. A firm that a city awarded without an application must enter it first. */
  complete: boolean;
  verifications: readonly OwnVerification[];
  /** A change of the bank account that waits, for those who may confirm it. */
  bankChange: (BankChange & { mine: boolean }) | null;
};

/** Loads the actor's organisation. Only users who may change the bank account see its whole number. */
export function getOwnOrganisation(actor: Actor<'organisation.read'>): Promise<OwnOrganisation> {
  return inScope(actor, async ({ tx }) => {
    const id = organisationOf(actor);
    const [row] = await tx.select().from(organisations).where(eq(organisations.id, id));
    if (!row) throw new Error('The actor’s organisation is not there.');
    const profile = await profileOf(tx, row);
    const { bank } = profile;
    const confirms = may('bank_account.confirm', authorityOf(actor));
    const change = confirms ? await bankChangeOf(tx, id) : null;
    const whole = may('organisation.edit', authorityOf(actor));
    return {
      ...profile,
      bank: bank && !whole ? { ...bank, accountNumber: maskAccount(bank.accountNumber) } : bank,
      bankChange: change && { ...change, mine: change.requestedBy === actor.userId },
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
