import { describe, expect, it } from 'vitest';
import type { FormState } from '@/lib/form-state';
import { noteSent, readSaveAnswer } from './save-answer';

const refused = (more: object): FormState => ({
  status: 'refused',
  message: 'no',
  errors: {},
  values: {},
  ...more,
});
const basis = { revision: '1', base: '{"name":"","fen":"1.00"}' };
const read = (answer: FormState, sent = {}) => readSaveAnswer(answer, { sent, basis });
const conflicts = [
  { name: 'name', standing: 'theirs' },
  { name: 'fen', standing: '2.00' },
];
const refusal = refused({
  values: { conflicts: JSON.stringify(conflicts), revision: '5', base: '{}' },
});

describe('the answer to a save', () => {
  it.each<[FormState, object]>([
    [
      { status: 'done', data: { revision: '2' } },
      { kind: 'saved', data: { revision: '2' } },
    ],
    [{ status: 'done' }, { kind: 'saved', data: {} }],
    [{ status: 'idle' }, { kind: 'nothing' }],
    [refused({}), { kind: 'refused', text: 'no' }],
    [refused({ status: 'invalid', message: undefined }), { kind: 'refused', text: '' }],
    [refused({ values: { conflicts: 'damaged' } }), { kind: 'refused', text: 'no' }],
    [refused({ signIn: '/in' }), { kind: 'signedOut', text: 'no', signIn: '/in' }],
    [refusal, { kind: 'conflict', text: 'no', conflicts, fresh: { revision: '5', base: '{}' } }],
  ])('%o', (answer, expected) => {
    expect(read(answer)).toEqual(expected);
  });

  it('is no conflict if this form sent the present answer: the next save is based on it', () => {
    const base = JSON.stringify({ name: 'theirs', fen: '1.00' });
    expect(read(refusal, { name: ['first', 'theirs'] })).toEqual({
      kind: 'ownConflict',
      basis: { revision: '1', base },
    });
  });
});

describe('what was sent', () => {
  it('is remembered if it differs from what the form showed, the last five values of a field', () => {
    const five = ['a', 'b', 'c', 'd', 'e'];
    expect(noteSent({ name: five }, { name: 'f', fen: '1.00', own: '' }, { fen: '1.00' })).toEqual({
      name: ['b', 'c', 'd', 'e', 'f'],
    });
  });

  it('is remembered once', () => {
    expect(noteSent({ name: ['a', 'b'] }, { name: 'a' }, {})).toEqual({ name: ['b', 'a'] });
  });
});
