import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Children } from './children.mjs';

let folder;
let children;
let said;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'suanquan-children-'));
  writeFileSync(join(folder, 'starts'), '');
  children = new Children();
  said = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += text;
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await children.stop();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Returns arguments that run a few lines of script, which first write that the script was started.
 */
const program = (lines) => [
  '-e',
  `require('node:fs').appendFileSync(${JSON.stringify(join(folder, 'starts'))}, 'x'); ${lines}`,
];
const starts = () => readFileSync(join(folder, 'starts'), 'utf8').length;

test('a program that ended is started again and told in a line; ended with all, it stays down', async () => {
  const once = `process.send('ready', () => process.exit(3));`;
  const giveUp = vi.fn();
  children.keep('helper', program(once), process.env, giveUp);
  await vi.waitUntil(() => starts() >= 2, { timeout: 30_000 });
  expect(said).toContain('The helper ended (exit code 3); it is started again in 1 s.');
  await children.stop();
  const after = starts();
  await new Promise((done) => setTimeout(done, 2_500));
  expect(starts()).toBe(after);
  expect(giveUp).not.toHaveBeenCalled();
});

test('a program that must start and does not is given up at once, with a sentence', async () => {
  const giveUp = vi.fn();
  children.keep('helper', program('process.exit(1)'), process.env, giveUp, { mustStart: true });
  await vi.waitUntil(() => giveUp.mock.calls.length > 0, { timeout: 30_000 });
  expect(giveUp.mock.calls).toEqual([
    ['The helper does not start (exit code 1): its messages above say why.'],
  ]);
  expect(starts()).toBe(1);
});

test('any other is given up after several starts in a row that were never ready', async () => {
  const giveUp = vi.fn();
  children.keep('helper', program('process.exit(1)'), process.env, giveUp, { attempts: 3 });
  await vi.waitUntil(() => giveUp.mock.calls.length > 0, { timeout: 30_000 });
  expect(giveUp.mock.calls[0][0]).toContain('exit code 1, 3 times in a row');
  expect(starts()).toBe(3);
});
