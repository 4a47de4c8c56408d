import 'server-only';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { advanceRequests } from '@/db/schema/advances';
import { appeals } from '@/db/schema/appeals';
import { applications } from '@/db/schema/applications';
import { awardImports, awardRows } from '@/db/schema/awards';
import { budgetChanges } from '@/db/schema/budget';
import { certificates, signingKeys } from '@/db/schema/certificates';
import { claims } from '@/db/schema/claims';
import { verifications } from '@/db/schema/organisations';
import { organisations } from '@/db/schema/people';
import { bans } from '@/db/schema/bans';
import { pauses } from '@/db/schema/pauses';
import { funderBills } from '@/db/schema/funders';
import { mandates } from '@/db/schema/mandates';
import { programmes, programmeVersions } from '@/db/schema/programmes';
import { recoveries } from '@/db/schema/recoveries';
import { holds, redemptions } from '@/db/schema/redemptions';
import { notices } from '@/db/schema/reviews';
import { samples } from '@/db/schema/samples';
import { payments, settlementBatches } from '@/db/schema/settlements';
import { shareOuts } from '@/db/schema/shares';
import { voucherChanges } from '@/db/schema/voucher-changes';
import { issueProposals, vouchers } from '@/db/schema/vouchers';
import type { Bilingual } from '@/lib/bilingual';
import { paths } from '@/lib/paths';
import { may, type Permission, type Authority } from '@/lib/permissions';
import { subjectKinds, type SubjectKind } from '@/lib/subject-messages';

/** What an event or an entry is about, with the number or name by which people know it and the page that shows it. */
export type Subject = {
  kind: SubjectKind;
  id: string;
  /** Null where it has neither number nor name, or where the reader may not see it. */
  label: string | Bilingual | null;
  /** The page in the city's area, without its language; null where there is none that the reader may open. */
  path: string | null;
};
export type SubjectRef = { kind: string; id: string };

type Found = { id: string; label: string | Bilingual | null; page?: string | null };
type Reader = {
  needs: Permission;
  read: (tx: Tx, ids: string[]) => Promise<Found[]>;
  path?: (page: string) => string;
};

const title = sql<Bilingual | null>`${programmeVersions.guide} -> 'title'`;

/** The tables whose rows people know by a reference, so that a search finds what a list shows. */
export const referencedTables = [
  redemptions,
  claims,
  recoveries,
  settlementBatches,
  payments,
  awardImports,
  notices,
  appeals,
  funderBills,
  voucherChanges,
  advanceRequests,
] as const;

const referenced = (table: (typeof referencedTables)[number] | typeof applications) =>
  function read(tx: Tx, ids: string[]): Promise<Found[]> {
    return tx
      .select({ id: table.id, label: table.reference })
      .from(table)
      .where(inArray(table.id, ids));
  };

/** Finds what belongs to a programme by the title of the programme's version in force. */
const ofProgramme = (table: typeof budgetChanges | typeof shareOuts | typeof samples) =>
  function read(tx: Tx, ids: string[]): Promise<Found[]> {
    return tx
      .select({
        id: table.id,
        label: title,
        page: table === budgetChanges ? table.programmeId : table.id,
      })
      .from(table)
      .innerJoin(programmes, eq(programmes.id, table.programmeId))
      .leftJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
      .where(inArray(table.id, ids));
  };

