import 'server-only';
import type { CaseRow } from '@/features/applications/case-state';
import { getVersion } from '@/features/programmes/queries';
import type { Grant } from '@/server/gate';
import { beginStage, type ReviewStage, type StageColumns } from './domain/review-stages';

/** Returns the first stage of a case that is accepted now, with its last day. After an appeal a case begins with it again. */
export async function firstStage(
  { tx, now, calendar }: Grant,
  { versionId }: Pick<CaseRow, 'versionId'>,
): Promise<StageColumns> {
  const { rules } = await getVersion(tx, versionId);
  return beginStage(rules.service, 0, now, calendar);
}

/** Returns the stage that a case is in; undefined where all are finished, or the rules name none. */
export async function openStage(
  { tx }: Pick<Grant, 'tx'>,
  { stage, versionId }: Pick<CaseRow, 'stage' | 'versionId'>,
): Promise<ReviewStage | undefined> {
  if (stage === null) return undefined;
  const { rules } = await getVersion(tx, versionId);
  return rules.service.stages?.[stage];
}
