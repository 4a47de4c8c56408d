import { lifecycle, type StateOf } from '../../../lib/lifecycle';

/**
 * A list of firms: uploaded, its columns mapped and its rows checked, proposed, put on public notice where the rules ask for
 * one, issued. While objections hold some rows back, the others are issued and the list stays on notice.
 */
export const awardImportLifecycle = lifecycle({
  name: 'award import',
  initial: 'uploaded',
  states: ['uploaded', 'checked', 'proposed', 'publicised', 'released', 'discarded'],
  transitions: {
    check: { from: ['uploaded', 'checked'], to: 'checked', by: ['manager'] },
    propose: { from: ['checked'], to: 'proposed', by: ['manager', 'finance'] },
    publicise: { from: ['proposed'], to: 'publicised', by: ['finance'] },
    releasePart: { from: ['publicised'], to: 'publicised', by: ['finance'] },
    release: { from: ['proposed', 'publicised'], to: 'released', by: ['finance'] },
    /** The last row that an objection held back comes off, after all others were issued. */
    finish: { from: ['publicised'], to: 'released', by: ['approver', 'finance'] },
    /** The last row comes off, and nothing was issued. */
    empty: { from: ['publicised'], to: 'discarded', by: ['approver', 'finance'] },
    withdraw: { from: ['publicised'], to: 'checked', by: ['finance'] },
    decline: { from: ['proposed'], to: 'checked', by: ['finance'] },
    discard: { from: ['uploaded', 'checked'], to: 'discarded', by: ['manager'] },
  },
});

/** One firm's line of a list. The list cannot be proposed while any line is staged or has a problem. */
export const awardRowLifecycle = lifecycle({
  name: 'award row',
  initial: 'staged',
  states: ['staged', 'ready', 'problem', 'set_aside', 'publicised', 'objected', 'issued'],
  transitions: {
    pass: { from: ['staged', 'ready', 'problem'], to: 'ready', by: ['manager'] },
    fail: { from: ['staged', 'ready', 'problem'], to: 'problem', by: ['manager'] },
    setAside: { from: ['staged', 'ready', 'problem'], to: 'set_aside', by: ['manager'] },
    takeBack: { from: ['set_aside'], to: 'staged', by: ['manager'] },
    publicise: { from: ['ready'], to: 'publicised', by: ['finance'] },
    withdraw: { from: ['publicised'], to: 'ready', by: ['finance'] },
    object: { from: ['publicised'], to: 'objected', by: ['public'] },
    dismissObjection: { from: ['objected'], to: 'publicised', by: ['approver'] },
    upholdObjection: { from: ['objected'], to: 'set_aside', by: ['approver'] },
    takeOff: { from: ['publicised'], to: 'set_aside', by: ['finance'] },
    issue: { from: ['ready', 'publicised'], to: 'issued', by: ['finance'] },
  },
});

export type AwardImportState = StateOf<typeof awardImportLifecycle>;
export type AwardRowState = StateOf<typeof awardRowLifecycle>;

/**
 * States in which the amount of a row is promised: from its public notice until it is issued, taken off or withdrawn. The
 * database derives the promise from the state (0038_notice.sql).
 */
export const promisedRowStates = [
  'publicised',
  'objected',
] as const satisfies readonly AwardRowState[];

/** States of rows that are on the list or were: neither set aside nor still to be checked. */
export const listedRowStates = [
  'ready',
  ...promisedRowStates,
  'issued',
] as const satisfies readonly AwardRowState[];