/** How each kind of subject is found. A kind that is absent has no number and no page. */
const readers: Partial<Record<SubjectKind, Reader>> = {
  application: { needs: 'case.read', read: referenced(applications), path: paths.city.case },
  appeal: { needs: 'appeal.read', read: referenced(appeals), path: paths.city.appeal },
  notice: { needs: 'public.read', read: referenced(notices), path: paths.notice },
  award_import: { needs: 'award.read', read: referenced(awardImports), path: paths.city.awardList },
  redemption: {
    needs: 'redemption.read',
    read: referenced(redemptions),
    path: paths.city.redemption,
  },
  claim: { needs: 'claim.read', read: referenced(claims), path: paths.city.claim },
  recovery: { needs: 'recovery.read', read: referenced(recoveries), path: paths.city.recovery },
  funder_bill: {
    needs: 'funder.read',
    read: referenced(funderBills),
    path: paths.city.funderBill,
  },
  advance_request: {
    needs: 'advance.read',
    read: referenced(advanceRequests),
    path: paths.city.advanceRequest,
  },
  voucher_change: {
    needs: 'voucher.oversee',
    read: referenced(voucherChanges),
    path: paths.city.voucherChange,
  },
  ban: {
    needs: 'ban.read',
    read: (tx, ids) =>
      tx
        .select({ id: bans.id, label: organisations.name })
        .from(bans)
        .innerJoin(organisations, eq(organisations.id, bans.organisationId))
        .where(inArray(bans.id, ids)),
    path: () => paths.city.bans(),
  },
  mandate: {
    needs: 'mandate.read',
    read: (tx, ids) =>
      tx
        .select({ id: mandates.id, label: mandates.number })
        .from(mandates)
        .where(inArray(mandates.id, ids)),
    path: paths.city.mandate,
  },
  pause: {
    needs: 'pause.read',
    read: (tx, ids) =>
      tx
        .select({ id: pauses.id, label: pauses.fromOn })
        .from(pauses)
        .where(inArray(pauses.id, ids)),
    path: () => paths.city.pauses(),
  },
  batch: {
    needs: 'settlement.read',
    read: referenced(settlementBatches),
    path: paths.city.settlement,
  },
  payment: {
    needs: 'settlement.read',
    read: (tx, ids) =>
      tx
        .select({ id: payments.id, label: payments.reference, page: payments.batchId })
        .from(payments)
        .where(inArray(payments.id, ids)),
    path: paths.city.settlement,
  },
  voucher: {
    needs: 'voucher.oversee',
    read: (tx, ids) =>
      tx
        .select({ id: vouchers.id, label: vouchers.code })
        .from(vouchers)
        .where(inArray(vouchers.id, ids)),
    path: paths.city.voucher,
  },
  hold: {
    needs: 'voucher.oversee',
    read: (tx, ids) =>
      tx
        .select({ id: holds.id, label: holds.orderNumber, page: holds.voucherId })
        .from(holds)
        .where(inArray(holds.id, ids)),
    path: paths.city.voucher,
  },
  certificate: {
    needs: 'voucher.oversee',
    read: (tx, ids) =>
      tx
        .select({ id: certificates.id, label: vouchers.code, page: certificates.voucherId })
        .from(certificates)
        .innerJoin(vouchers, eq(vouchers.id, certificates.voucherId))
        .where(inArray(certificates.id, ids)),
    path: paths.city.voucher,
  },
  issue: {
    needs: 'case.read',
    read: (tx, ids) =>
      tx
        .select({
          id: issueProposals.id,
          label: applications.reference,
          page: issueProposals.applicationId,
        })
        .from(issueProposals)
        .innerJoin(applications, eq(applications.id, issueProposals.applicationId))
        .where(inArray(issueProposals.id, ids)),
    path: paths.city.case,
  },
  award_row: {
    needs: 'award.read',
    read: (tx, ids) =>
      tx
        .select({
          id: awardRows.id,
          label: sql<string>`${awardImports.reference} || ' #' || ${awardRows.line}`,
          page: awardRows.importId,
        })
        .from(awardRows)
        .innerJoin(awardImports, eq(awardImports.id, awardRows.importId))
        .where(inArray(awardRows.id, ids)),
    path: paths.city.awardList,
  },
  programme: {
    needs: 'programme.read',
    read: (tx, ids) =>
      tx
        .select({ id: programmes.id, label: title })
        .from(programmes)
        .leftJoin(programmeVersions, eq(programmeVersions.id, programmes.currentVersionId))
        .where(inArray(programmes.id, ids)),
    path: paths.city.programme,
  },
  version: {
    needs: 'programme.read',
    read: (tx, ids) =>
      tx
        .select({
          id: programmeVersions.id,
          label: title,
          page: programmeVersions.programmeId,
        })
        .from(programmeVersions)
        .where(inArray(programmeVersions.id, ids)),
    path: paths.city.programme,
  },
  budget_change: {
    needs: 'budget.read',
    read: ofProgramme(budgetChanges),
    path: paths.city.budget,
  },
  share_out: { needs: 'share.read', read: ofProgramme(shareOuts), path: paths.city.share },
  sample: { needs: 'sample.read', read: ofProgramme(samples), path: paths.city.sample },
  signing_key: {
    needs: 'key.read',
    read: (tx, ids) =>
      tx
        .select({ id: signingKeys.id, label: signingKeys.keyId })
        .from(signingKeys)
        .where(inArray(signingKeys.id, ids)),
    path: () => paths.city.keys(),
  },
  organisation: {
    needs: 'voucher.oversee',
    read: (tx, ids) =>
      tx
        .select({ id: organisations.id, label: organisations.name })
        .from(organisations)
        .where(inArray(organisations.id, ids)),
  },
  verification: {
    needs: 'verification.read',
    read: (tx, ids) =>
      tx
        .select({ id: verifications.id, label: organisations.name })
        .from(verifications)
        .innerJoin(organisations, eq(organisations.id, verifications.organisationId))
        .where(inArray(verifications.id, ids)),
    path: paths.city.organisation,
  },
};

const isKind = (kind: string): kind is SubjectKind => kind in subjectKinds('en');

/** Returns the key under which `findSubjects` returns a subject. */
export const subjectKey = ({ kind, id }: SubjectRef): string => `${kind}:${id}`;

/**
 * Loads the numbers, names and pages of subjects, in one query for each of their kinds. Row security hides what the reader may
 * not see; the role decides which pages are linked.
 */
export async function findSubjects(
  tx: Tx,
  role: Authority,
  refs: readonly SubjectRef[],
): Promise<Map<string, Subject>> {
  const idsOf = new Map<SubjectKind, Set<string>>();
  for (const { kind, id } of refs) {
    if (isKind(kind)) idsOf.set(kind, (idsOf.get(kind) ?? new Set()).add(id));
  }
  const subjects = new Map<string, Subject>();
  for (const [kind, ids] of idsOf) {
    const reader = readers[kind];
    const found = reader ? await reader.read(tx, [...ids]) : [];
    const byId = new Map(found.map((one) => [one.id, one]));
    for (const id of ids) {
      const one = byId.get(id);
      const page = one?.page === undefined ? one?.id : one.page;
      const opens = reader?.path && page && may(reader.needs, role);
      const path = opens ? (reader.path?.(page) ?? null) : null;
      subjects.set(subjectKey({ kind, id }), { kind, id, label: one?.label ?? null, path });
    }
  }
  return subjects;
}
