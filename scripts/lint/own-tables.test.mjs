import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { owners, seams, sqlName } from './own-tables.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = `${root}db/schema/`;
const declared = readdirSync(folder).flatMap((file) =>
  [
    ...readFileSync(folder + file, 'utf8').matchAll(
      /^export const (\w+) = (pgTable|ledgerSchema\.table)\(\s*'(\w+)'/gm,
    ),
  ].map(([, name, maker, sql]) => [name, maker === 'pgTable' ? sql : `ledger.${sql}`]),
);

describe('the owners of tables', () => {
  it('own every table of the schema exactly once, and nothing else', () => {
    const owned = Object.values(owners).flat();
    expect(owned.toSorted()).toEqual(declared.map(([name]) => name).toSorted());
  });

  it.each(declared)('maps %s to its name in the database', (name, sql) => {
    expect(sqlName(name)).toBe(sql);
  });

  it.each(Object.keys(owners))('are capabilities: %s', (owner) => {
    expect(existsSync(`${root}${owner === 'server' ? '' : 'features/'}${owner}`)).toBe(true);
  });

  it('have few exceptions, each with a reason', () => {
    for (const [file, why] of Object.entries(seams)) {
      expect(existsSync(root + file), file).toBe(true);
      expect(why.length, file).toBeGreaterThan(20);
    }
  });
});
