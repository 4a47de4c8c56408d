import 'server-only';
import { advanceCase, type CaseRow } from '@/features/applications/case-state';
import { decidedCapOf } from '@/features/programmes/decided-cap';
import { writeLetter } from '@/features/letters/commands';
import { notify } from '@/features/notifications/commands';
import { getVersion } from '@/features/programmes/queries';
import { payoutOf } from '@/features/rules/domain/payout';
import { formatFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { Grant } from '@/server/gate';
import { lockCase } from './case-steps';

/** Writes the letter of an approved case, and notifies the start-up and the officials who issue. */
export async function announceApproval(
  grant: Grant,
  row: CaseRow,
  amountFen: Fen,
  notice: 'ended' | 'none',
): Promise<void> {
  const { tx } = grant;
  const decided = await decidedCapOf(tx, row.id);
  const { rules } = await getVersion(tx, row.versionId);
  await writeLetter(grant, row, {
    kind: 'approval',
    amountFen: amountFen.toString(),
    payout: payoutOf(rules),
    ...(decided && { capFen: decided.capFen.toString(), capBasis: decided.basis }),
    ...(notice === 'none' && { withoutNotice: true }),
  });
  const values = { reference: row.reference ?? '', amount: formatFen(amountFen) };
  const applicant = { organisationId: row.organisationId, roles: ['owner'] as const };
  await notify(tx, applicant, 'application_approved', {
    ...values,
    path: paths.startup.status(row.id),
  });
  const issuers = { cityId: row.cityId, roles: ['manager', 'finance'] as const };
  await notify(tx, issuers, 'case_cleared', { ...values, path: paths.city.issues() });
}

/**
 * Approves a case that was just passed, where its rules ask for no public notice. Its money is promised already and stays so.
 * @returns whether the case was approved; if not, its public notice is next
 */
export async function approveWithoutNotice(
  grant: Grant,
  { id, versionId }: Pick<CaseRow, 'id' | 'versionId'>,
): Promise<boolean> {
  const { rules } = await getVersion(grant.tx, versionId);
  if (rules.service.publicNotice !== 'none') return false;
  const row = await lockCase(grant, id);
  if (!row?.approvedFen) throw new Error(`Case ${id} was passed without an amount.`);
  const moved = await advanceCase(grant, row, {
    transition: 'approveAtOnce',
    action: 'application.approved',
  });
  if (!moved.ok) throw new Error(`Case ${id} could not be approved.`);
  await announceApproval(grant, row, row.approvedFen, 'none');
  return true;
}
