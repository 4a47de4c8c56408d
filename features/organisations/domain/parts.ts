/** The pages of an organisation in addition to its first, which shows the registration. */
export const parts = [
  'registration',
  'contacts',
  'ownership',
  'bank',
  'verification',
  'members',
] as const;
export type Part = (typeof parts)[number];
