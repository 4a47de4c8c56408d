/** Part of `npm run bench`: the speed of the calculation by itself, on one core. */
import { shippedProgrammes } from '@/demo/programmes/all';
import { assess } from '@/features/rules/domain/assess';
import { neededFactNames } from '@/features/rules/domain/needed-facts';
import { compare, type Candidate } from '@/features/programmes/compare/domain/compare';
import { situate } from '@/features/rules/domain/profile';
import { ruleFen } from '@/features/rules/domain/sheet';

const milliseconds = 2000;
const on = '2026-11-24';
const poolFen = ruleFen('100000000');

/** Returns calls a second, after half a second of warming up. */
function rate(once: () => void): number {
  const run = (forMs: number) => {
    const start = performance.now();
    let n = 0;
    for (; performance.now() - start < forMs; n += 1) once();
    return n / ((performance.now() - start) / 1000);
  };
  run(milliseconds / 4);
  return run(milliseconds);
}

/** Counts a programme's facts, rates, caps, requirements and sub-pools, as the size of its rules. */
const weight = ({ rules }: Candidate) =>
  neededFactNames(rules).length +
  rules.rates.length +
  (rules.caps?.length ?? 0) +
  (rules.requirements?.length ?? 0) +
  (rules.pool.subPools?.length ?? 0);

const programmes: Candidate[] = shippedProgrammes.map(({ slug, rules }) => ({
  slug,
  rules,
  poolFen,
}));
const [hardest] = [...programmes].sort((a, b) => weight(b) - weight(a));
if (!hardest) throw new Error('No programme is shipped.');
const profile = { on, contractFen: ruleFen('1000000') };
const inForce = { ...profile, on: hardest.rules.source.effectiveFrom };
const { facts } = situate(hardest.rules, inForce, poolFen);
const small = { on, contractFen: ruleFen('5000') };

const rows = [
  [`assess, ${hardest.slug}`, rate(() => assess(hardest.rules, facts))],
  [`ranked comparison, ${programmes.length} programmes`, rate(() => compare(programmes, profile))],
  ['the same where every threshold is missed', rate(() => compare(programmes, small))],
] as const;
const cells = rows.map(
  ([name, each]) =>
    `| ${name} | ${Math.round(each).toLocaleString('en')} | ${(1000 / each).toFixed(3)} ms |`,
);
console.log(
  `\n| Calculation, one core | a second | each |\n| --- | ---: | ---: |\n${cells.join('\n')}`,
);
