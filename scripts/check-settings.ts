import { readEnv } from '@/server/env';

/** Prints in one line which setting is wrong, before anything starts with it. */
try {
  readEnv(process.env);
} catch (error) {
  process.stderr.write(`\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
