/**
 * `npm run torture`: what a bank would try. Many redeemers at once, acts sent five times, kills, cut connections, jumps of the
 * clock, and 10,000 random sequences against a model of the ledger, all on databases of its own. After each test the books must
 * agree with a journal that was kept outside of the database, `ledger.breaks` must be empty for every city, and
 * `npm run verify` must pass.
 */
import { randomInt } from 'node:crypto';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

// It has its own data folder, the drill's, because it kills and breaks things. It is set before the modules that read it.
process.env.SUANQUAN_DATA_DIR = join(process.env.SUANQUAN_DATA_DIR ?? '.data', 'drill');
const { checkNode, install } = await import('./lib/install.mjs');
const { runCommand, say, Stop } = await import('./lib/project.mjs');
const { plants } = await import('./drill/books.mjs');

const names = [
  'one voucher',
  'many vouchers',
  'replays',
  'cuts',
  'full disk',
  'clock',
  'kills',
  'model',
];
const help = `npm run torture -- [--seed N] [--short] [--only NAME,NAME]

  --seed N    repeats the random choices of another run (0 to 2147483647)
  --short     a part of it in about a minute, as npm test runs it
  --rounds N  how often each part of the portal is killed (50, or 1 with --short)
  --only      some of: ${names.join(', ')}
  --plant     falsifies the journal before it is compared, to see that this is found: ${Object.keys(plants).join(' or ')}

Exit code: 0 no fault, 1 at least one.`;

const options = {
  seed: { type: 'string' },
  short: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  only: { type: 'string' },
  plant: { type: 'string' },
  help: { type: 'boolean' },
};

/** Reads the arguments; rejects what cannot be meant. */
function readArguments() {
  let given;
  try {
    given = parseArgs({ options }).values;
  } catch (error) {
    throw new Stop(`${error.message} See npm run torture -- --help.`);
  }
  const seed = given.seed === undefined ? randomInt(2 ** 31) : Number(given.seed);
  if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 31) {
    throw new Stop('--seed must be a whole number from 0 to 2147483647.');
  }
  const rounds = Number(given.rounds ?? (given.short ? 1 : 50));
  if (!Number.isInteger(rounds) || rounds < 1) throw new Stop('--rounds must be a number from 1.');
  const only = given.only?.split(',');
  const unknown = only?.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Stop(`There is no "${unknown}". See npm run torture -- --help.`);
  if (given.plant !== undefined && !Object.hasOwn(plants, given.plant))
    throw new Stop(`There is no fault "${given.plant}". See npm run torture -- --help.`);
  return { ...given, seed, rounds, wants: (name) => !only || only.includes(name) };
}

/** Prints how a test went, in one line and one more for each fault. */
function printTest({ name, seconds, figures, faults }) {
  const told = Object.entries(figures)
    .map(([what, n]) => `${what} ${typeof n === 'number' ? Math.round(n * 10) / 10 : n}`)
    .join(', ');
  const verdict = faults.length === 0 ? 'no fault' : `${faults.length} FAULTS`;
  say(`  ${name.padEnd(14)} ${verdict.padEnd(10)} ${seconds.toFixed(1).padStart(7)} s  ${told}`);
  for (const fault of faults.slice(0, 20)) say(`    FAULT: ${fault}`);
}

async function run({ seed, short, rounds, wants, plant }) {
  const done = [];
  const tell = (test) => {
    done.push(test);
    printTest(test);
  };
  const timed = async (name, work) => {
    if (!wants(name)) return;
    const from = performance.now();
    const { figures, faults } = await work();
    tell({ name, seconds: (performance.now() - from) / 1000, figures, faults });
  };
  const { tortureActs } = await import('./torture/acts.mjs');
  const { drillKills } = await import('./drill/kills.mjs');
  const { tortureModel } = await import('./torture/model.mjs');
  await tortureActs({ seed, short, wants, plant, tell });
  await timed('kills', () => drillKills({ rounds, seed, plant }));
  // npm test runs 300 sequences among its database tests.
  if (!short) await timed('model', () => tortureModel({ seed, sequences: 10_000 }));
  if (done.length === 0) throw new Stop('Nothing was run: this form has no test of that name.');
  return done;
}

await runCommand(async () => {
  const given = readArguments();
  if (given.help) {
    say(help);
    return;
  }
  checkNode();
  await install();
  const [{ model } = {}] = cpus();
  say(
    `Torture, seed ${given.seed}${given.short ? ', short' : ''}, Node ${process.versions.node}, ${cpus().length} × ${model}`,
  );
  const done = await run(given);
  say(`\nSeed ${given.seed}:`);
  for (const test of done) printTest(test);
  const faults = done.reduce((sum, test) => sum + test.faults.length, 0);
  if (faults > 0) throw new Stop(`${faults} faults: repeat with --seed ${given.seed}.`);
  say('No fault.');
});
