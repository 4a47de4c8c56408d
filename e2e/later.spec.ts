import type { APIRequestContext, Browser, Page } from '@playwright/test';
import { accounts } from '@/db/testing/accounts';
import { demoMessages } from '@/features/demo/messages';
import { daysBetween } from '@/lib/dates';
import { may } from '@/lib/permissions';
import { roles, type Role } from '@/lib/roles';
import { isPublic, pages } from './access-table';
import { fill, qingyangIds } from './addresses';
import { expect, signIn, test } from './fixtures';
import { portalDay } from './steps';

// Each failure names the user, the address and the time; there are no pages to look at.
test.use({ trace: 'off' });

/** Moves the portal's clock with the demonstration's own form, which also runs what has become due. */
async function moveOn(page: Page, workingDays: number) {
  const from = await portalDay();
  await page.goto('/');
  const bar = page.getByRole('complementary', { name: demoMessages('zh-CN').demo });
  const button = bar.locator('button[name=workingDays]').first();
  await button.evaluate((one, days) => one.setAttribute('value', String(days)), workingDays);
  await button.click();
  await expect
    .poll(async () => daysBetween(from, await portalDay()))
    .toBeGreaterThanOrEqual(workingDays);
  // The button is enabled again when the sweeps are done.
  await expect(button).toBeEnabled();
}

/** Finds the digest that an error in the middle of a page leaves in it; those of Next itself only lead to another page. */
const faultIn = (html: string): string | undefined =>
  /(?:data-dgst="|E\{\\"digest\\":\\")(?!NEXT_)[^"\\]+/.exec(html)?.[0];

/**
 * Returns which role opens which pages on a day: each page is opened by a role that may, on each day by another one, so that in
 * the end most roles have opened it.
 */
function readersOf(day: number): Map<Role | undefined, string[]> {
  const readers = new Map<Role | undefined, string[]>();
  for (const [at, [route, permission]] of Object.entries(pages).entries()) {
    const able = isPublic(permission) ? [] : roles.filter((role) => may(permission, role));
    const reader = able[(at + day) % able.length];
    readers.set(reader, [...(readers.get(reader) ?? []), route]);
  }
  return readers;
}

/** Opens the pages; returns those that ended in an error. */
async function faultsOf(request: APIRequestContext, who: string, routes: readonly string[]) {
  const ids = await qingyangIds();
  const faults: string[] = [];
  for (const route of routes) {
    const path = fill(route, ids);
    const response = await request.get(path, { maxRedirects: 0 });
    const fault = faultIn(await response.text());
    // A page may lead to another one once its day is over, and an unknown invitation is not found.
    const known = [200, 303, 307, 404].includes(response.status());
    if (!known || fault) faults.push(`${who} at ${path}: ${response.status()} ${fault ?? ''}`);
  }
  return faults;
}

async function faultsOn(day: number, browser: Browser): Promise<string[]> {
  const faults: string[] = [];
  for (const [role, routes] of readersOf(day)) {
    // With scripts, signing in would take longer than opening all the pages.
    const context = await browser.newContext({ javaScriptEnabled: false });
    if (role) await signIn(await context.newPage(), accounts[role]);
    faults.push(...(await faultsOf(context.request, role ?? 'nobody', routes)));
    await context.close();
  }
  return faults;
}

test('every page answers months and years later', async ({ page, browser }) => {
  // About 60, 120 and 400 days ahead, and then where no holidays are arranged yet.
  for (const [day, workingDays] of [41, 41, 185, 250].entries()) {
    await test.step(`${workingDays} working days on`, async () => {
      await moveOn(page, workingDays);
      expect(await faultsOn(day, browser), await portalDay()).toEqual([]);
    });
  }
});

test('the clock says how far it goes, and stays where it is', async ({ page }) => {
  await moveOn(page, 200);
  const before = await portalDay();
  await page.goto('/en');
  const bar = page.getByRole('complementary', { name: demoMessages('en').demo });
  const button = bar.locator('button[name=workingDays]').first();
  await button.evaluate((one) => one.setAttribute('value', '250'));
  await button.click();
  await expect(page.getByText('goes no further than')).toBeVisible();
  expect(await portalDay()).toBe(before);
});
