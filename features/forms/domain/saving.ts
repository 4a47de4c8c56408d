import type { SaveBasis } from './save-basis';
import type { SaveAnswer } from './save-answer';

/**
 * The state of a form that saves itself. `next` decides what to do. `features/forms/ui/autosave-engine.ts` turns the
 * browser's events into events of this module, and carries out the effects. Every combination of the fields is
 * possible.
 */
export type SavingState = {
  /**
   * Text that no running save sends: `nothing`; text that was `typed`; a `conflict` with a colleague's answer, which
   * stays until the user chooses; or `submitted`, if the form's own button sends everything.
   */
  readonly unsent: 'nothing' | 'typed' | 'conflict' | 'submitted';
  /** A save is under way. */
  readonly sending: boolean;
  /** How many saves in a row got no response. */
  readonly failures: number;
  /** The last save left out an answer, because it is invalid or needs the user's agreement. */
  readonly leftOut: boolean;
  /** The browser stores the unsaved text, so that leaving the page loses nothing. */
  readonly stored: boolean;
  /** Another page is being loaded in place of this one. */
  readonly unloading: boolean;
};

export type SavingEvent =
  | { is: 'typed' }
  /**
   * Occasions to save: the wait is over, the user leaves a field, the connection or the session is back, the page is
   * hidden.
   */
  | { is: 'waited' | 'fieldLeft' | 'online' | 'signedInAgain' | 'hidden' }
  | { is: 'offline' }
  /** The user presses the form's own button. */
  | { is: 'submitted'; online: boolean }
  /** The portal refused what the button sent. `base` holds a colleague's changes if the refusal reports a conflict. */
  | { is: 'cameBack'; base?: string | undefined }
  | { is: 'answered'; answer: SaveAnswer }
  /** A save got no response. */
  | { is: 'failed'; online: boolean }
  /** The text was given to the browser to store; `done` is false if the browser could not. */
  | { is: 'stored'; done: boolean }
  /** The user chose between two answers. */
  | { is: 'chosen'; basis: SaveBasis }
  /** Text from an earlier visit was put back into the form. */
  | { is: 'restored' }
  /** The user discarded the text from an earlier visit. */
  | { is: 'discarded'; basis: SaveBasis }
  /** The page shows newer answers. */
  | { is: 'pageRenewed'; basis: SaveBasis }
  /** The browser is about to load another page. */
  | { is: 'unload' }
  /** The form is removed from the page. `moved` is false if the page broke down and is shown again. */
  | { is: 'left'; moved: boolean };

/** What the user sees while a form saves itself. */
export type Saving =
  | { kind: 'saving' | 'offline' | 'failed' | 'returned' }
  | Extract<SaveAnswer, { kind: 'saved' | 'signedOut' | 'refused' | 'conflict' }>;

export type SavingEffect =
  /** Send the whole form, and remember what is sent. */
  | { do: 'send' }
  /** Save after this many milliseconds. This replaces any earlier wait. */
  | { do: 'wait'; milliseconds: number }
  | { do: 'stopWaiting' }
  /** Store in the browser the present text of the form, and what was sent. */
  | { do: 'store' }
  /** Delete what the browser stores. */
  | { do: 'clear' }
  | { do: 'show'; saving: Saving }
  /**
   * Show newer answers in the fields that the user did not change. The next save is based on what is shown then. With
   * `saved` they come from the form's own save, so that a field typed back meanwhile counts as changed.
   */
  | { do: 'showNewer'; basis: Partial<SaveBasis>; saved?: true }
  /** Base the next save on these answers. */
  | { do: 'setBasis'; basis: SaveBasis }
  /** Prevent what the browser is about to do: sending the form, or leaving the page without a warning. */
  | { do: 'preventDefault' };

type Step = { state: SavingState; effects: readonly SavingEffect[] };

export const nothingTyped: SavingState = {
  unsent: 'nothing',
  sending: false,
  failures: 0,
  leftOut: false,
  stored: true,
  unloading: false,
};

