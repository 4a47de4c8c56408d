import type { Page } from '@playwright/test';
import { faultsOf, overflow } from './axe';
import { expect, lookUp, test } from './fixtures';

/** Returns the results: every programme with its amount or its reasons, in order. */
const readHeadings = (page: Page) => page.locator('main section li h3').allTextContents();

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
      title: /庆阳市算力券（2024）/,
      check: /逐题核对.*庆阳市算力券（2024）/,
      city: '庆阳市',
      narrow: '筛选',
      showAll: '显示全部',
    },
  ],
  [
    '/en',
    {
      submit: 'Compare',
      change: 'Change my answers',
      help: 'If the contract is worth ¥500,000.00, you would get ¥250,000.00.',
      signed: '30 Jun 2026',
      title: /Qingyang computing voucher/,
      check: /Check it in full.*Qingyang computing voucher/,
      city: 'Qingyang',
      narrow: 'Filter',
      showAll: 'Show all',
    },
  ],
] as const) {
  // Without a script the page is the same in both languages.
  for (const javaScriptEnabled of prefix ? [true] : [true, false]) {
    test.describe(`compare${prefix}${javaScriptEnabled ? '' : ' without JavaScript'}`, () => {
      test.use({ javaScriptEnabled });

      test('one profile shows what every programme gives, and its address shows the same', async ({
        page,
        browser,
      }) => {
        await page.goto(`${prefix}/compare`);
        await page.locator('#f-contractAmount').fill('200,000');
        await page.locator('#f-applicantType').selectOption('enterprise');
        await page.locator('#f-region').selectOption('4403');
        await page.locator('main button[type=submit]').click();
        await expect(page).toHaveURL(
          /compare\?contractAmount=200(,|%2C)000&applicantType=enterprise&region=4403$/,
        );
        await expect(page.locator('main')).toContainText(words.help);

        const context = await browser.newContext({ javaScriptEnabled });
        const elsewhere = await context.newPage();
        // Another test may publish a programme in between; then all three are read again.
        await expect(async () => {
          await page.reload();
          const all = await readHeadings(page);
          await elsewhere.goto(page.url());
          expect(await readHeadings(elsewhere)).toEqual(all);
          expect(all).toHaveLength(await published());
          expect(new Set(all).size).toBe(all.length);
        }).toPass({ timeout: 300_000 });
        await context.close();
      });

      test('faults are shown at the field, and nothing typed is lost', async ({ page }) => {
        await page.goto(`${prefix}/compare?contractAmount=1e9&region=3301&signedOn=2026-06-30`);
        await expect(page.locator('main').getByRole('alert')).toBeVisible();
        await expect(page.locator('#f-contractAmount')).toHaveValue('1e9');
        await expect(page.locator('#f-region')).toHaveValue('3301');
        await expect(page.locator('#f-signedOn')).toHaveValue('2026-06-30');
        await page.locator('#f-contractAmount').fill('1000000');
        await page.locator('main button[type=submit]').click();
        await expect(page.locator('main aside')).toContainText(words.signed);
        await page.getByRole('link', { name: words.change }).first().click();
        await expect(page.locator('#f-contractAmount')).toHaveValue('1000000');
        await expect(page.locator('#f-region')).toHaveValue('3301');
      });

      test('the answers go along to the check of one programme', async ({ page }) => {
        await page.goto(`${prefix}/compare?contractAmount=1000000&applicantType=university`);
        await page.locator('main li summary', { hasText: words.title }).click();
        await page.getByRole('link', { name: words.check }).click();
        await expect(page).toHaveURL(/qingyang-compute-2024\/check\?.*contractAmount=1000000/);
        await expect(page).toHaveURL(/applicantType=university/);
      });

      test('nothing goes along that nobody typed, and nobody applies to what comes by itself', async ({
        page,
      }) => {
        await page.goto(`${prefix}/compare?contractAmount=1200000`);
        const links = await page
          .locator('main li a')
          .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
        const queries = links.map((href) => new URL(href, 'http://portal').searchParams);
        expect(links.some((href) => href.includes('/applications/new?'))).toBe(true);
        for (const query of queries) {
          const { programme: _, ...carried } = Object.fromEntries(query);
          expect([{}, { contractAmount: '1200000' }]).toContainEqual(carried);
        }
        const automatic = await lookUp(`select p.slug from programmes p
          join programme_versions v on v.id = p.current_version_id
          where p.state = 'published' and v.rules ->> 'mode' = 'automatic'`);
        expect(automatic.length).toBeGreaterThan(0);
        for (const { slug } of automatic) {
          expect(links.filter((href) => href.includes(`programme=${String(slug)}`))).toEqual([]);
          await page.goto(`${prefix}/programmes/${String(slug)}`);
          await expect(page.locator('a[href*="/applications/new"]')).toHaveCount(0);
        }
      });

      test('the result is narrowed by the address, and the answers stay', async ({ page }) => {
        await page.goto(`${prefix}/compare?contractAmount=1200000`);
        await page.locator('#f-state').selectOption('open');
        await page.locator('#f-city').selectOption('qingyang');
        await page.getByRole('button', { name: words.narrow }).click();
        const rows = page.locator('main section li', { has: page.locator('h3') });
        await expect(rows.filter({ hasText: words.title })).toHaveCount(1);
        await expect(rows.filter({ hasNotText: words.city })).toHaveCount(0);
        expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
          contractAmount: '1200000',
          state: 'open',
          city: 'qingyang',
        });
        await page.getByRole('link', { name: words.showAll }).click();
        await expect(page).toHaveURL(/compare\?contractAmount=1200000$/);
        await page.goto(`${prefix}/compare?contractAmount=1200000&city=nowhere`);
        await expect(page.locator('main').getByRole('alert')).toBeVisible();
        await expect(page.locator('main section li')).toHaveCount(0);
      });
    });
  }
}

test('the result keeps WCAG 2.2 AA and fits the narrowest phone', async ({ page }) => {
  for (const prefix of ['', '/en']) {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${prefix}/compare?contractAmount=200000&region=4403`);
    await page.locator('main li details').evaluateAll((all) => {
      for (const one of all) one.setAttribute('open', '');
    });
    // The window is as tall as the page, so that the bar at its foot covers nothing.
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: 360, height: height + 100 });
    expect(await faultsOf(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
});
