import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists the files below a folder whose functions a browser can call, at any depth and under any name. They are found by the
 * directive that makes their functions callable, so that no file escapes the checks of authority.
 * @returns paths below the folder, sorted
 */
export const actionFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .filter((path) => /^\s*['"]use server['"]/m.test(readFileSync(join(folder, path), 'utf8')))
    .sort();
