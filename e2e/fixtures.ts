import { test as base, expect, type Browser, type Cookie, type Page } from '@playwright/test';
import postgres from 'postgres';

export const password = 'suanquan-demo-2026';

/** A page whose console must stay empty: a hydration warning or a blocked script fails the test. */
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

/** Session cookies of users who have signed in before, by user and language, and the page that they came to. */
const sessions = new Map<string, { cookies: Cookie[]; home: string }>();

/** Continues an earlier session; returns false where there is none, or where it has ended since. */
async function returned(page: Page, who: string): Promise<boolean> {
  const session = sessions.get(who);
  if (!session) return false;
  await page.context().addCookies(session.cookies);
  await page.goto(session.home);
  if (!new URL(page.url()).pathname.includes('sign-in')) return true;
  await page.context().clearCookies();
  return false;
}

/** Signs in with e-mail and password, as a user does. */
export async function signInByForm(page: Page, email: string, locale = ''): Promise<void> {
  await page.goto(`${locale}/sign-in`);
  await page.locator('#f-email').fill(email);
  await page.locator('#f-password').fill(password);
  await page.locator('main button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('sign-in'));
}

/**
 * Signs a user in. A user who has been signed in before gets the same session again: the form takes longer than most of what is
 * tested after it, and has tests of its own.
 */
export async function signIn(page: Page, email: string, locale = ''): Promise<void> {
  const who = `${locale} ${email}`;
  if (await returned(page, who)) return;
  await signInByForm(page, email, locale);
  const cookies = await page.context().cookies();
  const session = cookies.filter(({ name }) => name === 'suanquan-session');
  sessions.set(who, { cookies: session, home: page.url() });
}

/** Opens a separate browser for one user. */
export async function browserOf(browser: Browser, email: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, email);
  return page;
}

/** Reads the database directly, with rights over everything; for finding ids, never for asserting. */
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