const idleMilliseconds = 2_000;
const firstRetryMilliseconds = 3_000;
const longestRetryMilliseconds = 60_000;

/** Returns how many milliseconds to wait after this many saves in a row without a response. */
const retryAfter = (failures: number): number =>
  Math.min(firstRetryMilliseconds * 2 ** (failures - 1), longestRetryMilliseconds);

const waitForMore: SavingEffect = { do: 'wait', milliseconds: idleMilliseconds };
const show = (saving: Saving): SavingEffect => ({ do: 'show', saving });

/** Returns whether there is text that neither a running save nor the form's button sends. */
const isOpen = ({ unsent }: SavingState) => unsent === 'typed' || unsent === 'conflict';

/** Returns whether text is not saved yet. Text that the form's button sends is not counted. */
export const isUnsaved = (state: SavingState): boolean => isOpen(state) || state.sending;

/** Returns whether text would be lost if the user left the page now. */
const wouldLose = (state: SavingState): boolean =>
  !state.stored && (isUnsaved(state) || (state.leftOut && state.unsent === 'nothing'));

/** Sends the typed text, unless a save is running or the user has to choose between answers first. */
function send(state: SavingState, before: readonly SavingEffect[] = []): Step {
  if (state.unsent !== 'typed' || state.sending) return { state, effects: before };
  const effects: SavingEffect[] = [
    ...before,
    { do: 'stopWaiting' },
    show({ kind: 'saving' }),
    { do: 'send' },
    // Text that is sent is kept too, because the portal may save it even if its response never arrives.
    { do: 'store' },
  ];
  return { state: { ...state, unsent: 'nothing', sending: true }, effects };
}

/**
 * Deletes from the browser the text that the portal has saved, unless the save left out an answer. While another page
 * loads, the text stays: that page may have been read before the save, and makes its own comparison.
 */
function clear({ leftOut, unloading }: SavingState): SavingEffect[] {
  if (leftOut) return [{ do: 'store' }];
  return unloading ? [] : [{ do: 'clear' }];
}

/**
 * Lets the button send everything. While the portal cannot be reached, sending would only end in an error: then the
 * form is held back, and saved as soon as possible.
 */
function submit(state: SavingState, online: boolean): Step {
  if (online && state.failures === 0) {
    return { state: { ...state, unsent: 'submitted' }, effects: [{ do: 'stopWaiting' }] };
  }
  const unsent = state.unsent === 'conflict' ? 'conflict' : 'typed';
  return send({ ...state, unsent }, [{ do: 'preventDefault' }]);
}

function comeBack(state: SavingState, base: string | undefined): Step {
  const returned = show({ kind: 'returned' });
  if (base === undefined) {
    const unsent = state.unsent === 'conflict' ? 'conflict' : 'typed';
    return { state: { ...state, unsent }, effects: [returned] };
  }
  // The same text would be refused again until the user chooses or types.
  const effects: SavingEffect[] = [
    returned,
    { do: 'showNewer', basis: { base } },
    { do: 'stopWaiting' },
  ];
  return { state: { ...state, unsent: 'conflict' }, effects };
}

function saved(before: SavingState, answer: Extract<SaveAnswer, { kind: 'saved' }>): Step {
  const state = { ...before, leftOut: answer.data.left === 'yes' };
  const { revision, base } = answer.data;
  const effects: SavingEffect[] = [
    { do: 'showNewer', basis: { revision, base }, saved: true },
    show(answer),
  ];
  if (isOpen(state)) return { state, effects: [...effects, { do: 'store' }, waitForMore] };
  // The button's request may still fail, so the text that it sends is kept until the user leaves the page.
  if (state.unsent === 'submitted') return { state, effects };
  return { state, effects: [...effects, { do: 'stopWaiting' }, ...clear(state)] };
}

/**
 * Returns the state and the effects after a response. A refused save is not repeated until the user types or presses
 * the form's button.
 */
