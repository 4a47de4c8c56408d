/** Returns a 32-bit fingerprint of a text (FNV-1a). */
function fingerprint(text: string): number {
  let hash = 2166136261;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  }
  return hash >>> 0;
}

/** Returns a generator of numbers from 0 to 1 that depend only on the seed (mulberry32). */
function numbersFrom(seed: string): () => number {
  let state = fingerprint(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const tenth = (value: number) => Math.round(value * 10) / 10;

function pathThrough(points: readonly (readonly [number, number])[], closed: boolean): string {
  const text = points.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join('L');
  return `M${text}${closed ? 'Z' : ''}`;
}

/** Returns a closed curve around the origin, with the given radius and number of waves. */
function ring(radius: number, waves: number, depth: number, overtone: number): string {
  const count = waves * 14;
  const points = Array.from({ length: count }, (_, at) => {
    const angle = (at / count) * Math.PI * 2;
    const r =
      radius * (1 + depth * Math.cos(waves * angle) + overtone * Math.cos(2 * waves * angle));
    return [r * Math.cos(angle), r * Math.sin(angle)] as const;
  });
  return pathThrough(points, true);
}

/** Returns one line of a ribbon from x = −60 to 700 whose waves grow and shrink. */
function ribbon(swing: number, waves: number, beat: number, phase: number): string {
  const points = Array.from({ length: 153 }, (_, at) => {
    const x = at * 5 - 60;
    const turn = (x / 640) * Math.PI * 2;
    const y = swing * (0.55 + 0.45 * Math.cos(beat * turn)) * Math.sin(waves * turn + phase);
    return [x, y] as const;
  });
  return pathThrough(points, false);
}

/** A curve that is drawn `copies` times, turned or moved a little each time. */
export type Figure = { path: string; copies: number; step: number };

export type Engraving = { rosette: readonly Figure[]; ribbon: Figure };

/**
 * Returns the engraved figures (guilloché) of a programme: the same seed always gives the same
 * ones. `step` is degrees between the copies of a rosette's rings, and units between those of a
 * ribbon.
 */
export function engrave(seed: string): Engraving {
  const next = numbersFrom(seed);
  const between = (low: number, high: number) => low + next() * (high - low);
  const whole = (low: number, high: number) => Math.floor(between(low, high + 1));
  const rings = [132, 92, 52].map((radius): Figure => {
    const waves = whole(7, 12);
    const copies = whole(8, 11);
    return {
      path: ring(radius, waves, between(0.12, 0.2), between(-0.05, 0.05)),
      copies,
      step: 360 / waves / copies,
    };
  });
  return {
    rosette: rings,
    ribbon: {
      path: ribbon(between(26, 36), whole(4, 7), whole(1, 3), between(0, Math.PI * 2)),
      copies: 12,
      step: between(2.6, 3.8),
    },
  };
}
