import { refused, type Outcome } from './result';
import type { Party } from './roles';

type Transition<S extends string> = {
  readonly from: readonly S[];
  readonly to: S;
  /** The parties that may trigger it. */
  readonly by: readonly Party[];
};

export type Lifecycle<S extends string, T extends string> = {
  readonly name: string;
  readonly initial: S;
  readonly states: readonly S[];
  readonly transitions: Readonly<Record<T, Transition<S>>>;
  /** Returns the state after `transition`, or a refusal when the state has changed meanwhile. */
  next(state: S, transition: T): Outcome<S, 'state_changed'>;
  can(state: S, transition: T): boolean;
  /** Lists the transitions that are possible next, for all parties or for one. */
  open(state: S, party?: Party): T[];
  /** Returns the CHECK condition of a column that holds the state. */
  check(column: string): string;
  /** Returns the diagram for docs/lifecycles.md. */
  mermaid(): string;
};

export type StateOf<L> = L extends Lifecycle<infer S, string> ? S : never;
export type TransitionOf<L> = L extends Lifecycle<string, infer T> ? T : never;

/** Lists the states that no path from the first state reaches. */
function unreachable(
  initial: string,
  states: readonly string[],
  edges: readonly Transition<string>[],
) {
  const seen = new Set([initial]);
  for (let grew = true; grew;) {
    grew = false;
    for (const edge of edges) {
      if (seen.has(edge.to) || !edge.from.some((state) => seen.has(state))) continue;
      seen.add(edge.to);
      grew = true;
    }
  }
  return states.filter((state) => !seen.has(state));
}

/**
 * Declares once which changes of state are possible. The types, the database's CHECK, the buttons
 * on screen and the documentation are all derived from it.
 * @throws Error at start-up when a state can never be reached
 */
export function lifecycle<const S extends string, const T extends string>(definition: {
  name: string;
  states: readonly S[];
  initial: NoInfer<S>;
  transitions: Record<T, Transition<NoInfer<S>>>;
}): Lifecycle<S, T> {
  const { name, initial, states, transitions } = definition;
  const edges = Object.entries<Transition<S>>(transitions) as [T, Transition<S>][];
  const lost = unreachable(
    initial,
    states,
    edges.map(([, edge]) => edge),
  );
  if (lost.length > 0) throw new Error(`${name}: no way leads to ${lost.join(', ')}.`);
  const can = (state: S, transition: T) => transitions[transition].from.includes(state);
  return {
    ...definition,
    can,
    next: (state, transition) =>
      can(state, transition)
        ? { ok: true, value: transitions[transition].to }
        : refused('state_changed'),
    open: (state, party) =>
      edges
        .filter(([, edge]) => edge.from.includes(state) && (!party || edge.by.includes(party)))
        .map(([transition]) => transition),
    check: (column) => `${column} in (${states.map((state) => `'${state}'`).join(', ')})`,
    mermaid: () =>
      [
        'stateDiagram-v2',
        `  [*] --> ${initial}`,
        ...edges.flatMap(([transition, edge]) =>
          edge.from.map(
            (from) => `  ${from} --> ${edge.to}: ${transition} (${edge.by.join(', ')})`,
          ),
        ),
        ...states
          .filter((state) => !edges.some(([, edge]) => edge.from.includes(state)))
          .map((state) => `  ${state} --> [*]`),
      ].join('\n'),
  };
}
