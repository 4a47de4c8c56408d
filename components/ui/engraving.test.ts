import { describe, expect, it } from 'vitest';
import { engrave } from './engraving';

describe('the engraving of a programme', () => {
  it('is the same every time it is drawn', () => {
    expect(engrave('shenzhen-2026')).toEqual(engrave('shenzhen-2026'));
  });

  it('differs from that of another programme', () => {
    expect(engrave('shenzhen-2026')).not.toEqual(engrave('shenzhen-2027'));
  });

  it('holds finite numbers only, for any seed', () => {
    for (const seed of ['', '算力券', 'a'.repeat(500)]) {
      const { rosette, ribbon } = engrave(seed);
      for (const { path, copies, step } of [...rosette, ribbon]) {
        expect(path).toMatch(/^M(-?\d+(\.\d)? -?\d+(\.\d)?L?)+Z?$/);
        expect(copies).toBeGreaterThan(0);
        expect(Number.isFinite(step)).toBe(true);
      }
    }
  });
});
