import { describe, expect, it } from 'vitest';
import { pages } from '@/e2e/access-table';
import { locales } from '@/lib/locale';
import { may } from '@/lib/permissions';
import { roles } from '@/lib/roles';
import { routesOf } from '@/lib/testing/routes';
import { navigationFor } from './navigation';
import { currentEntry, inGroups } from './navigation-items';

const homes = ['/city', '/startup', '/vendor', '/platform'];
const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const example = (address: string) => address.replace(/\[\w+\]/g, id);

/** Lists every page of an area for work, with the roles that may open it there. */
const cases = routesOf('page.tsx').flatMap(({ address }) =>
  homes
    .filter((home) => address === home || address.startsWith(`${home}/`))
    .flatMap((home) =>
      roles
        .filter((role) => {
          const permission = pages[address];
          const own = navigationFor('en', role).work.some(({ path }) => path === home);
          return own && permission !== undefined && may(permission, role);
        })
        .map((role) => ({ address, home, role })),
    ),
);

describe('the entry that a page belongs to', () => {
  it('is marked on every page for work, and is the overview on the first page alone', () => {
    expect(new Set(cases.map(({ address }) => address)).size).toBeGreaterThan(50);
    for (const { address, home, role } of cases) {
      const { work } = navigationFor('en', role);
      const entry = currentEntry(work, example(address));
      const where = `${role} at ${address}`;
      expect(entry, where).toBeDefined();
      const declared = work.find(({ path }) => path === home)?.also ?? [];
      if (address === home || declared.some((start) => address.startsWith(start))) {
        expect(entry, where).toBe(home);
      } else {
        expect(entry, where).not.toBe(home);
      }
    }
  });

  it('is the one whose address is longest, whole parts compared', () => {
    const items = ['/city', '/city/cases', '/city/case'].map((path) => ({ path, label: path }));
    expect(currentEntry(items, '/city/cases/7')).toBe('/city/cases');
    expect(currentEntry(items, '/city/casesheet')).toBe('/city');
    expect(currentEntry(items, '/compare')).toBeUndefined();
  });

  it('of a start-up’s claim or redemption is its vouchers', () => {
    const { work } = navigationFor('zh-CN', 'owner');
    for (const part of ['claims', 'redemptions', 'vouchers']) {
      expect(currentEntry(work, `/startup/${part}/${id}`)).toBe('/startup/vouchers');
    }
  });
});

it('a role with many entries finds them in few groups, each of which stands in one place', () => {
  for (const locale of locales) {
    for (const role of roles) {
      const { work } = navigationFor(locale, role);
      const groups = inGroups(work).flatMap(({ group }) => group ?? []);
      expect(new Set(groups).size, role).toBe(groups.length);
      expect(groups.length, role).toBeLessThanOrEqual(5);
      if (work.length <= 8) expect(groups, role).toEqual([]);
      else
        expect(
          inGroups(work).every(({ items }) => items.length <= 7),
          role,
        ).toBe(true);
    }
  }
});
