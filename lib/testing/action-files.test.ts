import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { actionFiles } from './action-files';

const folder = mkdtempSync(join(tmpdir(), 'suanquan-actions-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('finds actions in rooms within rooms, under any name, and in the middle of a file', () => {
  const files = {
    'vouchers/actions.ts': "'use server';\n",
    'programmes/editor/actions.ts': "'use server';\n",
    'programmes/editor/ui/save.tsx': "export const save = async () => {\n  'use server';\n};\n",
    'programmes/editor/other-name.ts': '// Kept short.\n"use server"\n',
    'programmes/queries.ts': 'export const note = `use server`;\n',
    'programmes/actions.test.ts': "'use server';\n",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  expect(actionFiles(folder)).toEqual([
    'programmes/editor/actions.ts',
    'programmes/editor/other-name.ts',
    'programmes/editor/ui/save.tsx',
    'vouchers/actions.ts',
  ]);
});
