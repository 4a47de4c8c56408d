import { expect, it } from 'vitest';
import { publishNoticeInput } from './input';

it('requires a case where none was ticked', () => {
  const programmeId = '01a20aa3-c48b-7a55-8060-1ef0fc113aa4';
  expect(publishNoticeInput.safeParse({ programmeId }).error?.issues).toMatchObject([
    { code: 'custom', path: ['applicationIds'], message: 'nothing_chosen' },
  ]);
});
