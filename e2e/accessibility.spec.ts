import type { Page } from '@playwright/test';
import { may, type Permission } from '@/lib/permissions';
import { roles, type Role } from '@/lib/roles';
import { pages } from './access-table';
import { accounts } from '@/db/testing/accounts';
import { absentInQingyang, fill, qingyangIds } from './addresses';
import { faultsOf, overflow, type AxeRules } from './axe';
import { expect, signIn, test } from './fixtures';

/** Rules that another language and another theme can break; the structure of the pages is the same. */
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
let known: Record<string, string> | undefined;

/** Returns the role that sees most of a page: the first that may open it. */
const readerOf = (permission: Permission): Role | undefined =>
  may(permission, undefined) ? undefined : roles.find((role) => may(permission, role));

// A failure names its page and its place; recording each page as well would take a fifth of the time.
test.use({ trace: 'off' });
// Each test signs in for itself, so the workers can share them and need half the time.
test.describe.configure({ mode: 'parallel' });

/**
 * Lists the Chinese texts that no element around them marks as Chinese: a screen reader would speak them as English, and a
 * browser would set them in the faces of another language. The contents of fields are the user's own, and a seal is a drawing.
 */
const unmarkedChinese = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement: around, data } = walker.currentNode as Text;
      if (!around || !/\p{Script=Han}/u.test(data)) continue;
      if (around.closest('script, style, noscript, template, textarea, [hidden]')) continue;
      if (!around.closest('[lang]')?.getAttribute('lang')?.startsWith('zh'))
        found.push(data.trim());
    }
    return found;
  });

async function visitAll(page: Page, reader: Role | undefined, prefix: string, rules: AxeRules) {
  known ??= await qingyangIds();
  for (const [route, permission] of Object.entries(pages)) {
    if (readerOf(permission) !== reader || absentInQingyang.has(route)) continue;
    const path = `${prefix}${fill(route, known)}`.replace(/(?<=.)\/$/, '');
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(path || '/');
    // A page that does not exist is drawn by its script after it has loaded, so this waits for it.
    await expect.soft(page.locator('h1'), path).toHaveCount(1);
    expect.soft(await faultsOf(page, rules), path).toEqual([]);
    if (prefix === '/en') expect.soft(await unmarkedChinese(page), `${path}: lang`).toEqual([]);
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
