import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { TestDatabase } from './database';

/** Fills a fresh database with the demonstration, by the same program as `npm start`. */
export async function seedDemonstration(_database: TestDatabase): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('tsx/package.json');
  const tsx = join(dirname(manifest), 'dist', 'cli.mjs');
  await promisify(execFile)(process.execPath, [tsx, '--conditions=react-server', 'demo/run.ts'], {
    env: process.env,
  });
}
