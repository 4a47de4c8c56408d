/** Why a refusal cannot, or can no longer, be appealed against. */
export type AppealBar = 'appeal_none' | 'appeal_filed' | 'appeal_late';

/** The data of a case that decide whether it can be appealed. */
export type Appealable = {
  readonly state: string;
  /** The last instant for an appeal; null if no appeal is possible. */
  readonly appealBy: Date | null;
};

/**
 * Returns why a refusal may not be appealed against at `now`; undefined if it may. The last millisecond of the last
 * day still counts.
 */
export function appealBar({ state, appealBy }: Appealable, now: Date): AppealBar | undefined {
  if (state === 'appealed') return 'appeal_filed';
  if (state !== 'rejected' || appealBy === null) return 'appeal_none';
  return now > appealBy ? 'appeal_late' : undefined;
}

/** Returns whether a user may decide an appeal: only if the user took part in no earlier decision on the case. */
export const mayDecideAppeal = (deciders: readonly (string | null)[], userId: string): boolean =>
  !deciders.includes(userId);

/**
 * Returns the requirement under which the evidence of an appeal is stored with the case. It differs for each appeal,
 * and no field of a form has such a name.
 */
export const evidenceOf = (reference: string): string => `appeal:${reference}`;
