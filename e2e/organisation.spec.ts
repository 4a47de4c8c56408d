import { browserOf, expect, lookUp, password, test } from './fixtures';
import { beginApplication, fill, follow, pdf, portalDay, press, signUpAndRegister } from './steps';
import { addDays } from '@/lib/dates';

// The founder does everything without a script; the official and the adviser have one.
test.use({ javaScriptEnabled: false });

test('an organisation enters its details, is verified, is shown to an adviser and changes its owner', async ({
  page,
  browser,
}) => {
  const stamp = Date.now().toString(36);
  const organisation = `庆阳核验${stamp}科技有限公司`;
  await signUpAndRegister(page, { organisation, stamp });
  const caseId = await beginApplication(page);
  const main = page.locator('main');

  await page.goto('/startup/organisation/ownership');
  await fill(page, { name: '沈整程', share: '100.5' });
  const shareholder = main.locator('form', { has: page.locator('[value=shareholder]') });
  await shareholder.getByRole('button').click();
  await expect(main.getByRole('alert')).toContainText('0.01 至 100');
  await fill(page, { share: '62.5%' });
  await shareholder.getByRole('button').click();
  await expect(main).toContainText('合计 62.5%');

  await page.goto('/startup/organisation/verification');
  await page.locator('main [name=cityId]').selectOption({ label: '庆阳市' });
  await page.locator('main [name=licence]').setInputFiles(pdf('营业执照.pdf'));
  await press(page, '申请核验');
  await expect(main).toContainText('核验申请已提交');

  const reviewer = await browserOf(browser, 'reviewer@qingyang.demo');
  await reviewer.goto('/city/organisations');
  await follow(reviewer, organisation);
  await expect(reviewer.locator('main')).toContainText('62.5%');
  await expect(reviewer.getByRole('link', { name: '营业执照.pdf' })).toBeVisible();
  await press(reviewer, '核验通过');
  await expect(reviewer.locator('main')).toContainText('已核验，已通知该单位');

  await page.goto('/startup/organisation');
  await expect(main).toContainText('庆阳市已核验');

  await page.goto('/startup/organisation/members');
  const email = `adviser-${stamp}@example.cn`;
  await fill(page, { email, role: 'viewer' });
  await press(page, '邀请');
  await expect(main.getByRole('alert')).toContainText('截止日期');
  await fill(page, { endsOn: addDays(await portalDay(), 30) });
  await press(page, '邀请');
  await expect(main).toContainText('邀请已发出');

  const [mail] = await lookUp(
    `select "values"->>'path' as path from mails where recipient = '${email}'`,
  );
  const adviser = await (await browser.newContext()).newPage();
  await adviser.goto(`/sign-up?next=${encodeURIComponent(String(mail?.path))}`);
  await fill(adviser, { name: '顾查看', email, password, accepted: 'yes' });
  await press(adviser, '注册');
  await press(adviser, '接受');
  await expect(adviser).toHaveURL(/\/startup$/);
  await expect(adviser.getByRole('link', { name: '新申请' })).toHaveCount(0);
  await adviser.goto(`/startup/applications/${caseId}/contact`);
  await expect(adviser.locator('main')).toContainText('您只能查看');
  await expect(adviser.locator('main')).toContainText('13800138000');
  await expect(adviser.locator('main').getByRole('button')).toHaveCount(0);
  expect((await adviser.goto('/startup/applications/new'))?.status()).toBe(404);

  await page.goto('/startup/organisation/members');
  await main.getByRole('link', { name: '管理 顾查看' }).click();
  await fill(page, { role: 'member', endsOn: '' });
  await press(page, '变更角色');
  await expect(main).toContainText('角色已变更');
  await main.getByText('移交负责人').first().click();
  await page
    .locator('main [name=membershipId]')
    .selectOption({ label: `顾查看 · 单位成员 · ${email}` });
  await press(page, '移交负责人');
  await expect(main).toContainText('您现在是成员');
  await expect(main.getByRole('link', { name: '管理 顾查看' })).toHaveCount(0);
  await adviser.goto('/startup/organisation/members');
  await expect(adviser.getByRole('link', { name: '管理 沈整程' })).toBeVisible();
});
