/**
 * Writes docs/lifecycles.md from the definitions in features/<capability>/domain/lifecycle.ts. `npm
 * run docs` runs it; docs/lifecycles.test.ts fails while the file on disk differs.
 */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Lifecycle } from '../lib/lifecycle';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const document = join(root, 'docs', 'lifecycles.md');

export type Found = { source: string; definition: Lifecycle<string, string> };

const isLifecycle = (value: unknown): value is Lifecycle<string, string> =>
  typeof value === 'object' && value !== null && 'mermaid' in value && 'transitions' in value;

/** Finds every lifecycle that a feature exports, in the order of the folders. */
export async function findLifecycles(): Promise<Found[]> {
  const found: Found[] = [];
  for (const feature of readdirSync(join(root, 'features')).sort()) {
    const source = `features/${feature}/domain/lifecycle.ts`;
    if (!existsSync(join(root, source))) continue;
    const exported = (await import(pathToFileURL(join(root, source)).href)) as object;
    for (const definition of Object.values(exported).filter(isLifecycle)) {
      found.push({ source, definition });
    }
  }
  return found;
}

/** Returns the states that no transition leaves. */
export const finalStates = ({ states, transitions }: Lifecycle<string, string>): string[] =>
  states.filter((state) => !Object.values(transitions).some(({ from }) => from.includes(state)));

const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

/** Describes how a life ends; a thing that can always be reopened has no end. */
function endsOf(definition: Lifecycle<string, string>): string {
  const ends = finalStates(definition);
  return ends.length > 0 ? `ends as ${code(ends)}` : 'has no end that nothing can reopen';
}

function section({ source, definition }: Found): string {
  const { name, initial, transitions } = definition;
  const rows = Object.entries(transitions).map(
    ([transition, { from, to, by }]) =>
      `| \`${transition}\` | ${code(from)} | \`${to}\` | ${by.join(', ')} |`,
  );
  return [
    `## ${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    `Starts as \`${initial}\`, ${endsOf(definition)}. Declared in [${source}](../${source}).`,
    `\`\`\`mermaid\n${definition.mermaid()}\n\`\`\``,
    ['| transition | from | to | who |', '|---|---|---|---|', ...rows].join('\n'),
  ].join('\n\n');
}

/** Returns the whole document. */
export const describeLifecycles = (found: readonly Found[]): string =>
  `${[
    '# Lifecycles',
    'Written by `npm run docs` from the definitions in the code; a test fails while it is stale. The same\n' +
      'definitions give the types, the CHECK of each `state` column and the buttons on screen. `system` is the\n' +
      'portal itself when a time has come, `public` anybody at all.',
    ...found.map(section),
  ].join('\n\n')}\n`;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(document, describeLifecycles(await findLifecycles()));
}
