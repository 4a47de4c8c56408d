import { expect, test } from 'vitest';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { rulesSchema } from './schema';

test('invalid rules are rejected', () => {
  const { rules } = qingyang2024;
  const wrong: unknown[] = [
    { ...rules, capPerYear: { clause: '5', yuan: '-1' } },
    { ...rules, rates: [] },
    { ...rules, rates: [{ clause: '5', percent: '30%' }] },
    { ...rules, base: { clause: 'five', of: 'contract' } },
    { ...rules, unknown: true },
  ];
  for (const candidate of wrong) expect(rulesSchema.safeParse(candidate).success).toBe(false);
});
