import { describe, expect, it } from 'vitest';
import type { SaveAnswer } from './save-answer';
import {
  isUnsaved,
  next,
  nothingTyped,
  type SavingEffect,
  type SavingEvent,
  type SavingState,
} from './saving';

const data = { revision: '2', base: '{"name":"a"}', status: 'saved' };
const saved: SaveAnswer = { kind: 'saved', data };
const savedInPart: SaveAnswer = { kind: 'saved', data: { ...data, left: 'yes' } };
const refused: SaveAnswer = { kind: 'refused', text: 'no' };
const signedOut: SaveAnswer = { kind: 'signedOut', text: 'no', signIn: '/sign-in' };
const basis = { revision: '5', base: '{"name":"theirs"}' };
const conflict: SaveAnswer = { kind: 'conflict', text: 'no', conflicts: [], fresh: basis };
const answered = (answer: SaveAnswer): SavingEvent => ({ is: 'answered', answer });

const store: SavingEffect = { do: 'store' };
const clear: SavingEffect = { do: 'clear' };
const stopWaiting: SavingEffect = { do: 'stopWaiting' };
const preventDefault: SavingEffect = { do: 'preventDefault' };
const setBasis: SavingEffect = { do: 'setBasis', basis };
const wait = (seconds: number): SavingEffect => ({ do: 'wait', milliseconds: seconds * 1_000 });
const show = (kind: 'saving' | 'offline' | 'failed' | 'returned'): SavingEffect => ({
  do: 'show',
  saving: { kind },
});
const tell = (
  answer: Extract<SaveAnswer, { kind: 'saved' | 'refused' | 'signedOut' | 'conflict' }>,
): SavingEffect => ({ do: 'show', saving: answer });
const showNewer = (of: { revision?: string; base?: string }): SavingEffect => ({
  do: 'showNewer',
  basis: of,
});
const showSaved: SavingEffect = {
  do: 'showNewer',
  basis: { revision: data.revision, base: data.base },
  saved: true,
};
const send: readonly SavingEffect[] = [stopWaiting, show('saving'), { do: 'send' }, store];

type Parts = Partial<SavingState>;
type Row = readonly [
  what: string,
  from: Parts,
  event: SavingEvent,
  to: Parts,
  effects: readonly SavingEffect[],
];
const typed: Parts = { unsent: 'typed' };
const inConflict: Parts = { unsent: 'conflict' };
const submitted: Parts = { unsent: 'submitted' };
const sending: Parts = { sending: true };
const and = (...parts: Parts[]): Parts => Object.assign({}, ...parts) as Parts;

