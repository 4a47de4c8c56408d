import type { Page } from '@playwright/test';
import { accounts } from '@/db/testing/accounts';
import type { Role } from '@/lib/roles';
import { fill, qingyangIds } from './addresses';
import { overflow } from './axe';
import { expect, signIn, test } from './fixtures';

/** A sample of all pages: lists, guides, forms, cards, tables and charts for every kind of user. */
const routes: readonly (readonly [Role | undefined, readonly string[]])[] = [
  [
    undefined,
    [
      '/',
      '/programmes',
      '/programmes/[slug]',
      '/compare?contractAmount=1200000',
      '/vendors',
      '/awards',
      '/sign-in',
      '/verify/[code]',
      '/developers',
    ],
  ],
  ['owner', ['/startup', '/startup/vouchers', '/startup/vouchers/[id]', '/startup/organisation']],
  ['reviewer', ['/city', '/city/cases', '/city/cases/[id]']],
  ['finance', ['/city/budget', '/city/issues', '/city/redemptions/[id]', '/city/ledger']],
  ['vendor_operator', ['/vendor', '/vendor/redemptions/[id]']],
];

/**
 * Returns every text of the page that is cut off, and every seal and code that is not fully within its card. Texts for screen
 * readers alone are left out, and so are elements that scroll.
 */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const inside = (inner: DOMRect, outer: DOMRect) =>
      inner.left >= outer.left - 1 &&
      inner.right <= outer.right + 1 &&
      inner.top >= outer.top - 1 &&
      inner.bottom <= outer.bottom + 1;
    const cut = (element: Element | null, box: DOMRect): boolean => {
      for (let at = element; at && at !== document.body; at = at.parentElement) {
        const { overflowX, overflowY, clipPath } = getComputedStyle(at);
        const outer = at.getBoundingClientRect();
        if (clipPath !== 'none' || outer.width <= 1) return false;
        if (/auto|scroll/.test(overflowX + overflowY)) return false;
        if (overflowX !== 'visible' && !inside(box, outer)) return true;
      }
      return false;
    };
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (!node.textContent?.trim() || node.parentElement?.closest('select, script, svg')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
      if (boxes.some((box) => cut(node.parentElement, box))) found.push(node.textContent.trim());
    }
    for (const picture of document.querySelectorAll(
      '.voucher svg[role=img], .voucher svg.relative',
    )) {
      const card = picture.closest('.voucher');
      if (card && !inside(picture.getBoundingClientRect(), card.getBoundingClientRect())) {
        found.push(picture.getAttribute('aria-label') ?? 'seal');
      }
    }
    return found;
  });

async function visitAll(page: Page, prepare: () => Promise<void>) {
  const ids = await qingyangIds();
  for (const [role, paths] of routes) {
    if (role) {
      await page.context().clearCookies({ name: 'suanquan-session' });
      await signIn(page, accounts[role]);
    }
    for (const route of paths) {
      await page.goto(fill(route, ids));
      await prepare();
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      expect.soft(await cutOff(page), route).toEqual([]);
      expect.soft(await overflow(page), `${route} sideways`).toBeLessThanOrEqual(0);
    }
  }
}

test.describe('in large text on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('nothing is cut off', async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'text', value: 'large', url: baseURL ?? '' }]);
    await visitAll(page, () => expect(page.locator('html')).toHaveAttribute('data-text', 'large'));
  });

  test('the menus open within the window', async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'text', value: 'large', url: baseURL ?? '' }]);
    await signIn(page, accounts.reviewer);
    for (const summary of await page.locator('header summary, aside summary').all()) {
      if (!(await summary.isVisible())) continue;
      await summary.click();
      const panel = await summary.locator('xpath=following-sibling::div').boundingBox();
      expect(panel?.x).toBeGreaterThanOrEqual(0);
      expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(390);
      await page.keyboard.press('Escape');
    }
  });

  test('the number of notifications covers nothing beside it', async ({ page }) => {
    await signIn(page, accounts.owner);
    const bell = page.locator('header a[href$="/notifications"]');
    const badge = await bell.locator('span').boundingBox();
    const frame = await bell.boundingBox();
    expect(badge && frame && badge.x + badge.width <= frame.x + frame.width).toBe(true);
  });
});

for (const width of [1280, 640]) {
  test.describe(`in text of twice the size at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('nothing is cut off', async ({ page }) => {
      await visitAll(page, () =>
        page.evaluate(() => {
          document.documentElement.style.fontSize = '200%';
        }),
      );
    });
  });
}

test.describe('while Inter is on its way', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('nothing moves when it arrives', async ({ page }) => {
    let fonts = 0;
    await page.route(/inter.*\.woff2/, async (route) => {
      fonts += 1;
      await new Promise((done) => setTimeout(done, 1500));
      await route.continue();
    });
    await page.addInitScript(() => {
      let total = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
          total += entry.value;
          document.documentElement.dataset.shift = String(total);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const shiftOn = async (path: string) => {
      const before = fonts;
      await page.goto(path);
      await expect.poll(() => fonts).toBeGreaterThan(before);
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      await page.waitForTimeout(500);
      const shift = await page.evaluate(() => document.documentElement.dataset.shift);
      return Number(shift ?? 0);
    };
    for (const path of ['/', '/compare', '/sign-in', '/en', '/en/sign-in']) {
      expect.soft(await shiftOn(path), path).toBeLessThanOrEqual(0.05);
    }
    await signIn(page, accounts.vendor_operator);
    for (const path of ['/vendor', '/en/vendor']) {
      expect.soft(await shiftOn(path), path).toBeLessThanOrEqual(0.05);
    }
  });
});
