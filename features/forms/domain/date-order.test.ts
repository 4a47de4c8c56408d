import { describe, expect, it } from 'vitest';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { faultsOfOrder, misordered } from './date-order';
import { incompleteSections, misorderedIn, readSection } from './validate';

const { form } = qingyang2024;
const contract = form.sections.find(({ fields }) => fields.some(({ name }) => name === 'endsOn'));
const days = (startsOn: string, endsOn: string) => ({ startsOn, endsOn });
const any = () => true;

describe('the days of a service', () => {
  it.each([
    ['one after the other', '2026-03-01', '2026-03-02'],
    ['one and the same', '2026-03-01', '2026-03-01'],
    ['half given', '2026-03-01', ''],
    ['half given, the other way', '', '2026-03-01'],
  ])('are in order: %s', (_case, from, to) => {
    expect(misordered(days(from, to), any)).toEqual({});
  });

  it('in the wrong order are a fault at the later day, which names the other', () => {
    expect(misordered(days('2026-03-02', '2026-03-01'), any)).toEqual({
      endsOn: { code: 'ends_before_start', values: { on: '2026-03-02' } },
    });
  });

  it('are a fault at the earlier day if only that may be changed, and no fault if neither may', () => {
    const wrong = days('2026-03-02', '2026-03-01');
    expect(misordered(wrong, (name) => name === 'startsOn')).toEqual({
      startsOn: { code: 'starts_after_end', values: { on: '2026-03-01' } },
    });
    expect(misordered(wrong, () => false)).toEqual({});
  });

  it('leave their section incomplete, and no other', () => {
    const missing = (endsOn: string) =>
      incompleteSections(form, days('2026-03-02', endsOn), new Set()).filter(({ missing: names }) =>
        names.includes('endsOn'),
      );
    expect(missing('2026-03-01').map(({ id }) => id)).toEqual([contract?.id]);
    expect(missing('2026-03-02')).toEqual([]);
  });

  it('are reported in their own section only, at a field that may be changed', () => {
    const wrong = days('2026-03-02', '2026-03-01');
    const open = new Set(['startsOn']);
    const faults = form.sections.map((section) => misorderedIn(form, section, wrong, open));
    expect(faults.filter((faults) => Object.keys(faults).length > 0)).toEqual([
      { startsOn: { code: 'starts_after_end', values: { on: '2026-03-01' } } },
    ]);
  });
});

describe('a period', () => {
  it('that ends before it begins has a fault at its end, which names its beginning', () => {
    const label = { 'zh-CN': '使用期', en: 'Used' };
    const field = { name: 'ownUsed', kind: 'period', label, required: true } as const;
    const typed = { ownUsed: JSON.stringify({ from: '2026/3/2', to: '2026-03-01' }) };
    const { faults } = readSection({ id: 'own-one', title: label, fields: [field] }, typed);
    const expected = { 'ownUsed.to': { code: 'period_reversed', values: { on: '2026-03-02' } } };
    expect(faults).toEqual(expected);
    expect(faultsOfOrder({ ...faults, other: { code: 'required', values: {} } })).toEqual(expected);
  });
});