const table: Record<string, readonly Row[]> = {
  typing: [
    ['is kept and saved in two seconds', {}, { is: 'typed' }, typed, [store, wait(2)]],
    ['starts the wait anew', typed, { is: 'typed' }, typed, [store, wait(2)]],
    [
      'is remembered while a save is running',
      sending,
      { is: 'typed' },
      and(typed, sending),
      [store, wait(2)],
    ],
    ['counts as a choice in a conflict', inConflict, { is: 'typed' }, typed, [store, wait(2)]],
    ['continues after the button', submitted, { is: 'typed' }, typed, [store, wait(2)]],
    [
      'shows that the page is not left after all',
      { unloading: true },
      { is: 'typed' },
      typed,
      [store, wait(2)],
    ],
  ],
  'an occasion to save': [
    ['sends what is typed', typed, { is: 'waited' }, sending, send],
    ['is that a field is left', typed, { is: 'fieldLeft' }, sending, send],
    [
      'is that the connection is back',
      and(typed, { failures: 2 }),
      { is: 'online' },
      and(sending, { failures: 2 }),
      send,
    ],
    ['is that the user has signed in again', typed, { is: 'signedInAgain' }, sending, send],
    ['is that the page is hidden', typed, { is: 'hidden' }, sending, send],
    ['sends nothing if nothing is typed', {}, { is: 'fieldLeft' }, {}, []],
    [
      'sends nothing while a save is running',
      and(typed, sending),
      { is: 'waited' },
      and(typed, sending),
      [],
    ],
    ['sends nothing while the user has to choose', inConflict, { is: 'waited' }, inConflict, []],
    ['sends nothing that the button sends', submitted, { is: 'hidden' }, submitted, []],
  ],
  'a save that is answered': [
    [
      'clears what the browser kept',
      sending,
      answered(saved),
      {},
      [showSaved, tell(saved), stopWaiting, clear],
    ],
    [
      'still keeps what was left out',
      sending,
      answered(savedInPart),
      { leftOut: true },
      [showSaved, tell(savedInPart), stopWaiting, store],
    ],
    [
      'clears that too once everything is saved',
      and(sending, { leftOut: true }),
      answered(saved),
      {},
      [showSaved, tell(saved), stopWaiting, clear],
    ],
    [
      'is followed by another if more was typed meanwhile',
      and(typed, sending),
      answered(saved),
      typed,
      [showSaved, tell(saved), store, wait(2)],
    ],
    [
      'leaves the kept text alone while the page is replaced',
      and(sending, { unloading: true }),
      answered(saved),
      { unloading: true },
      [showSaved, tell(saved), stopWaiting],
    ],
    [
      'leaves the kept text alone until the button has finished',
      and(submitted, sending),
      answered(saved),
      submitted,
      [showSaved, tell(saved)],
    ],
    ['says why not', sending, answered(refused), typed, [tell(refused)]],
    ['says where to sign in', sending, answered(signedOut), typed, [tell(signedOut)]],
    [
      'waits without a message if the portal gives no reason',
      sending,
      answered({ kind: 'nothing' }),
      typed,
      [],
    ],
    [
      'is sent again with the new token of the form',
      sending,
      answered({ kind: 'newToken' }),
      sending,
      send,
    ],
    [
      'ends the count of failures',
      and(sending, { failures: 3 }),
      answered(refused),
      typed,
      [tell(refused)],
    ],
  ],
  'a save without an answer': [
    [
      'is tried again in 3 seconds',
      sending,
      { is: 'failed', online: true },
      and(typed, { failures: 1 }),
      [show('failed'), wait(3)],
    ],
    [
      'says that there is no connection',
      sending,
      { is: 'failed', online: false },
      and(typed, { failures: 1 }),
      [show('offline'), wait(3)],
    ],
    [
      'is tried again after longer and longer waits',
      and(sending, { failures: 3 }),
      { is: 'failed', online: true },
      and(typed, { failures: 4 }),
      [show('failed'), wait(24)],
    ],
    [
      'is tried again every minute at least',
      and(sending, { failures: 9 }),
      { is: 'failed', online: true },
      and(typed, { failures: 10 }),
      [show('failed'), wait(60)],
    ],
    [
      'changes nothing in a conflict',
      and(inConflict, sending),
      { is: 'failed', online: true },
      and(inConflict, { failures: 1 }),
      [show('failed'), wait(3)],
    ],
  ],
  'a lost connection': [
    ['is shown if something is not saved', typed, { is: 'offline' }, typed, [show('offline')]],
    ['is not shown otherwise', {}, { is: 'offline' }, {}, []],
  ],
  'a conflict': [
    ['is shown, and waits for a choice', sending, answered(conflict), inConflict, [tell(conflict)]],
    [
      'with what this form sent before does not count',
      sending,
      answered({ kind: 'ownConflict', basis }),
      sending,
      [setBasis, ...send],
    ],
    [
      'ends with a choice, which is saved at once',
      inConflict,
      { is: 'chosen', basis },
      sending,
      [setBasis, ...send],
    ],
    [
      'that is decided during a save is saved after it',
      and(inConflict, sending),
      { is: 'chosen', basis },
      and(typed, sending),
      [setBasis],
    ],
    [
      'remains after a save that was running',
      and(inConflict, sending),
      answered(saved),
      inConflict,
      [showSaved, tell(saved), store, wait(2)],
    ],
  ],
  "the form's own button": [
    ['sends everything', typed, { is: 'submitted', online: true }, submitted, [stopWaiting]],
    [
      'sends in a conflict too',
      inConflict,
      { is: 'submitted', online: true },
      submitted,
      [stopWaiting],
    ],
    [
      'is held back without a connection, and the form saves itself',
      {},
      { is: 'submitted', online: false },
      sending,
      [preventDefault, ...send],
    ],
    [
      'is held back after a save without an answer',
      and(typed, { failures: 1 }),
      { is: 'submitted', online: true },
      and(sending, { failures: 1 }),
      [preventDefault, ...send],
    ],
    [
      'is held back in a conflict without a choice',
      inConflict,
      { is: 'submitted', online: false },
      inConflict,
      [preventDefault],
    ],
    [
      'sends what a refused save did not, so that nothing is sent twice',
      and(submitted, sending),
      answered(refused),
      submitted,
      [],
    ],
    [
      'decides about a conflict of a save beside it',
      and(submitted, sending),
      answered(conflict),
      submitted,
      [],
    ],
    [
      'sends what a save without an answer did not',
      and(submitted, sending),
      { is: 'failed', online: true },
      submitted,
      [],
    ],
    ['may be refused', submitted, { is: 'cameBack' }, typed, [show('returned')]],
    [
      "may be refused for a colleague's answers: then somebody chooses",
      submitted,
      { is: 'cameBack', base: basis.base },
      inConflict,
      [show('returned'), showNewer({ base: basis.base }), stopWaiting],
    ],
    [
      'may be refused while a conflict is shown',
      inConflict,
      { is: 'cameBack' },
      inConflict,
      [show('returned')],
    ],
  ],
  'a page that shows newer answers': [
    ['is shown', {}, { is: 'pageRenewed', basis }, {}, [showNewer(basis), stopWaiting, clear]],
    [
      'is shown, and what was left out is still kept',
      { leftOut: true },
      { is: 'pageRenewed', basis },
      { leftOut: true },
      [showNewer(basis), stopWaiting, store],
    ],
    ['is not shown over what is typed', typed, { is: 'pageRenewed', basis }, typed, []],
    ['is not shown during a save', sending, { is: 'pageRenewed', basis }, sending, []],
    [
      'is shown while the button sends, and the text stays kept',
      submitted,
      { is: 'pageRenewed', basis },
      submitted,
      [showNewer(basis), store],
    ],
  ],
  'text of an earlier visit': [
    ['is saved as if typed now', {}, { is: 'restored' }, typed, [store, wait(2)]],
    [
      'can be discarded',
      and(typed, { leftOut: true }),
      { is: 'discarded', basis },
      {},
      [setBasis, stopWaiting, clear],
    ],
  ],
  'leaving the page': [
    ['sends what is typed', typed, { is: 'left', moved: true }, sending, [stopWaiting, ...send]],
    ['sends nothing if all is saved', {}, { is: 'left', moved: true }, {}, [stopWaiting]],
    [
      'leaves a conflict to the next visit',
      inConflict,
      { is: 'left', moved: true },
      inConflict,
      [stopWaiting],
    ],
    [
      'by the button clears what the browser kept',
      submitted,
      { is: 'left', moved: true },
      submitted,
      [stopWaiting, clear],
    ],
    [
      'because it broke down still keeps what the button sent',
      submitted,
      { is: 'left', moved: false },
      submitted,
      [stopWaiting],
    ],
    [
      'for another site is not held back',
      typed,
      { is: 'unload' },
      and(typed, { unloading: true }),
      [],
    ],
    [
      'for another site is held back if the browser keeps nothing',
      and(typed, { stored: false }),
      { is: 'unload' },
      and(typed, { stored: false, unloading: true }),
      [preventDefault],
    ],
    [
      'for another site is held back during such a save too',
      and(sending, { stored: false }),
      { is: 'unload' },
      and(sending, { stored: false, unloading: true }),
      [preventDefault],
    ],
    [
      'for another site is held back for what a save left out too',
      { leftOut: true, stored: false },
      { is: 'unload' },
      { leftOut: true, stored: false, unloading: true },
      [preventDefault],
    ],
    [
      'for another site is free once all is saved',
      { stored: false },
      { is: 'unload' },
      { stored: false, unloading: true },
      [],
    ],
  ],
  'a browser': [
    ['may keep nothing', typed, { is: 'stored', done: false }, and(typed, { stored: false }), []],
    ['may have room again', and(typed, { stored: false }), { is: 'stored', done: true }, typed, []],
  ],
};

describe.each(Object.entries(table))('%s', (_, rows) => {
  it.each(rows)('%s', (_what, from, event, to, effects) => {
    expect(next({ ...nothingTyped, ...from }, event)).toEqual({
      state: { ...nothingTyped, ...to },
      effects,
    });
  });
});

describe('text is unsaved', () => {
  it.each<[Parts, boolean]>([
    [{}, false],
    [typed, true],
    [inConflict, true],
    [sending, true],
    [submitted, false],
    [and(submitted, sending), true],
  ])('%o: %s', (parts, unsaved) => {
    expect(isUnsaved({ ...nothingTyped, ...parts })).toBe(unsaved);
  });
});
