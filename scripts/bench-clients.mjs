/**
 * `npm run bench:clients -- http://localhost:3000`: four generators make a client of a running portal's document; this compiles
 * each as strictly as TypeScript can, and calls the portal with it. Prints one line each; exits with 1 if one fails. It installs
 * the generators in a temporary folder, so it needs the package registry and is not part of `npm test`.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { clients } from './lib/clients.mjs';
import { tool } from './lib/children.mjs';
import { cleanEnvironment } from './lib/install.mjs';
import { runCommand, say, Stop } from './lib/project.mjs';

const run = promisify(execFile);
/** The version that the generators work with; the project's own is too new for some of them. */
const typescript = 'typescript@5.9.3';

const compilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  types: ['node'],
};

async function load(portal) {
  const response = await fetch(new URL('/api/v1/openapi.json?lang=en', portal));
  if (!response.ok) throw new Stop(`${portal} answers ${response.status} for its document.`);
  const document = await response.json();
  const assess = document.paths['/api/v1/programmes/{slug}/assess'].post;
  const [slug] = assess.parameters.find(({ name }) => name === 'slug').schema.examples;
  return { document, slug, facts: assess.requestBody.content['application/json'].example };
}

/** Runs a program of a package to its end; where it fails, the error holds what it printed. */
async function step(what, command, args, options) {
  try {
    return (await run(command, args, { maxBuffer: 50_000_000, ...options })).stdout;
  } catch (error) {
    const output = `${error.stdout ?? ''}${error.stderr ?? ''}`.trim() || String(error);
    throw new Stop(`${what}: ${output.split('\n').slice(0, 5).join('\n    ')}`);
  }
}

/** Returns Node's arguments that run a package's program, without a shell or npx. */
function programOf(folder, name) {
  const place = join(folder, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'));
  return join(
    place,
    typeof bin === 'string' ? bin : (bin[name.split('/').at(-1)] ?? Object.values(bin)[0]),
  );
}

async function tryClient(client, folder, { portal, slug, facts }) {
  const env = cleanEnvironment();
  const options = { cwd: folder, env };
  const write = (name, text) => writeFileSync(join(folder, name), text);
  write('package.json', JSON.stringify({ private: true, type: 'module' }));
  write(
    'tsconfig.json',
    JSON.stringify({
      compilerOptions: { ...compilerOptions, ...client.compilerOptions },
      include: ['program.ts', 'made'],
    }),
  );
  write('program.ts', client.program);
  for (const [name, text] of Object.entries(client.files ?? {})) write(name, text);
  const packages = [...client.packages, typescript, '@types/node@20.19.43'];
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await step(
    'not installed',
    npm,
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...packages],
    options,
  );
  await step(
    'not generated',
    process.execPath,
    [programOf(folder, client.generator), ...client.args],
    options,
  );
  await step(
    'does not compile',
    process.execPath,
    [join(folder, 'node_modules/typescript/bin/tsc'), '-p', '.'],
    options,
  );
  const printed = await step('does not run', process.execPath, [tool('tsx'), 'program.ts'], {
    cwd: folder,
    env: { ...env, PORTAL: portal, SLUG: slug, FACTS: JSON.stringify(facts) },
  });
  const { listed, read, amount, missing } = JSON.parse(printed);
  if (!(listed > 0) || read !== slug || !/^\d+\.\d{2}$/.test(amount) || !(missing?.length > 0)) {
    throw new Stop(`reads something else than the portal said: ${printed}`);
  }
  return `compiles; lists ${listed}, reads ${read}, works out ${amount}, is told of ${missing.length} missing facts`;
}

await runCommand(async () => {
  const portal = process.argv[2] ?? process.env.AUTH_URL ?? 'http://localhost:3000';
  const { document, slug, facts } = await load(portal);
  const folder = mkdtempSync(join(tmpdir(), 'suanquan-clients-'));
  const place = join(folder, 'openapi.json');
  writeFileSync(place, JSON.stringify(document));
  let failed = 0;
  try {
    for (const [at, client] of clients(place, portal).entries()) {
      const own = join(folder, String(at));
      mkdirSync(own);
      try {
        say(`${client.name}: ${await tryClient(client, own, { portal, slug, facts })}`);
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        failed += 1;
        say(`${client.name}: FAILED, ${error.message}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  if (failed > 0) throw new Stop(`${failed} of the generated clients failed.`);
});
