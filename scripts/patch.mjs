/** Runs after every installation of packages, also after a plain `npm ci`: patches those that need it. */
import { applyPatches } from './lib/patches.mjs';
import { runCommand } from './lib/project.mjs';

await runCommand(() => Promise.resolve(applyPatches()));
