import { describe, expect, it } from 'vitest';
import { tableFileErrors } from '@/features/tables/messages';
import { encodeText } from '@/features/tables/encode';
import { explainIssues } from '@/server/field-errors';
import { uploadAnswerInput } from './input';

const batchId = '01890000-0000-7000-8000-000000000000';
const parse = (bytes: Uint8Array<ArrayBuffer>) =>
  uploadAnswerInput.safeParseAsync({ batchId, file: new File([bytes], '回单.csv') });
const text = '编号,结果,原因\nJS-1,失败,户名不符\n';

describe('the file of a bank’s answer', () => {
  it.each(['gb18030', 'utf-8', 'utf-8-bom'] as const)('is read in %s', async (encoding) => {
    const parsed = await parse(encodeText(text, encoding));
    expect(parsed.data?.file.headers).toEqual(['编号', '结果', '原因']);
    expect(parsed.data?.file.pieces.flat()[0]?.cells).toEqual(['JS-1', '失败', '户名不符']);
  });

  it('in another encoding is refused with what to do', async () => {
    // A byte that begins no character of GB18030, in a text that is no UTF-8 either.
    const bytes = new Uint8Array([...encodeText(text, 'gb18030'), 0xff, 0x2c, 0x31, 0x2c, 0x31]);
    const parsed = await parse(bytes);
    expect(explainIssues(parsed.error?.issues ?? [], 'zh-CN', tableFileErrors).file).toContain(
      '既不是 UTF-8 也不是 GB18030',
    );
  });

  it('with more lines than any answer has is refused', async () => {
    const parsed = await parse(encodeText(text + 'a,b,c\n'.repeat(20_000), 'utf-8'));
    expect(explainIssues(parsed.error?.issues ?? [], 'en', tableFileErrors).file).toContain(
      '20000',
    );
  });
});
