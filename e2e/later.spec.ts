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

// Each fault tells who asked for what and when; there are no pages to look at.
test.use({ trace: 'off' });

/** Moves the portal's clock with the demonstration's own form, which does what has become due. */
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
  // The form answers when the sweeps are through.
  await expect(button).toBeEnabled();
}

/** Finds the digest that a fault in the middle of a page leaves there; those of Next itself only say where a page leads. */
const faultIn = (html: string): string | undefined =>
  /(?:data-dgst="|E\{\\"digest\\":\\")(?!NEXT_)[^"\\]+/.exec(html)?.[0];

/**
 * Returns who opens which pages on a day: each page somebody who may, on each day somebody else, so that in the end most of them have.
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

/** Opens the pages; gives those that ended in a fault. */
async function faultsOf(request: APIRequestContext, who: string, routes: readonly string[]) {
  const ids = await qingyangIds();
  const faults: string[] = [];
  for (const route of routes) {
    const path = fill(route, ids);
    const response = await request.get(path, { maxRedirects: 0 });
    const fault = faultIn(await response.text());
    // A page may lead elsewhere once its day is over, and an invitation that is none is nowhere.
    const known = [200, 303, 307, 404].includes(response.status());
    if (!known || fault) faults.push(`${who} at ${path}: ${response.status()} ${fault ?? ''}`);
  }
  return faults;
}

async function faultsOn(day: number, browser: Browser): Promise<string[]> {
  const faults: string[] = [];
  for (const [role, routes] of readersOf(day)) {
    // Signing in takes longer than all the pages where each page along the way runs its scripts.
    const context = await browser.newContext({ javaScriptEnabled: false });
    if (role) await signIn(await context.newPage(), accounts[role]);
    faults.push(...(await faultsOf(context.request, role ?? 'nobody', routes)));
    await context.close();
  }
  return faults;
}

test('every page answers months and years later', async ({ page, browser }) => {
  // About 60, 120 and 400 days on, and then where nobody has arranged any holidays yet.
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
