import { expect, lookUp, signIn, test } from './fixtures';

/**
 * Notifications are counted on every page, lead to the thing they are about, and are no longer counted
 * once read.
 */
test('the bell counts, the list opens and marks, and mails are as one wishes', async ({ page }) => {
  await signIn(page, 'owner@startup.demo', '/en');
  const bell = page.getByRole('link', { name: /^Notifications/ });
  const counted = async () =>
    Number(/(\d+) unread/.exec((await bell.getAttribute('aria-label')) ?? '')?.[1] ?? 0);
  const before = await counted();
  expect(before).toBeGreaterThan(1);

  await bell.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Notifications');
  await page.getByRole('link', { name: 'Unread', exact: true }).click();
  await expect(page).toHaveURL(/unread=1/);
  const first = page
    .locator('main li')
    .filter({ has: page.getByRole('button') })
    .first();
  await first.getByRole('button', { name: /Mark/ }).click();
  await expect(bell).toHaveAccessibleName(new RegExp(`${before - 1} unread`));

  // Following a notification marks it as read and leads to the thing it is about.
  const next = page.locator('main section li').first().getByRole('link');
  const id = (await next.getAttribute('href'))?.split('/').at(-1) ?? '';
  await next.click();
  await expect(page).toHaveURL(/\/en\/startup\//);
  const [followed] = await lookUp(`select read_at from notifications where id = '${id}'`);
  expect(followed?.read_at).toBeInstanceOf(Date);

  await page.goto('/en/settings/notifications');
  await page.getByLabel('Vouchers and holds').selectOption('Once a day');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Vouchers and holds')).toHaveValue('daily');
});

test('somebody else’s notification is not there', async ({ page }) => {
  const [row] = await lookUp(
    `select n.id from notifications n join users u on u.id = n.user_id where u.email = 'owner@startup.demo' limit 1`,
  );
  await signIn(page, 'manager@qingyang.demo');
  const response = await page.goto(`/notifications/${String(row?.id)}`);
  expect(response?.status()).toBe(404);
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('all can be marked as read', async ({ page }) => {
    await signIn(page, 'manager@qingyang.demo');
    await page.goto('/notifications');
    await page.getByRole('button', { name: '全部标为已读' }).click();
    await expect(page.getByRole('link', { name: '通知', exact: true })).toBeVisible();
    await expect(page.getByRole('button', { name: '全部标为已读' })).toHaveCount(0);
  });
});
