import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, lookUp, test } from './fixtures';

/** What the result says: every programme with its amount or its reasons, in order. */
const told = (page: Page) => page.locator('main section li h3').allTextContents();

const published = async () => {
  const [row] = await lookUp(`select count(*)::int as n from programmes where state = 'published'`);
  return Number(row?.n);
};

for (const [prefix, words] of [
  [
    '',
    {
      submit: '比较',
      change: '修改回答',
      help: '若合同金额达到 ¥500,000.00，可得 ¥250,000.00。',
      signed: '2026-06-30',
      check: /逐题核对.*庆阳市算力券（2024）/,
    },
  ],
  [
    '/en',
    {
      submit: 'Compare',
      change: 'Change my answers',
      help: 'If the contract is worth ¥500,000.00, you would get ¥250,000.00.',
      signed: '30 Jun 2026',
      check: /Check it in full.*Qingyang computing voucher/,
    },
  ],
] as const) {
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`compare${prefix}${javaScriptEnabled ? '' : ' without JavaScript'}`, () => {
      test.use({ javaScriptEnabled });

      test('one profile shows what every programme gives, and its address shows the same', async ({
        page,
        browser,
      }) => {
        await page.goto(`${prefix}/compare`);
        await page.locator('#f-contractFen').fill('200,000');
        await page.locator('#f-applicantType').selectOption('enterprise');
        await page.locator('#f-region').selectOption('4403');
        await page.locator('main button[type=submit]').click();
        await expect(page).toHaveURL(
          /compare\?contractFen=200(,|%2C)000&applicantType=enterprise&region=4403$/,
        );
        await expect(page.locator('main')).toContainText(words.help);

        const context = await browser.newContext({ javaScriptEnabled });
        const elsewhere = await context.newPage();
        // Another test may publish a programme in between; then all three are looked at again.
        await expect(async () => {
          await page.reload();
          const all = await told(page);
          await elsewhere.goto(page.url());
          expect(await told(elsewhere)).toEqual(all);
          expect(all).toHaveLength(await published());
          expect(new Set(all).size).toBe(all.length);
        }).toPass({ timeout: 300_000 });
        await context.close();
      });

      test('what is wrong is told at the field, and nothing typed is lost', async ({ page }) => {
        await page.goto(`${prefix}/compare?contractFen=1e9&region=3301&signedOn=2026-06-30`);
        await expect(page.locator('main').getByRole('alert')).toBeVisible();
        await expect(page.locator('#f-contractFen')).toHaveValue('1e9');
        await expect(page.locator('#f-region')).toHaveValue('3301');
        await expect(page.locator('#f-signedOn')).toHaveValue('2026-06-30');
        await page.locator('#f-contractFen').fill('1000000');
        await page.locator('main button[type=submit]').click();
        await expect(page.locator('main aside')).toContainText(words.signed);
        await page.getByRole('link', { name: words.change }).first().click();
        await expect(page.locator('#f-contractFen')).toHaveValue('1000000');
        await expect(page.locator('#f-region')).toHaveValue('3301');
      });

      test('the answers go along to the check of one programme', async ({ page }) => {
        await page.goto(`${prefix}/compare?contractFen=1000000&applicantType=university`);
        await page.getByRole('link', { name: words.check }).click();
        await expect(page).toHaveURL(/qingyang-compute-2024\/check\?.*contractFen=1000000/);
        await expect(page).toHaveURL(/applicantType=university/);
      });
    });
  }
}

test('the result keeps WCAG 2.2 AA and fits the narrowest phone', async ({ page }) => {
  for (const prefix of ['', '/en']) {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${prefix}/compare?contractFen=200000&region=4403`);
    // As tall as the page, so that the bar at the foot of the window covers nothing of it.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: 360, height: height + 100 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBeLessThanOrEqual(0);
  }
});
