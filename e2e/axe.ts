import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export type AxeRules = 'all' | string[];

/**
 * Gives what axe finds on a page, as one line a fault. No page has frames, which is what the mode that is
 * called legacy cannot look into; without a second tab to gather its findings it takes half the time.
 */
export async function faultsOf(page: Page, rules: AxeRules = 'all'): Promise<string[]> {
  expect(page.frames(), page.url()).toHaveLength(1);
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const chosen =
    rules === 'all'
      ? axe.withTags(tags).options({
          rules: { 'target-size': { enabled: true } },
          resultTypes: ['violations'],
        })
      : axe.options({ runOnly: rules, resultTypes: ['violations'] });
  const { violations } = await chosen.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

/** Returns by how many pixels a page is wider than its window: no page may scroll sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
