/** How much one organisation may hand in; beyond any honest need, and cheap to keep. */
export const filesPerRequirement = 20;
export const filesPerDay = 500;
export const bytesPerDay = 2 * 1024 * 1024 * 1024;

export type Used = { files: number; bytes: number };
export type LimitFault = 'files_too_many' | 'quota_reached';

/**
 * Whether one more file may come.
 * @param there files that the requirement has now
 * @param day what the organisation handed in within the last 24 hours, removed files too
 */
export function judgeQuota(there: number, day: Used, sizeBytes: number): LimitFault | undefined {
  if (there >= filesPerRequirement) return 'files_too_many';
  return day.files >= filesPerDay || day.bytes + sizeBytes > bytesPerDay
    ? 'quota_reached'
    : undefined;
}
