import { expect, it } from 'vitest';
import { z } from 'zod';
import { choice, id, text } from '@/lib/input/fields';
import { explainIssues } from './field-errors';

const form = z.object({ vendor: id(), kind: choice(['training', 'inference']), name: text(5) });

it.each([
  [{ vendor: '', kind: '', name: '' }, ['请从选项中选择。', '请从选项中选择。', '请填写此项。']],
  [
    { vendor: 'x', kind: 'x', name: 'abcdef' },
    ['请从选项中选择。', '请从选项中选择。', '最多 5 个字符。'],
  ],
  [{}, ['请填写此项。', '请从选项中选择。', '请填写此项。']],
])('%j is reported in words that say what to do', (sent, [vendor, kind, name]) => {
  const { error } = form.safeParse(sent);
  expect(explainIssues(error?.issues ?? [], 'zh-CN')).toEqual({ vendor, kind, name });
});
