import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Returns what time it is for the files of this machine, in milliseconds. It is not the time of this process where that was given
 * another one, as in `npm run test:dates`.
 */
export async function fileClock(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'suanquan-clock-'));
  try {
    const path = join(folder, 'now');
    await writeFile(path, '');
    return (await stat(path)).mtimeMs;
  } finally {
    await rm(folder, { recursive: true });
  }
}
