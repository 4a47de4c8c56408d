import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists the files below a folder whose functions a browser can call, however deep they lie and whatever they are called: by what
 * makes them so, and not by their names, so that none escapes the checks of authority.
 * @returns paths below the folder, sorted
 */
export const actionFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .filter((path) => /^\s*['"]use server['"]/m.test(readFileSync(join(folder, path), 'utf8')))
    .sort();
