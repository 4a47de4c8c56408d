import { expect, test } from 'vitest';
import { hangzhouCompute2024 } from '@/demo/programmes/hangzhou-compute-2024';
import { qingyang2024 } from '@/demo/programmes/qingyang-2024';
import { raisableCap } from './raisable';

test('only a cap that the rules let a decision raise can be raised, the least of several first', () => {
  expect(raisableCap(qingyang2024.rules)).toBeUndefined();
  expect(raisableCap(hangzhouCompute2024.rules)).toBe(800_000_000n);
  const cap = { clause: '9', per: 'year', raisedByDecision: true } as const;
  const caps = [
    { ...cap, yuan: '300' },
    { ...cap, yuan: '200' },
    { ...cap, yuan: '100', raisedByDecision: false },
  ];
  expect(raisableCap({ caps })).toBe(20_000n);
  const unitPrice = { clause: '5', yuan: '5.50' };
  expect(raisableCap({ caps, unit: 'cardHour', unitPrice })).toBe(110_000n);
});
