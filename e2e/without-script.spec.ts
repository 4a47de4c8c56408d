import { expect, test } from './fixtures';
import {
  attach,
  beginApplication,
  fill,
  fillSections,
  pdf,
  portalDay,
  press,
  signUpAndRegister,
} from './steps';

test.use({ javaScriptEnabled: false });

test('without JavaScript a user signs up, applies with files and submits; faults are listed by name', async ({
  page,
}) => {
  const stamp = `${Date.now().toString(36)}n`;
  await signUpAndRegister(page, { organisation: `庆阳无脚本${stamp}科技有限公司`, stamp });
  const caseId = await beginApplication(page);
  const path = `/startup/applications/${caseId}`;
  const alert = page.locator('main').getByRole('alert');

  await page.goto(`${path}/contact`);
  await fill(page, { contactName: '沈无脚本', contactPhone: '12345', contactEmail: 'nobody' });
  await press(page, '保存并继续');
  await expect(alert).toContainText('电话');
  await expect(alert).toContainText('邮箱');
  await expect(page.locator('main [name=contactName]')).toHaveValue('沈无脚本');
  await expect(page.locator('main [name=contactPhone]')).toHaveValue('12345');

  const today = await portalDay();
  await fillSections(page, caseId, { stamp, today, vendorName: '陇东智算科技有限公司' });

  const empty = { name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(0) };
  await attach(page, 'licenceFile', empty);
  await expect(alert).toContainText('文件为空（0 字节）');
  const disguised = { ...empty, name: 'program.pdf', buffer: Buffer.from('MZ\u0090\0 a program') };
  await attach(page, 'licenceFile', disguised);
  await expect(alert).toContainText('文件内容不是 PDF、PNG、JPEG 或 OFD');
  for (const requirement of ['licenceFile', 'contractFile']) {
    await attach(page, requirement, pdf(`${requirement}.pdf`));
    await expect(page.getByRole('link', { name: `${requirement}.pdf` })).toBeVisible();
  }

  await page.goto(`${path}/review`);
  await expect(page.locator('main')).toContainText('¥300,000.00');
  await press(page, '提交申请');
  await expect(alert).toBeVisible();
  await fill(page, { declared: 'yes' });
  await press(page, '提交申请');
  await expect(page).toHaveURL(/\/submitted/);
  await expect(page.locator('main')).toContainText('申请已提交');
});

test('without JavaScript an address that does not exist shows a page with a title and a way on', async ({
  page,
}) => {
  for (const path of ['/programmes/nowhere', '/nowhere']) {
    const answer = await page.goto(`/en${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page).toHaveTitle('There is no such page · Suanquan');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is no such page');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  }
  await page.getByRole('link', { name: 'Go to the home page' }).click();
  await expect(page).toHaveURL(/\/en$/);
});
