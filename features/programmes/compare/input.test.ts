import { describe, expect, test } from 'vitest';
import { readFilter } from '@/lib/input/filter';
import { compareFilter, filterAnswers, tidyQuery } from './input';
import { headlineText } from './text';
import type { Availability } from '../domain/availability';
import { comparedAnswers } from '@/features/programmes/check/profile-answers';

describe('the address of a comparison', () => {
  test.each([
    [{ contractAmount: '5', size: '', region: '', state: '' }, { contractAmount: '5' }],
    [
      { state: 'open', city: '', contractAmount: '5', mode: '' },
      { contractAmount: '5', state: 'open' },
    ],
    [{ contractAmount: '5', utm: 'x' }, { contractAmount: '5' }],
    [{ contractAmount: '5', city: 'qingyang' }, undefined],
    [{ contractAmount: '', size: '' }, undefined],
    [{ contractAmount: '5', change: 'yes' }, undefined],
  ])('%o is passed on as %o', (query, tidy) => {
    expect(tidyQuery(query)).toEqual(tidy);
  });

  test('keeps an invalid filter, so that the page can report it', () => {
    const query = { contractAmount: '5', city: 'nowhere', state: 'perhaps', mode: '' };
    expect(filterAnswers(query)).toEqual({ city: 'nowhere', state: 'perhaps' });
    expect(tidyQuery(query)).toEqual({ contractAmount: '5', city: 'nowhere', state: 'perhaps' });
    const search = readFilter(compareFilter, query, { known: { city: ['qingyang'] } });
    expect(search.fits).toBe(false);
    expect(search.faults).toEqual({ city: 'filter_unknown', state: 'filter_unknown' });
  });
});

test('a check passes on to the comparison the answers that both need, and never hours as yuan', () => {
  const typed = { contractAmount: '5', size: 'small', direction: 'key', vendorId: 'other' };
  expect(comparedAnswers({}, typed)).toEqual({ contractAmount: '5', size: 'small' });
  expect(comparedAnswers({ unit: 'cardHour' }, typed)).toEqual({ size: 'small' });
});

describe('the headline counts programmes by their availability', () => {
  const result = (...availability: Availability[]) => ({
    yes: availability.map((one) => ({ programme: { availability: one } })),
  });
  test.each([
    [result(), '暂无符合条件的政策', 'No programme fits at present'],
    [
      result('open', 'coming', 'open', 'automatic', 'closed'),
      '现在可申请 2 项政策，1 项将开放，1 项免申即享，1 项未开放',
      'You can apply to 2 programmes now, 1 opens later, 1 comes by itself, 1 is not open',
    ],
    [
      result('coming', 'coming'),
      '现在没有可申请的政策，2 项将开放',
      'Nothing to apply to now, 2 open later',
    ],
  ])('%o', (found, zh, en) => {
    expect(headlineText('zh-CN', found)).toBe(zh);
    expect(headlineText('en', found)).toBe(en);
  });
});
