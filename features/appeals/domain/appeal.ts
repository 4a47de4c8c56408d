/** Why a refusal cannot be appealed against, or not any more. */
export type AppealBar = 'appeal_none' | 'appeal_filed' | 'appeal_late';

/** What of a case the question depends on. */
export type Appealable = {
  readonly state: string;
  /** The last instant for an appeal; empty where none is open. */
  readonly appealBy: Date | null;
};

/** Whether the refusal may be appealed against at `now`; the last millisecond of the last day still counts. */
export function appealBar({ state, appealBy }: Appealable, now: Date): AppealBar | undefined {
  if (state === 'appealed') return 'appeal_filed';
  if (state !== 'rejected' || appealBy === null) return 'appeal_none';
  return now > appealBy ? 'appeal_late' : undefined;
}

/** Everybody who had a hand in the decisions on a case so far. */
export const mayDecideAppeal = (deciders: readonly (string | null)[], userId: string): boolean =>
  !deciders.includes(userId);

/**
 * Under what name the evidence that comes with an appeal lies with the case: apart for each appeal, and
 * no field of a form is called so.
 */
export const evidenceOf = (reference: string): string => `appeal:${reference}`;
