import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * A programme: published with its first version, suspended and taken up again, closed for good.
 * Running cases go on under the version that they have pinned, whatever becomes of it.
 */
export const programmeLifecycle = lifecycle({
  name: 'programme',
  initial: 'draft',
  states: ['draft', 'published', 'suspended', 'closed'],
  transitions: {
    publish: {
      from: ['draft'],
      to: 'published',
      by: ['city_admin', 'approver'],
    },
    suspend: { from: ['published'], to: 'suspended', by: ['city_admin', 'approver'] },
    resume: { from: ['suspended'], to: 'published', by: ['city_admin', 'approver'] },
    close: { from: ['published', 'suspended'], to: 'closed', by: ['city_admin', 'approver'] },
  },
});

/** A version of the rules: drafted and proposed by one person, published by another, then fixed. */
export const versionLifecycle = lifecycle({
  name: 'version',
  initial: 'draft',
  states: ['draft', 'proposed', 'published', 'discarded'],
  transitions: {
    propose: { from: ['draft'], to: 'proposed', by: ['manager'] },
    publish: { from: ['proposed'], to: 'published', by: ['city_admin', 'approver'] },
    return: { from: ['proposed'], to: 'draft', by: ['city_admin', 'approver'] },
    discard: { from: ['draft'], to: 'discarded', by: ['manager'] },
  },
});

export type ProgrammeState = StateOf<typeof programmeLifecycle>;
export type VersionState = StateOf<typeof versionLifecycle>;
