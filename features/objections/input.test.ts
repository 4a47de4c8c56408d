import { expect, it } from 'vitest';
import { objectionInput, resolveObjectionInput } from './input';

it('requires the award where none was chosen', () => {
  const objection = {
    itemId: '',
    objectorName: 'Zhang San',
    objectorContact: 'zhang@example.cn',
    grounds: 'The applicant and the vendor have the same owner.',
  };
  expect(objectionInput.safeParse(objection).error?.issues).toMatchObject([
    { code: 'custom', path: ['itemId'], message: 'award_missing' },
  ]);
});

it('resolves nothing without the declaration', () => {
  const typed = { objectionId: '01a20aa3-c48b-7a55-8060-1ef0fc113aa4', resolution: 'Unfounded.' };
  expect(resolveObjectionInput.safeParse(typed).error?.issues).toMatchObject([
    { code: 'custom', path: ['noConflict'], message: 'must_accept' },
  ]);
  expect(resolveObjectionInput.safeParse({ ...typed, noConflict: 'yes' }).success).toBe(true);
});
