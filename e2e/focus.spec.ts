import type { Page } from '@playwright/test';
import { expect, lookUp, signIn, test } from './fixtures';
import { press } from './steps';

const queue = '/city/cases?stage=all';
const heading = (page: Page) => page.locator('#main h1');

/** Finds a draft of the demonstration's start-up, which many tests may open. */
async function ownDraft(): Promise<string> {
  const [row] = await lookUp(`select a.id from applications a
    join memberships m on m.organisation_id = a.organisation_id join users u on u.id = m.user_id
    where u.email = 'owner@startup.demo' and a.state = 'draft' order by a.id limit 1`);
  return String(row?.id);
}
const count = (page: Page) => page.locator('[data-results]');

test('a page that is loaded has no focus yet, one that is come to has it on its heading', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.locator('body')).toBeFocused();
  const header = page.locator('header nav');
  await header.getByRole('link', { name: '公示' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/notices$/);
  await expect(heading(page)).toBeFocused();
  expect(await heading(page).evaluate((h1) => getComputedStyle(h1).outlineStyle)).toBe('none');
});

test('Enter on a row leads to the heading of the case, and Back to the row', async ({ page }) => {
  await signIn(page, 'reviewer@qingyang.demo');
  await page.goto(queue);
  const row = page.locator('tbody th a').nth(1);
  await row.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/city\/cases\/[0-9a-f-]{36}$/);
  await expect(heading(page)).toBeFocused();
  await page.goBack();
  await expect(row).toBeFocused();
});

test('what narrows, sorts or turns a list leads to its count', async ({ page }) => {
  await signIn(page, 'reviewer@qingyang.demo');
  await page.goto('/city/cases');
  await page.locator('#f-stage').selectOption('all');
  await page.getByRole('search').getByRole('button').focus();
  await page.keyboard.press('Enter');
  // The address holds only the filters that were chosen.
  await expect(page).toHaveURL(/\/city\/cases\?stage=all$/);
  await expect(count(page)).toBeFocused();

  await page.locator('thead a').first().focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/sort=/);
  await expect(count(page)).toBeFocused();

  const search = page.locator('#f-q');
  await search.fill('没有这样的企业');
  await search.press('Enter');
  await expect(page).toHaveURL(/q=/);
  await expect(count(page)).toBeFocused();

  // The field shows the filter of the list, also once the filter is removed.
  await count(page).getByRole('link').click();
  await expect(page).toHaveURL(/\/city\/cases$/);
  await expect(search).toHaveValue('');
  await expect(count(page)).toBeFocused();
});

test('a tab that was pressed keeps focus, and so does a field while the page is fetched anew', async ({
  page,
}) => {
  await signIn(page, 'reviewer@qingyang.demo');
  await page.goto('/city/cases');
  const view = page.locator('#main nav').first().getByRole('link').last();
  await view.focus();
  await page.keyboard.press('Enter');
  await expect(view).toHaveAttribute('aria-current', 'page');
  await expect(view).toBeFocused();

  const search = page.locator('#f-q');
  await search.fill('青');
  const fresh = page.waitForResponse((answer) => answer.url().includes('_rsc'));
  // Going to a place on the same page is a step in the history, after which the page is fetched again.
  await page.evaluate(() => {
    window.location.hash = 'nowhere';
  });
  await fresh;
  await expect(search).toBeFocused();
  await expect(search).toHaveValue('青');
});

test('a filter that does not fit has focus on what is wrong with it', async ({ page }) => {
  await page.goto('/programmes');
  const search = page.locator('#f-q');
  await search.fill('。。。');
  await search.press('Enter');
  const summary = page.locator('main [role=alert]');
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^错误：/);
  // The page that is fetched again has the same fault, which is not new.
  await search.focus();
  const fresh = page.waitForResponse((answer) => answer.url().includes('_rsc'));
  await page.evaluate(() => {
    window.location.hash = 'nowhere';
  });
  await fresh;
  await expect(summary).toBeVisible();
  await expect(search).toBeFocused();
});

