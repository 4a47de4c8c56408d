import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/** A list of firms: uploaded, its columns mapped and its rows checked, proposed, issued. */
export const awardImportLifecycle = lifecycle({
  name: 'award import',
  initial: 'uploaded',
  states: ['uploaded', 'checked', 'proposed', 'released', 'discarded'],
  transitions: {
    check: { from: ['uploaded', 'checked'], to: 'checked', by: ['manager'] },
    propose: { from: ['checked'], to: 'proposed', by: ['manager', 'finance'] },
    release: { from: ['proposed'], to: 'released', by: ['finance'] },
    decline: { from: ['proposed'], to: 'checked', by: ['finance'] },
    discard: { from: ['uploaded', 'checked'], to: 'discarded', by: ['manager'] },
  },
});

/** One firm's line of a list. The list cannot be proposed while any line is staged or has a problem. */
export const awardRowLifecycle = lifecycle({
  name: 'award row',
  initial: 'staged',
  states: ['staged', 'ready', 'problem', 'set_aside', 'issued'],
  transitions: {
    pass: { from: ['staged', 'ready', 'problem'], to: 'ready', by: ['manager'] },
    fail: { from: ['staged', 'ready', 'problem'], to: 'problem', by: ['manager'] },
    setAside: { from: ['staged', 'ready', 'problem'], to: 'set_aside', by: ['manager'] },
    takeBack: { from: ['set_aside'], to: 'staged', by: ['manager'] },
    issue: { from: ['ready'], to: 'issued', by: ['finance'] },
  },
});

export type AwardImportState = StateOf<typeof awardImportLifecycle>;
export type AwardRowState = StateOf<typeof awardRowLifecycle>;
