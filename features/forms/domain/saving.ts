import type { Footing } from './footing';
import type { SaveAnswer } from './save-answer';

/**
 * Holds what is true of a form that saves itself; `next` decides what to do. `features/forms/ui/autosave-engine.ts` turns what the
 * browser does into events and carries the effects out. Every combination of the parts is possible.
 */
export type SavingState = {
  /**
   * What of the text no save brings that is under way: nothing; what was `typed`; an answer in `conflict` with a colleague's, which
   * stays as it is until somebody chooses; or everything is `submitted` by the form's own button.
   */
  readonly unsent: 'nothing' | 'typed' | 'conflict' | 'submitted';
  /** A save is under way. */
  readonly sending: boolean;
  /** How many saves in a row got no answer. */
  readonly failures: number;
  /** The last save left something out, because it is wrong as yet or waits for a yes. */
  readonly leftOut: boolean;
  /** The browser keeps what is not saved: then leaving the page loses nothing. */
  readonly kept: boolean;
  /** Another page is on its way in place of this one. */
  readonly unloading: boolean;
};

export type SavingEvent =
  | { is: 'typed' }
  /** Occasions to save: the wait is over, a field is left, the connection or the session is back, the page is put away. */
  | { is: 'waited' | 'fieldLeft' | 'online' | 'signedInAgain' | 'hidden' }
  | { is: 'offline' }
  /** The form's own button is pressed. */
  | { is: 'submitted'; online: boolean }
  /** What the button sent was refused; `base` holds what a colleague changed, if the refusal told of that. */
  | { is: 'cameBack'; base?: string | undefined }
  | { is: 'answered'; answer: SaveAnswer }
  /** A save got no answer. */
  | { is: 'failed'; online: boolean }
  /** The browser was told to keep the text. */
  | { is: 'kept'; done: boolean }
  /** The user chose between two answers. */
  | { is: 'chosen'; footing: Footing }
  /** Text of an earlier visit was put back into the form. */
  | { is: 'restored' }
  /** The user gave up the text of an earlier visit. */
  | { is: 'discarded'; footing: Footing }
  /** The page shows newer answers. */
  | { is: 'pageRenewed'; footing: Footing }
  /** The browser is about to load another page. */
  | { is: 'unload' }
  /** The form is taken off the page. `moved` is false where the page broke down and comes back. */
  | { is: 'left'; moved: boolean };

/** What the reader is told while a form saves itself. */
export type Saving =
  | { kind: 'saving' | 'offline' | 'failed' | 'returned' }
  | Extract<SaveAnswer, { kind: 'saved' | 'signedOut' | 'refused' | 'conflict' }>;

export type SavingEffect =
  /** Send the whole form, and note what is sent. */
  | { do: 'send' }
  /** Save after so many milliseconds, in place of any earlier wait. */
  | { do: 'wait'; milliseconds: number }
  | { do: 'stopWaiting' }
  /** Keep in the browser what the form says now, with what was sent. */
  | { do: 'keep' }
  /** Delete what the browser keeps. */
  | { do: 'clear' }
  | { do: 'show'; saving: Saving }
  /** Show newer answers in the fields that nobody touched; the next save stands on what is shown then. */
  | { do: 'follow'; footing: Partial<Footing> }
  /** Let the next save stand on this. */
  | { do: 'standOn'; footing: Footing }
  /** Keep the browser from what it is about to do: send the form, or leave the page unasked. */
  | { do: 'holdBack' };

type Step = { state: SavingState; effects: readonly SavingEffect[] };

export const nothingTyped: SavingState = {
  unsent: 'nothing',
  sending: false,
  failures: 0,
  leftOut: false,
  kept: true,
  unloading: false,
};

const idleMilliseconds = 2_000;
const firstRetryMilliseconds = 3_000;
const longestRetryMilliseconds = 60_000;

/** Returns how long to wait after so many saves in a row that got no answer. */
const retryAfter = (failures: number): number =>
  Math.min(firstRetryMilliseconds * 2 ** (failures - 1), longestRetryMilliseconds);

const waitForMore: SavingEffect = { do: 'wait', milliseconds: idleMilliseconds };
const tell = (saving: Saving): SavingEffect => ({ do: 'show', saving });

/** Returns whether there is text that nothing on its way brings. */
const isOpen = ({ unsent }: SavingState) => unsent === 'typed' || unsent === 'conflict';

/** Returns whether anything is not saved yet; what the form's button sends is not counted. */
export const isUnsaved = (state: SavingState): boolean => isOpen(state) || state.sending;

/** Returns whether text would be lost if the page went away now. */
const wouldLose = (state: SavingState): boolean =>
  !state.kept && (isUnsaved(state) || (state.leftOut && state.unsent === 'nothing'));

/** Sends what is typed, unless a save is under way or somebody has to choose first. */
function send(state: SavingState, before: readonly SavingEffect[] = []): Step {
  if (state.unsent !== 'typed' || state.sending) return { state, effects: before };
  const effects: SavingEffect[] = [
    ...before,
    { do: 'stopWaiting' },
    tell({ kind: 'saving' }),
    { do: 'send' },
    // Also because what is sent may come to stand although its answer never arrives.
    { do: 'keep' },
  ];
  return { state: { ...state, unsent: 'nothing', sending: true }, effects };
}

/** Deletes from the browser what the portal has. The page that loads next may have been read before the save, and compares for itself. */
function clear({ leftOut, unloading }: SavingState): SavingEffect[] {
  if (leftOut) return [{ do: 'keep' }];
  return unloading ? [] : [{ do: 'clear' }];
}

