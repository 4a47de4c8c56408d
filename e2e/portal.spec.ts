import { expect, password, signIn, signInByForm, test } from './fixtures';

const plain = process.env.E2E_PLAIN_BASE_URL ?? '';

test('demonstration mode leaves no trace when it is off', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('complementary', { name: '演示' })).toBeVisible();
  await page.goto(`${plain}/`);
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.getByRole('complementary', { name: '演示' })).toHaveCount(0);
  expect((await page.request.get(`${plain}/demo/mail`)).status()).toBe(404);
});

test('every answer carries the security headers, errors included', async ({ request }) => {
  for (const path of ['/', '/en/programmes', '/nowhere', '/api/health', '/sign-in']) {
    const headers = (await request.get(path)).headers();
    expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy'], path).toMatch(/'nonce-[\w+/=-]+'/);
    expect(headers['x-content-type-options'], path).toBe('nosniff');
    expect(headers['strict-transport-security'], path).toContain('max-age=31536000');
    expect(headers['x-powered-by'], path).toBeUndefined();
  }
});

test('an address that is no valid text gives the “not found” page', async ({ page }) => {
  for (const path of [
    '/verify/%F0%9F',
    '/en/programmes?city=%00',
    '/vendors/%00',
    '/vendors/unknown',
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
    await expect(page.locator('h1')).toBeVisible();
    await expect(page).toHaveTitle(/没有这个页面 · 算券|There is no such page · Suanquan/);
  }
});

test('signed-in pages are never stored', async ({ page }) => {
  await signIn(page, 'owner@startup.demo');
  const response = await page.request.get('/startup');
  expect(response.headers()['cache-control']).toContain('no-store');
});

test('the health page names what is well', async ({ request }) => {
  const response = await request.get('/api/health');
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({ ok: true, database: true, migrations: true });
});

for (const [locale, wrong] of [
  ['', '邮箱或密码不正确。'],
  ['/en', 'The e-mail address or the password is wrong.'],
] as const) {
  test(`a wrong password is refused in the reader's language${locale}`, async ({ page }) => {
    await page.goto(`${locale}/sign-in`);
    await page.locator('#f-email').fill('nobody@example.cn');
    await page.locator('#f-password').fill('certainly not the password');
    await page.locator('main button[type=submit]').click();
    const summary = page.locator('main').getByRole('alert');
    await expect(summary).toContainText(wrong);
    await expect(summary).toBeFocused();
    await expect(page.locator('#f-email')).toHaveValue('nobody@example.cn');
  });
}

test('the address asked for comes back after signing in, and no other site does', async ({
  page,
}) => {
  await page.goto('/startup/vouchers');
  await expect(page).toHaveURL(/sign-in\?next=%2Fstartup%2Fvouchers/);
  await page.locator('#f-email').fill('owner@startup.demo');
  await page.locator('#f-password').fill(password);
  await page.locator('main button[type=submit]').click();
  await expect(page).toHaveURL(/\/startup\/vouchers$/);
  await page.goto('/sign-in?next=//evil.example');
  await expect(page.locator('input[name=next]')).toHaveValue('');
});

test('signing out on the account menu ends the session at once', async ({ page, context }) => {
  await signIn(page, 'member@startup.demo');
  const cookies = await context.cookies();
  await page.locator('header details', { hasText: '高成员' }).locator('summary').click();
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page.getByRole('link', { name: '登录' })).toBeVisible();
  await context.addCookies(cookies);
  await page.goto('/startup');
  await expect(page).toHaveURL(/sign-in/);
});

test('a published password opens nothing where the demonstration is off, though its accounts are there', async ({
  page,
}) => {
  for (const email of ['platform@suanquan.demo', 'nobody@example.cn']) {
    await page.goto(`${plain}/sign-in`);
    await page.locator('#f-email').fill(email);
    await page.locator('#f-password').fill(password);
    await page.locator('main button[type=submit]').click();
    await expect(page.locator('main').getByRole('alert')).toContainText('邮箱或密码不正确。');
  }
});

test('signing in leaves the cookies that are used, and no other', async ({ page, context }) => {
  await signInByForm(page, 'owner@startup.demo');
  const names = (await context.cookies()).map(({ name }) => name).sort();
  expect(names).toEqual(['suanquan-anonymous', 'suanquan-devices', 'suanquan-session']);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('one signs up, errors come back with what was typed, and the organisation is registered', async ({
    page,
  }) => {
    const email = `founder${Date.now()}@example.cn`;
    await page.goto('/sign-up');
    await page.locator('#f-name').fill('沈创始');
    await page.locator('#f-email').fill(email);
    await page.locator('#f-password').fill('too short');
    await page.locator('main button[type=submit]').click();
    await expect(page.locator('main').getByRole('alert')).toContainText('密码至少 15 个字符');
    await expect(page.locator('#f-name')).toHaveValue('沈创始');
    await expect(page.locator('#f-password')).toHaveValue('');
    await page.locator('#f-password').fill('a sentence that is long enough');
    await page.locator('#f-accepted').check();
    await page.locator('main button[type=submit]').click();
    await expect(page).toHaveURL(/register-organisation/);

    await page.locator('#f-kind').check();
    await page.locator('#f-creditCode').fill('91350100M000100Y44');
    await page.locator('main button[type=submit]').click();
    await expect(page.locator('main').getByRole('alert')).toContainText('校验位不符');
    await expect(page.locator('#f-kind')).toBeChecked();
    await expect(page.locator('#f-creditCode')).toHaveValue('91350100M000100Y44');
  });

  test('the language switch keeps the page and its query', async ({ page }) => {
    await page.goto('/programmes?city=qingyang');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page).toHaveURL(/\/en\/programmes\?city=qingyang/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('what the framework would break on is answered by the portal itself', async ({ request }) => {
  for (const path of ['/icon.svg%zz', '/_next/static/%zz', '/%zz']) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
  const broken = await request.get('/api/v1/programmes/%zz');
  expect(broken.status()).toBe(404);
  expect(broken.headers()['content-type']).toContain('application/problem+json');
  for (const path of ['/', '/api/v1/programmes', '/api/health', '/icon.svg']) {
    const traced = await request.fetch(path, { method: 'TRACE' });
    expect(traced.status(), path).toBe(405);
    expect(traced.headers()['x-content-type-options'], path).toBe('nosniff');
  }
});

test('a form that another site sends is refused in words, and does nothing', async ({ page }) => {
  await page.goto('/en/sign-in');
  const csrf = await page.locator('main form [name=csrf]').first().inputValue();
  const multipart = { csrf, email: 'owner@startup.demo', password };
  const headers = { origin: 'https://elsewhere.example' };
  const response = await page.request.post('/en/sign-in', { headers, multipart });
  expect(response.status()).toBe(403);
  expect(await response.text()).toContain('It came from another site, and nothing was done.');
  expect((await page.request.get('/startup', { maxRedirects: 0 })).status()).toBe(307);
});

test('a user who was signed out signs in in a new window and comes to the same address', async ({
  page,
}) => {
  const address = '/en/startup/applications?state=draft&x=1';
  await signInByForm(page, 'owner@startup.demo');
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await page.context().clearCookies({ name: 'suanquan-session' });
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Sign in in a new window' }).click();
  const other = await opened;
  await other.locator('#f-email').fill('owner@startup.demo');
  await other.locator('#f-password').fill(password);
  await other.locator('main button[type=submit]').click();
  await other.waitForURL((url) => url.pathname + url.search === address);
});
