/** How much one organisation may upload: more than it can need, and still cheap to store. */
export const filesPerRequirement = 20;
export const filesPerDay = 500;
export const bytesPerDay = 2 * 1024 * 1024 * 1024;

export type Used = { files: number; bytes: number };
export type LimitFault = 'files_too_many' | 'quota_reached';

/**
 * Checks whether one more file may be added.
 * @param there how many files the requirement has now
 * @param day what the organisation uploaded within the last 24 hours, removed files included
 */
export function judgeQuota(there: number, day: Used, sizeBytes: number): LimitFault | undefined {
  if (there >= filesPerRequirement) return 'files_too_many';
  return day.files >= filesPerDay || day.bytes + sizeBytes > bytesPerDay
    ? 'quota_reached'
    : undefined;
}
