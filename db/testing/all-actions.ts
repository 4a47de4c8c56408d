import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FormAction } from '@/lib/form-state';
import { actionFiles } from '@/lib/testing/action-files';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Loads every function of the features that a browser can call, however deep its file lies, so that a new one cannot be left out of the tests of authority.
 * @returns the functions by their names
 * @throws where two have one name
 */
export async function allActions(): Promise<Readonly<Record<string, FormAction>>> {
  const folder = join(root, 'features');
  const files = actionFiles(folder).map((file) => join(folder, file));
  const modules = await Promise.all(
    files.map((file) => import(/* @vite-ignore */ file) as Promise<Record<string, FormAction>>),
  );
  const all = modules.flatMap((loaded) => Object.entries(loaded));
  const names = all.map(([name]) => name);
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw new Error(`Two actions have one name: ${twice.join(', ')}`);
  return Object.fromEntries(all);
}