function answered(before: SavingState, answer: SaveAnswer): Step {
  const state = { ...before, sending: false, failures: 0 };
  // The button sends the same text, and its own response counts.
  if (state.unsent === 'submitted' && answer.kind !== 'saved') return { state, effects: [] };
  const typed: SavingState = { ...state, unsent: 'typed' };
  switch (answer.kind) {
    case 'saved':
      return saved(state, answer);
    case 'nothing':
      return { state: state.unsent === 'conflict' ? state : typed, effects: [] };
    case 'newToken':
      return send(state.unsent === 'conflict' ? state : typed);
    case 'ownConflict':
      return send(typed, [{ do: 'setBasis', basis: answer.basis }]);
    case 'conflict':
      return { state: { ...state, unsent: 'conflict' }, effects: [show(answer)] };
    case 'signedOut':
    case 'refused':
      return { state: typed, effects: [show(answer)] };
  }
}

function failed(before: SavingState, online: boolean): Step {
  if (before.unsent === 'submitted') return { state: { ...before, sending: false }, effects: [] };
  const failures = before.failures + 1;
  const unsent = before.unsent === 'conflict' ? 'conflict' : 'typed';
  const effects: SavingEffect[] = [
    show({ kind: online ? 'failed' : 'offline' }),
    { do: 'wait', milliseconds: retryAfter(failures) },
  ];
  return { state: { ...before, unsent, sending: false, failures }, effects };
}

function renewPage(state: SavingState, basis: SaveBasis): Step {
  if (isUnsaved(state)) return { state, effects: [] };
  const showNewer: SavingEffect = { do: 'showNewer', basis };
  // The button's request may still fail, so the text that it sends is kept until the user leaves the page.
  if (state.unsent === 'submitted') return { state, effects: [showNewer, { do: 'store' }] };
  return { state, effects: [showNewer, { do: 'stopWaiting' }, ...clear(state)] };
}

/**
 * Sends the typed text when the form is removed from the page. If the page moved on, the portal has what the button
 * sent.
 */
function leave(state: SavingState, moved: boolean): Step {
  if (state.unsent !== 'submitted') return send(state, [{ do: 'stopWaiting' }]);
  const done = moved ? clear({ ...state, leftOut: false }) : [];
  return { state, effects: [{ do: 'stopWaiting' }, ...done] };
}

/** Returns the state after an event, and the effects to carry out in this order. */
export function next(state: SavingState, event: SavingEvent): Step {
  switch (event.is) {
    case 'typed': {
      const typed: SavingState = { ...state, unsent: 'typed', unloading: false };
      return { state: typed, effects: [{ do: 'store' }, waitForMore] };
    }
    case 'waited':
    case 'fieldLeft':
    case 'online':
    case 'signedInAgain':
    case 'hidden':
      return send(state);
    case 'offline':
      return { state, effects: isOpen(state) ? [show({ kind: 'offline' })] : [] };
    case 'submitted':
      return submit(state, event.online);
    case 'cameBack':
      return comeBack(state, event.base);
    case 'answered':
      return answered(state, event.answer);
    case 'failed':
      return failed(state, event.online);
    case 'stored':
      return { state: { ...state, stored: event.done }, effects: [] };
    case 'chosen':
      return send({ ...state, unsent: 'typed' }, [{ do: 'setBasis', basis: event.basis }]);
    case 'restored':
      return { state: { ...state, unsent: 'typed' }, effects: [{ do: 'store' }, waitForMore] };
    case 'discarded': {
      const given: SavingState = { ...state, unsent: 'nothing', leftOut: false };
      const setBasis: SavingEffect = { do: 'setBasis', basis: event.basis };
      return { state: given, effects: [setBasis, { do: 'stopWaiting' }, ...clear(given)] };
    }
    case 'pageRenewed':
      return renewPage(state, event.basis);
    case 'unload': {
      const effects: SavingEffect[] = wouldLose(state) ? [{ do: 'preventDefault' }] : [];
      return { state: { ...state, unloading: true }, effects };
    }
    case 'left':
      return leave(state, event.moved);
  }
}
