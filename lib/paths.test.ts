import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { paths } from './paths';
import { routesOf } from './testing/routes';

type Named = { readonly pattern: string };
type Table = { readonly [name: string]: Named | Table };

const isPath = (entry: Named | Table): entry is Named => typeof entry === 'function';

const patternsIn = (table: Table): string[] =>
  Object.values(table).flatMap((entry) => (isPath(entry) ? [entry.pattern] : patternsIn(entry)));

const addressesOf = (name: 'page.tsx' | 'route.ts') => routesOf(name).map(({ address }) => address);

it('names every page that there is, and no other', () => {
  const { api: _, ...pages } = paths;
  const there = addressesOf('page.tsx').filter((path) => path !== '/[...rest]');
  expect(patternsIn(pages).sort()).toEqual(there.sort());
});

it('begins with nothing that lint would not know as an address', () => {
  const rule = /const addresses =([^;]+);/.exec(readFileSync('eslint.config.mjs', 'utf8'))?.[1];
  const known = new Set(rule?.match(/[a-z-]+/g));
  const { api: _, ...pages } = paths;
  const first = patternsIn(pages).map((pattern) => pattern.split('/')[1] ?? '');
  expect(first.filter((part) => part !== '' && !known.has(part))).toEqual([]);
});

it('names only handlers that there are', () => {
  const there = addressesOf('route.ts');
  for (const pattern of patternsIn(paths.api)) expect(there).toContain(pattern);
});

it('fills in names in their order, and puts what is asked behind', () => {
  expect(paths.home()).toBe('/');
  expect(paths.city.cases()).toBe('/city/cases');
  expect(paths.city.awardRow('a', 'b')).toBe('/city/awards/a/rows/b');
  expect(paths.city.cases({ stage: 'submitted', turn: 'mine' })).toBe(
    '/city/cases?stage=submitted&turn=mine',
  );
  expect(paths.signIn({ next: '/city?x=1' })).toBe('/sign-in?next=%2Fcity%3Fx%3D1');
});

it('is loaded whole by no script of the browser', () => {
  const scripts = ['app', 'components', 'features'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .filter((source) => /^'use client';/.test(source)),
  );
  expect(scripts.length).toBeGreaterThan(20);
  expect(scripts.filter((source) => source.includes("from '@/lib/paths'"))).toEqual([]);
});

it('leaves out what is not asked', () => {
  expect(paths.signIn({ next: undefined })).toBe('/sign-in');
});

it('keeps what is typed from changing the address', () => {
  expect(paths.verified('a/b?c')).toBe('/verify/a%2Fb%3Fc');
});
