import type { BrowserContext, Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from './fixtures';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const prepared = new WeakSet<BrowserContext>();

/** Part of every page that `prepare` was called for. */
declare const axe: {
  run: (context: Document, options: RunOptions) => Promise<AxeResults>;
};

export type AxeRules = 'all' | string[];

/**
 * Loads axe into a page and into all pages opened after it, because sending half a megabyte each time takes longer than running
 * it.
 */
async function prepare(page: Page): Promise<void> {
  if (prepared.has(page.context())) return;
  prepared.add(page.context());
  await page.context().addInitScript({ content: program });
  await page.evaluate(program);
}

/** Returns axe's findings on a page, one line for each fault. No page has frames, which axe would skip. */
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
