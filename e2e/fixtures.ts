import { test as base, expect, type Browser, type Page } from '@playwright/test';
import postgres from 'postgres';

export const password = 'suanquan-demo-2026';

/** A page whose console must stay silent: a hydration warning or a blocked script is a failure. */
export const test = base.extend<{ page: Page }>({
  page: async ({ page }, provide) => {
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) {
        complaints.push(message.text());
      }
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await provide(page);
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** Signs in with e-mail and password, as a person would. */
export async function signIn(page: Page, email: string, locale = ''): Promise<void> {
  await page.goto(`${locale}/sign-in`);
  await page.locator('#f-email').fill(email);
  await page.locator('#f-password').fill(password);
  await page.locator('main button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
}

/** A browser of its own for one person. */
export async function browserOf(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}

/** Reads behind the portal's back, with rights over everything; for finding ids, never for asserting. */
export async function lookUp(query: string): Promise<Record<string, unknown>[]> {
  const url = process.env.E2E_OWNER_DATABASE_URL;
  if (!url) throw new Error('E2E_OWNER_DATABASE_URL is not set: run "npm test".');
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql.begin(async (tx) => {
      await tx`set local role suanquan_engine`;
      return [...(await tx.unsafe(query))];
    });
  } finally {
    await sql.end();
  }
}
