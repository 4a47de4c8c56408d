/** Runs after every installation of packages, a plain `npm ci` included: mends those that need it. */
import { applyPatches } from './lib/patches.mjs';
import { runCommand } from './lib/project.mjs';

await runCommand(() => Promise.resolve(applyPatches()));
