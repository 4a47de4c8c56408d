/** A small generator with a seed, so that a programme's pattern is always the same. */
function seeded(seed: string): () => number {
  let state = 2166136261;
  for (const character of seed) {
    state ^= character.codePointAt(0) ?? 0;
    state = Math.imul(state, 16777619);
  }
  return () => {
    state =
      Math.imul(state ^ (state >>> 15), 2246822507) ^ Math.imul(state ^ (state >>> 13), 3266489909);
    return (state >>> 0) / 4294967296;
  };
}

/** The engraver's lines behind a voucher, drawn from its programme's id. */
export function guillochePaths(seed: string, count = 9): string[] {
  const random = seeded(seed);
  const turns = 3 + Math.floor(random() * 4);
  const depth = 14 + random() * 18;
  const shift = random() * Math.PI * 2;
  return Array.from({ length: count }, (_, line) => {
    const points = Array.from({ length: 81 }, (_, at) => {
      const x = at * 5;
      const angle = (at / 80) * Math.PI * 2 * turns + shift;
      const y = 60 + depth * Math.sin(angle + line * 0.35) + (line - count / 2) * 7;
      return `${x} ${y.toFixed(1)}`;
    });
    return `M${points.join('L')}`;
  });
}

export function Guilloche({ seed, className }: { seed: string; className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 400 120" preserveAspectRatio="none" className={className}>
      {guillochePaths(seed).map((path, at) => (
        <path
          key={at}
          d={path}
          fill="none"
          stroke="var(--primary)"
          strokeWidth="0.6"
          opacity="0.28"
        />
      ))}
    </svg>
  );
}
