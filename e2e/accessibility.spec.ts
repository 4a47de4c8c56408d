import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { may, type Permission } from '@/lib/permissions';
import { roles, type Role } from '@/lib/roles';
import { pages } from './access-table';
import { accounts } from '@/db/testing/accounts';
import { fill, qingyangIds } from './addresses';
import { expect, signIn, test } from './fixtures';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What another language and another theme can break; the structure of the pages is the same. */
const languageAndTheme = [
  'color-contrast',
  'target-size',
  'link-in-text-block',
  'html-has-lang',
  'html-lang-valid',
  'valid-lang',
  'document-title',
  'label',
  'label-content-name-mismatch',
  'button-name',
  'link-name',
  'image-alt',
  'empty-heading',
  'landmark-unique',
  'scrollable-region-focusable',
];
type Rules = 'all' | string[];

let known: Record<string, string> | undefined;

/** The role that sees most of a page: the first that may open it. */
const readerOf = (permission: Permission): Role | undefined =>
  may(permission, undefined) ? undefined : roles.find((role) => may(permission, role));

// A fault tells its page and its place; recording each page besides would take a fifth of the time.
test.use({ trace: 'off' });
// Each test signs in for itself; shared between the workers they take half the time.
test.describe.configure({ mode: 'parallel' });

/**
 * What axe finds on a page, as one line a fault. No page has frames, which is what the mode that is
 * called legacy cannot look into; without a second tab to gather its findings it takes half the time.
 */
async function faultsOf(page: Page, rules: Rules): Promise<string[]> {
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

/** The page must not scroll sideways on the narrowest phone. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function visitAll(page: Page, reader: Role | undefined, prefix: string, rules: Rules) {
  known ??= await qingyangIds();
  for (const [route, permission] of Object.entries(pages)) {
    if (readerOf(permission) !== reader) continue;
    const path = `${prefix}${fill(route, known)}`.replace(/(?<=.)\/$/, '');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path || '/');
    expect.soft(await faultsOf(page, rules), path).toEqual([]);
    await expect.soft(page.locator('h1'), path).toHaveCount(1);
    await page.setViewportSize({ width: 360, height: 800 });
    expect.soft(await overflow(page), `${path} at 360 px`).toBeLessThanOrEqual(0);
  }
}

for (const [prefix, scheme, rules] of [
  ['', 'light', 'all'],
  ['/en', 'dark', languageAndTheme],
] as const) {
  test.describe(`${prefix || 'zh-CN'}, ${scheme}`, () => {
    test.use({ colorScheme: scheme });

    test('public pages keep WCAG 2.2 AA', async ({ page }) => {
      await visitAll(page, undefined, prefix, rules);
    });

    for (const [role, email] of Object.entries(accounts) as [Role, string][]) {
      if (!Object.values(pages).some((permission) => readerOf(permission) === role)) continue;
      test(`pages of the ${role} keep WCAG 2.2 AA`, async ({ page }) => {
        await signIn(page, email);
        await visitAll(page, role, prefix, rules);
      });
    }
  });
}
