import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { expect, lookUp, test } from './fixtures';
import { fill, follow, press } from './steps';

const before = 'a sentence that is long enough';
const after = 'another sentence that is long enough';

const runJobs = () =>
  promisify(execFile)(process.execPath, [
    '--conditions=react-server',
    '--import=tsx',
    'e2e/run-jobs.ts',
  ]);

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto('/sign-up');
  await fill(page, { name: '沈忘词', email, password: before, accepted: 'yes' });
  await page.locator('main button[type=submit]').click();
  await expect(page).toHaveURL(/register-organisation/);
}

/** Requests a link at the sign-in page, by keyboard. */
async function ask(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await follow(page, '忘记密码？');
  await expect(page.locator('h1')).toHaveText('重设密码');
  await fill(page, { email });
  await page.locator('main [name=email]').press('Enter');
  await expect(page.locator('main')).toContainText('该邮箱如有可用的账号，几分钟内会收到邮件');
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with a script' : 'without a script', () => {
    test.use({ javaScriptEnabled });

    test('a forgotten password is set anew by the link of a mail, once, and ends every session', async ({
      page,
      browser,
    }) => {
      const stamp = Date.now().toString(36) + (javaScriptEnabled ? 's' : 'p');
      const email = `forgot-${stamp}@example.cn`;
      const elsewhere = await (await browser.newContext()).newPage();
      await signUp(elsewhere, email);

      await ask(page, `nobody-${stamp}@example.cn`);
      await ask(page, email);
      await runJobs();
      expect(
        await lookUp(`select id from mails where recipient = 'nobody-${stamp}@example.cn'`),
      ).toEqual([]);
      await page.goto('/demo/mail');
      const mail = page.getByRole('row').filter({ hasText: email });
      await expect(mail).toContainText('重设算券登录密码');
      const link = await mail.getByRole('link', { name: '打开链接' }).getAttribute('href');
      const opened = await page.goto(String(link));
      expect(opened?.headers()['referrer-policy']).toBe('strict-origin');
      // The link was opened before, for example by a scanner of the mail server: it still works.
      await page.goto(String(link));
      await expect(page.locator('main')).toContainText(email);

      await fill(page, { password: 'too short' });
      await press(page, '设置新密码');
      await expect(page.locator('main').getByRole('alert')).toContainText('15');
      await fill(page, { password: after });
      await press(page, '设置新密码');
      await expect(page).toHaveURL(/\/sign-in\?done=password_changed/);
      await expect(page.locator('main')).toContainText('密码已修改，所有设备均已退出');

      await elsewhere.goto('/settings');
      await expect(elsewhere).toHaveURL(/\/sign-in\?next=/);
      await expect(elsewhere.locator('main')).toContainText('您在本浏览器的登录已被结束');
      await fill(elsewhere, { email, password: before });
      await press(elsewhere, '登录');
      await expect(elsewhere.locator('main').getByRole('alert')).toContainText('密码不正确');

      await fill(page, { email, password: after });
      await press(page, '登录');
      await expect(page).toHaveURL(/register-organisation/);
      await page.goto('/notifications');
      await expect(page.locator('main')).toContainText('您的算券密码已修改');
      await page.goto(String(link));
      await expect(page.locator('main')).toContainText('链接无效');
      await elsewhere.context().close();
    });
  });
}

test('an account of the demonstration keeps its published password, and says so', async ({
  page,
}) => {
  for (const base of ['', process.env.E2E_PLAIN_BASE_URL ?? '']) {
    await page.goto(`${base}/en/forgot-password`);
    await fill(page, { email: 'owner@startup.demo' });
    await press(page, 'Send the link');
    await expect(page.locator('main').getByRole('alert')).toContainText('cannot be reset');
  }
});

test('a session that ran out says so at sign-in, and a visit of one’s own does not', async ({
  page,
}) => {
  const email = `late-${Date.now().toString(36)}@example.cn`;
  await signUp(page, email);
  await lookUp(
    `update sessions set last_seen_at = now() - interval '31 minutes' where user_id = (select id from users where email = '${email}') returning id_hash`,
  );
  const main = page.locator('main');
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(main).toContainText('登录已过期');
  // Nothing was typed, so the page does not say that anything was kept.
  await expect(main).not.toContainText('您填写的内容');
  await page.goto('/sign-in');
  await expect(main).not.toContainText('登录已过期');
});
