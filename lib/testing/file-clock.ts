import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Returns the time of this machine's file system, in milliseconds. It is not the time of this process where the process runs on
 * another date, as in `npm run test:dates`.
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
