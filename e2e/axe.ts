import type { BrowserContext, Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from './fixtures';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const prepared = new WeakSet<BrowserContext>();

/** Stands in every page that `prepare` has been at. */
declare const axe: {
  run: (context: Document, options: RunOptions) => Promise<AxeResults>;
};

export type AxeRules = 'all' | string[];

/** Loads axe into a page and into whatever is opened after it: to send half a megabyte each time takes longer than to run it. */
async function prepare(page: Page): Promise<void> {
  if (prepared.has(page.context())) return;
  prepared.add(page.context());
  await page.context().addInitScript({ content: program });
  await page.evaluate(program);
}

/** Gives what axe finds on a page, as one line a fault. No page has frames, into which it would not look. */
export async function faultsOf(page: Page, rules: AxeRules = 'all'): Promise<string[]> {
  expect(page.frames(), page.url()).toHaveLength(1);
  await prepare(page);
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(rules === 'all'
      ? { runOnly: tags, rules: { 'target-size': { enabled: true } } }
      : { runOnly: rules }),
  };
  return page.evaluate(async (given) => {
    const { violations } = await axe.run(document, given);
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
    );
  }, options);
}

/** Returns by how many pixels a page is wider than its window: no page may scroll sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
