import type { Rules } from '@/features/rules/domain/rules';

/** Returns whether a list is issued only after a public notice, by the rules under which it was handed in. */
export const needsNotice = (rules: Pick<Rules, 'service'>): boolean =>
  rules.service.publicNotice !== 'none';