/** Lets the button send everything, unless that would only end in an error: then the form stays, and is saved when it can be. */
function submit(state: SavingState, online: boolean): Step {
  if (online && state.failures === 0) {
    return { state: { ...state, unsent: 'submitted' }, effects: [{ do: 'stopWaiting' }] };
  }
  const unsent = state.unsent === 'conflict' ? 'conflict' : 'typed';
  return send({ ...state, unsent }, [{ do: 'holdBack' }]);
}

function comeBack(state: SavingState, base: string | undefined): Step {
  const returned = tell({ kind: 'returned' });
  if (base === undefined) {
    const unsent = state.unsent === 'conflict' ? 'conflict' : 'typed';
    return { state: { ...state, unsent }, effects: [returned] };
  }
  // The same text would be refused again until somebody chooses or types.
  const effects: SavingEffect[] = [
    returned,
    { do: 'follow', footing: { base } },
    { do: 'stopWaiting' },
  ];
  return { state: { ...state, unsent: 'conflict' }, effects };
}

function saved(before: SavingState, answer: Extract<SaveAnswer, { kind: 'saved' }>): Step {
  const state = { ...before, leftOut: answer.data.left === 'yes' };
  const { revision, base } = answer.data;
  const told: SavingEffect[] = [{ do: 'follow', footing: { revision, base } }, tell(answer)];
  if (isOpen(state)) return { state, effects: [...told, { do: 'keep' }, waitForMore] };
  // The button may yet fail: what it sends stays kept until the page is left.
  if (state.unsent === 'submitted') return { state, effects: told };
  return { state, effects: [...told, { do: 'stopWaiting' }, ...clear(state)] };
}

/** Returns what follows an answer. A "no" stays the same "no" until something is typed or the form's button is pressed. */
function answered(before: SavingState, answer: SaveAnswer): Step {
  const state = { ...before, sending: false, failures: 0 };
  const typed: SavingState = { ...state, unsent: 'typed' };
  switch (answer.kind) {
    case 'saved':
      return saved(state, answer);
    case 'nothing':
      return { state: state.unsent === 'conflict' ? state : typed, effects: [] };
    case 'newToken':
      return send(state.unsent === 'conflict' ? state : typed);
    case 'ownConflict':
      return send(typed, [{ do: 'standOn', footing: answer.footing }]);
    case 'conflict':
      return { state: { ...state, unsent: 'conflict' }, effects: [tell(answer)] };
    case 'signedOut':
    case 'refused':
      return { state: typed, effects: [tell(answer)] };
  }
}

function failed(before: SavingState, online: boolean): Step {
  const failures = before.failures + 1;
  const unsent = before.unsent === 'conflict' ? 'conflict' : 'typed';
  const effects: SavingEffect[] = [
    tell({ kind: online ? 'failed' : 'offline' }),
    { do: 'wait', milliseconds: retryAfter(failures) },
  ];
  return { state: { ...before, unsent, sending: false, failures }, effects };
}

function renewPage(state: SavingState, footing: Footing): Step {
  if (isUnsaved(state)) return { state, effects: [] };
  const follow: SavingEffect = { do: 'follow', footing };
  // The button may yet fail: what it sends stays kept until the page is left.
  if (state.unsent === 'submitted') return { state, effects: [follow, { do: 'keep' }] };
  return { state, effects: [follow, { do: 'stopWaiting' }, ...clear(state)] };
}

/** Sends what is typed as the form is taken off the page; what the button sent is at the portal if the page moved on. */
function leave(state: SavingState, moved: boolean): Step {
  if (state.unsent !== 'submitted') return send(state, [{ do: 'stopWaiting' }]);
  const done = moved ? clear({ ...state, leftOut: false }) : [];
  return { state, effects: [{ do: 'stopWaiting' }, ...done] };
}

/** Returns the state after an event, and what is to be done, in this order. */
export function next(state: SavingState, event: SavingEvent): Step {
  switch (event.is) {
    case 'typed': {
      const typed: SavingState = { ...state, unsent: 'typed', unloading: false };
      return { state: typed, effects: [{ do: 'keep' }, waitForMore] };
    }
    case 'waited':
    case 'fieldLeft':
    case 'online':
    case 'signedInAgain':
    case 'hidden':
      return send(state);
    case 'offline':
      return { state, effects: isOpen(state) ? [tell({ kind: 'offline' })] : [] };
    case 'submitted':
      return submit(state, event.online);
    case 'cameBack':
      return comeBack(state, event.base);
    case 'answered':
      return answered(state, event.answer);
    case 'failed':
      return failed(state, event.online);
    case 'kept':
      return { state: { ...state, kept: event.done }, effects: [] };
    case 'chosen':
      return send({ ...state, unsent: 'typed' }, [{ do: 'standOn', footing: event.footing }]);
    case 'restored':
      return { state: { ...state, unsent: 'typed' }, effects: [{ do: 'keep' }, waitForMore] };
    case 'discarded': {
      const given: SavingState = { ...state, unsent: 'nothing', leftOut: false };
      const stand: SavingEffect = { do: 'standOn', footing: event.footing };
      return { state: given, effects: [stand, { do: 'stopWaiting' }, ...clear(given)] };
    }
    case 'pageRenewed':
      return renewPage(state, event.footing);
    case 'unload': {
      const effects: SavingEffect[] = wouldLose(state) ? [{ do: 'holdBack' }] : [];
      return { state: { ...state, unloading: true }, effects };
    }
    case 'left':
      return leave(state, event.moved);
  }
}