test('what was done has focus on the page that it led to', async ({ page }) => {
  await signIn(page, 'owner@startup.demo');
  await page.goto(`/startup/applications/${await ownDraft()}/contact`);
  await expect(page.locator('body')).toBeFocused();
  await press(page, '保存并继续');
  await expect(page).toHaveURL(/\?done=saved/);
  await expect(page.locator('[data-flash]')).toBeFocused();
  // When the same page is loaded, it leaves focus alone.
  await page.reload();
  await expect(page.locator('[data-flash]')).toBeVisible();
  await expect(page.locator('body')).toBeFocused();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('empty filters leave the address, and an empty answer keeps its fault', async ({ page }) => {
    await page.goto('/vendors');
    await page.getByRole('search').getByRole('button').click();
    await expect(page).toHaveURL(/\/vendors$/);
    await page.goto('/en/programmes?q=&city=qingyang&state=');
    await expect(page).toHaveURL(/\/en\/programmes\?city=qingyang$/);
    await page.goto('/verify');
    await page.locator('main form button[type=submit]').click();
    await expect(page).toHaveURL(/\/verify\?code=$/);
    await expect(page.locator('main [role=alert]')).toBeVisible();
  });
});

/** Returns the elements that have focus and are under a bar, one line for each press of a key at which there is one. */
async function hiddenUnderBars(page: Page, presses: number, key = 'Tab'): Promise<string[]> {
  const hidden: string[] = [];
  for (let at = 0; at < presses; at += 1) {
    await page.keyboard.press(key);
    const found = await page.evaluate(() => {
      const active = document.activeElement;
      if (!active || active === document.body) return null;
      const box = active.getBoundingClientRect();
      // A table that is higher than the window is never fully in view.
      if (box.height > window.innerHeight / 2) return '';
      const under = [...document.querySelectorAll('[data-sticky]')].some((bar) => {
        const edge = bar.getBoundingClientRect();
        return !bar.contains(active) && box.bottom > edge.top + 1 && box.top < edge.bottom - 1;
      });
      return under ? `${active.tagName} ${active.textContent.trim().slice(0, 40)}` : '';
    });
    if (found === null) break;
    if (found) hidden.push(found);
  }
  return hidden;
}

const windows = [
  { width: 390, height: 844, text: 'normal' },
  { width: 390, height: 844, text: 'large' },
  // A window of 1280 × 1024 at 400 %.
  { width: 320, height: 256, text: 'normal' },
];

for (const { width, height, text } of windows) {
  test.describe(`at ${width} × ${height}, text ${text}`, () => {
    test.use({ viewport: { width, height } });

    test('what has focus is never under a bar', async ({ page, context, baseURL }) => {
      await context.addCookies([{ name: 'text', value: text, url: baseURL ?? '' }]);
      for (const path of ['/compare?contractAmount=1200000', '/programmes/qingyang-compute-2024']) {
        await page.goto(path);
        await expect(page.locator('[data-sticky=bottom]')).toBeVisible();
        expect.soft(await hiddenUnderBars(page, 100), path).toEqual([]);
      }
      await signIn(page, 'owner@startup.demo');
      await page.goto(`/startup/applications/${await ownDraft()}/contact`);
      const bar = page.locator('[data-sticky=top]');
      await expect(bar).toBeVisible();
      expect.soft(await hiddenUnderBars(page, 60), 'form').toEqual([]);
      expect.soft(await hiddenUnderBars(page, 40, 'Shift+Tab'), 'form, backwards').toEqual([]);
      // A bar that would take much of the window scrolls away with the page; any other stays at its edge.
      const box = await bar.evaluate((element) => {
        window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY + 150);
        const { top, height } = element.getBoundingClientRect();
        return { top, height };
      });
      const large = box.height > height / 4;
      if (height < 300) expect(large).toBe(true);
      expect(box.top < 0).toBe(large);
    });
  });
}
