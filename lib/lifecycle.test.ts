import { describe, expect, it } from 'vitest';
import { lifecycle } from './lifecycle';

const door = lifecycle({
  name: 'door',
  initial: 'shut',
  states: ['shut', 'open', 'broken'],
  transitions: {
    open: { from: ['shut'], to: 'open', by: ['owner', 'member'] },
    shut: { from: ['open'], to: 'shut', by: ['owner'] },
    break: { from: ['shut', 'open'], to: 'broken', by: ['system'] },
  },
});

describe('a lifecycle', () => {
  it('leads on where a transition is declared, and refuses by name where it is not', () => {
    expect(door.next('shut', 'open')).toEqual({ ok: true, value: 'open' });
    expect(door.next('open', 'open')).toEqual({ ok: false, code: 'state_changed' });
    expect(door.next('broken', 'shut')).toEqual({ ok: false, code: 'state_changed' });
  });

  it('returns for each party what it may do now', () => {
    expect(door.open('shut')).toEqual(['open', 'break']);
    expect(door.open('shut', 'member')).toEqual(['open']);
    expect(door.open('open', 'member')).toEqual([]);
    expect(door.open('open', 'system')).toEqual(['break']);
    expect(door.open('broken')).toEqual([]);
  });

  it('gives the database its CHECK', () => {
    expect(door.check('state')).toBe("state in ('shut', 'open', 'broken')");
  });

  it('draws itself, with its first state and its last ones', () => {
    expect(door.mermaid()).toBe(
      [
        'stateDiagram-v2',
        '  [*] --> shut',
        '  shut --> open: open (owner, member)',
        '  open --> shut: shut (owner)',
        '  shut --> broken: break (system)',
        '  open --> broken: break (system)',
        '  broken --> [*]',
      ].join('\n'),
    );
  });

  it('is refused at start-up when no way leads to one of its states', () => {
    const island = () =>
      lifecycle({
        name: 'island',
        initial: 'here',
        states: ['here', 'there', 'beyond'],
        transitions: { sail: { from: ['there'], to: 'beyond', by: ['owner'] } },
      });
    expect(island).toThrow('island: no way leads to there, beyond.');
  });
});
