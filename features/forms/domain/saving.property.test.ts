import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SaveAnswer } from './save-answer';
import { isUnsaved, next, nothingTyped, type SavingEffect, type SavingEvent } from './saving';

const basis = { revision: '5', base: '{}' };
const answers = {
  saved: { kind: 'saved', data: {} },
  savedInPart: { kind: 'saved', data: { left: 'yes' } },
  nothing: { kind: 'nothing' },
  newToken: { kind: 'newToken' },
  signedOut: { kind: 'signedOut', text: '', signIn: '/sign-in' },
  refused: { kind: 'refused', text: '' },
  conflict: { kind: 'conflict', text: '', conflicts: [], fresh: basis },
  ownConflict: { kind: 'ownConflict', basis },
} satisfies Record<string, SaveAnswer>;

/**
 * Simulates a browser and a portal around the form. Every typed text has a number. The class records which number is
 * at which place, and fails as soon as a rule is broken.
 */
class World {
  state = nothingTyped;
  /** The text in the form. That of a page just opened is saved. */
  text = 0;
  portal = 0;
  browser: number | undefined;
  save: number | undefined;
  button: number | undefined;
  wait: number | undefined;
  /** A conflict was shown, and the user has not chosen since. */
  mustChoose = false;
  failures = 0;
  effects: readonly SavingEffect[] = [];

  constructor(private readonly browserKeeps: boolean) {}

  on(event: SavingEvent): void {
    const { state, effects } = next(this.state, event);
    this.state = state;
    this.effects = effects;
    for (const effect of effects) this.carryOut(effect);
    const isPrevented = effects.some((effect) => effect.do === 'preventDefault');
    if (event.is === 'submitted' && !isPrevented) {
      this.button = this.text;
      this.mustChoose = false;
    }
    this.check();
  }

  private carryOut(effect: SavingEffect): void {
    if (effect.do === 'send') {
      expect(this.save, 'one save at a time').toBeUndefined();
      expect(this.mustChoose, 'no save while somebody has to choose').toBe(false);
      this.save = this.text;
    }
    if (effect.do === 'store') {
      if (this.browserKeeps) this.browser = this.text;
      this.state = next(this.state, { is: 'stored', done: this.browserKeeps }).state;
    }
    if (effect.do === 'clear') this.browser = undefined;
    if (effect.do === 'wait') this.wait = effect.milliseconds;
    if (effect.do === 'stopWaiting') this.wait = undefined;
    if (effect.do === 'show' && effect.saving.kind === 'conflict') this.mustChoose = true;
  }

  private get safeElsewhere() {
    return [this.portal, this.save, this.button].includes(this.text);
  }

  private check(): void {
    expect(this.state.sending, 'the state tells of the save').toBe(this.save !== undefined);
    const unsaved = isUnsaved(this.state) || this.state.leftOut;
    const safe = this.safeElsewhere || this.browser === this.text;
    expect(safe || (unsaved && !this.browserKeeps), 'nothing is lost').toBe(true);
  }

  readonly acts: Record<string, () => void> = {
    type: () => {
      this.text += 1;
      this.mustChoose = false;
      this.on({ is: 'typed' });
      expect(this.wait, 'typing is saved in two seconds').toBe(2_000);
    },
    wait: () => {
      if (this.wait === undefined) return;
      this.wait = undefined;
      this.on({ is: 'waited' });
    },
    leaveField: () => this.on({ is: 'fieldLeft' }),
    hide: () => this.on({ is: 'hidden' }),
    connect: () => this.on({ is: 'online' }),
    disconnect: () => this.on({ is: 'offline' }),
    signIn: () => this.on({ is: 'signedInAgain' }),
    submit: () => this.on({ is: 'submitted', online: true }),
    submitOffline: () => this.on({ is: 'submitted', online: false }),
    refuseButton: () => this.comeBack(),
    refuseButtonForConflict: () => this.comeBack('{}'),
    choose: () => {
      if (this.state.unsent !== 'conflict') return;
      this.mustChoose = false;
      this.on({ is: 'chosen', basis });
    },
    discard: () => {
      if (this.save !== undefined || this.button !== undefined) return;
      this.text = this.portal;
      this.mustChoose = false;
      this.on({ is: 'discarded', basis });
    },
    showNewer: () => this.on({ is: 'pageRenewed', basis }),
    unload: () => {
      const wouldLose = !this.safeElsewhere && this.browser !== this.text;
      this.on({ is: 'unload' });
      if (wouldLose)
        expect(this.effects, 'leaving is held up').toContainEqual({ do: 'preventDefault' });
    },
    fail: () => {
      if (this.save === undefined) return;
      this.save = undefined;
      const buttonSends = this.state.unsent === 'submitted';
      if (!buttonSends) this.failures += 1;
      this.on({ is: 'failed', online: true });
      if (buttonSends) return;
      const wait = Math.min(3_000 * 2 ** (this.failures - 1), 60_000);
      expect(this.wait, 'every failure waits longer').toBe(wait);
    },
    ...Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [name, () => this.answer(answer)]),
    ),
  };

  private comeBack(base?: string): void {
    if (this.button === undefined) return;
    this.button = undefined;
    if (base !== undefined) this.mustChoose = true;
    this.on({ is: 'cameBack', base });
  }

  private answer(answer: SaveAnswer): void {
    if (this.save === undefined) return;
    // What was left out is only in the form and in the browser.
    if (answer === answers.saved) this.portal = this.save;
    if (answer.kind === 'ownConflict') this.mustChoose = false;
    this.save = undefined;
    this.failures = 0;
    this.on({ is: 'answered', answer });
  }

  /** Lets the user and the portal do what they can to save the text. */
  finish(): void {
    this.acts.refuseButton?.();
    this.acts.choose?.();
    for (const act of ['saved', 'leaveField', 'saved'] as const) this.acts[act]?.();
  }
}

const names = Object.keys(new World(true).acts);
/** Most of the events are typing, saving and responses. */
const act = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom('type', 'leaveField', 'wait', 'fail', 'saved') },
  { weight: 3, arbitrary: fc.constantFrom(...names) },
);
const happenings = fc.array(act, { maxLength: 40 });
/** Runs these events and checks every step. @returns the world after them */
function worldAfter(happened: readonly string[], browserKeeps = true): World {
  const world = new World(browserKeeps);
  for (const name of happened) world.acts[name]?.();
  return world;
}

describe('a form that saves itself, whatever happens', () => {
  it('sends one save at a time, loses nothing, waits longer after each failure, and leaves conflicts to the user', () => {
    fc.assert(
      fc.property(happenings, fc.boolean(), (happened, browserKeeps) => {
        worldAfter(happened, browserKeeps);
      }),
      { numRuns: 3_000 },
    );
  });

  it('can always be brought to an end at which everything is saved and nothing is kept', () => {
    fc.assert(
      fc.property(happenings, (happened) => {
        const world = worldAfter(happened.filter((name) => name !== 'unload'));
        world.acts.type?.();
        world.finish();
        expect(world.portal).toBe(world.text);
        expect([isUnsaved(world.state), world.browser]).toEqual([false, undefined]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('sends what is typed when the page is left, or after a running save has its response', () => {
    fc.assert(
      fc.property(happenings, fc.boolean(), (happened, moved) => {
        const world = worldAfter(happened);
        world.acts.type?.();
        world.on({ is: 'left', moved });
        world.acts.saved?.();
        world.acts.wait?.();
        world.acts.saved?.();
        expect(world.portal).toBe(world.text);
      }),
      { numRuns: 1_000 },
    );
  });
});
