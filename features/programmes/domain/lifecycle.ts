import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * The states of a programme: it is published with its first version, may be suspended and resumed, and is closed for
 * good. Running cases continue under the version that they are bound to, whatever state the programme reaches.
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

/**
 * The states of a version of the rules: one person drafts and proposes it, another publishes it; after that it is
 * fixed.
 */
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
