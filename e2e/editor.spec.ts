import { addDays, addMonths } from '@/lib/dates';
import { faultsOf, overflow } from './axe';
import { browserOf, expect, lookUp, test } from './fixtures';
import { fill, follow, portalDay, press } from './steps';

/**
 * This test makes a programme of Nanning's for itself, so that no other test depends on its
 * amounts.
 */
const stamp = Date.now().toString(36);
const slug = `nanning-edited-${stamp}`;
const name = `南宁编辑${stamp}（2026）`;

async function idOf(): Promise<string> {
  const [row] = await lookUp(`select id from programmes where slug = '${slug}'`);
  if (typeof row?.id !== 'string') throw new Error('The programme is not there.');
  return row.id;
}

test.describe.configure({ mode: 'serial' });

test('a manager begins a programme from Qingyang’s, gives it a round and money; another publishes it', async ({
  browser,
}) => {
  const manager = await browserOf(browser, 'manager@nanning.demo');
  await manager.goto('/city/programmes/new');
  const [source] = await lookUp(`select id from programmes where slug = 'qingyang-compute-2024'`);
  await fill(manager, { titleZh: name, titleEn: `Edited ${stamp} (2026)`, slug: 'No Such Name' });
  await manager.locator('main [name=from]').selectOption(String(source?.id));
  await press(manager, '创建草稿');
  await expect(manager.locator('main').getByRole('alert')).toContainText('小写字母');
  await expect(manager.locator('main [name=titleZh]')).toHaveValue(name);
  await fill(manager, { slug });
  await press(manager, '创建草稿');
  await expect(manager).toHaveURL(/\/edit\/about/);
  const id = await idOf();
  await manager.goto(`/city/programmes/${id}/ready`);
  await expect(manager.locator('main')).toContainText('还有 2 处需处理');
  await manager.goto(`/city/programmes/${id}/edit/rounds`);
  await press(manager, '增加一行 申报批次');
  await expect(manager.locator('main [name="rounds.0.number"]')).toBeFocused();
  const opensOn = addMonths(await portalDay(), -6);
  await fill(manager, {
    'rounds.0.number': '1',
    'rounds.0.opensOn': opensOn,
    'rounds.0.opensAt': '00:00',
    'rounds.0.closesOn': addDays(opensOn, -1),
    'rounds.0.closesAt': '17:30',
    budgetYuan: '5,000,000',
  });
  await press(manager, '保存并检查');
  await expect(manager.locator('main').getByRole('alert')).toContainText('截止不晚于开放');
  await fill(manager, { 'rounds.0.closesOn': addMonths(opensOn, 36) });
  await press(manager, '保存并检查');
  await expect(manager).toHaveURL(/\/ready/);
  await press(manager, '提请发布');
  await expect(manager.locator('main')).toContainText('已提请发布。');

  const admin = await browserOf(browser, 'admin@nanning.demo');
  await admin.goto(`/city/programmes/${id}`);
  await press(admin, '发布');
  await expect(admin.locator('main')).toContainText('已发布，立即施行。');
  await admin.goto(`/programmes/${slug}`);
  await expect(admin.locator('main')).toContainText('合同金额的 30%');
});

test('version 2 raises the rate: an example fails until it is mended, and a running case keeps 30 %', async ({
  browser,
}) => {
  const id = await idOf();
  const owner = await browserOf(browser, 'owner@startup6.demo');
  await owner.goto(`/startup/applications/new?programme=${slug}`);
  await press(owner, '开始填写');
  await expect(owner).toHaveURL(/\/startup\/applications\/[0-9a-f-]{36}/);
  const caseUrl = owner.url().split('?')[0] ?? '';

  const manager = await browserOf(browser, 'manager@nanning.demo');
  await manager.goto(`/city/programmes/${id}`);
  await press(manager, '以现行版为底稿编制新版');
  await follow(manager, '继续编辑');
  await manager.goto(`/city/programmes/${id}/edit/amounts`);
  const preview = manager.getByRole('complementary', { name: '预览' });
  await expect(preview).toContainText('合同金额的 30%');
  // It is saved by itself, and the guide and the examples beside the form are updated.
  await fill(manager, { 'rules.rates.0.percent': '35' });
  await expect(preview).toContainText('合同金额的 35%');
  await expect(preview).toContainText('不符');
  await expect(manager.locator('main [name="rules.rates.0.percent"]')).toHaveValue('35');
  await press(manager, '保存并检查');
  await expect(manager.locator('main')).toContainText('算例“一般情形”与结果不符');
  await expect(manager.getByRole('button', { name: '提请发布' })).toHaveCount(0);
  await expect(manager.locator('main')).toContainText('35%');
  await manager.goto(`/city/programmes/${id}/edit/examples`);
  await fill(manager, {
    'examples.0.expected.amount': '350,000',
    'examples.2.expected.amount': '5833.33',
    'examples.3.expected.amount': '5600',
  });
  // The fourth was refused at 30 %: now it is above the least award.
  await manager
    .locator('main [name="examples.3.expected.refusals"][value=below_minimum]')
    .uncheck();
  await press(manager, '保存并检查');
  await expect(manager.locator('main')).toContainText('各项检查均已通过');
  await manager.goto(`/city/programmes/${id}/what-if`);
  await expect(manager.locator('h1')).toContainText('试算');
  await manager.goto(`/city/programmes/${id}/ready`);
  await press(manager, '提请发布');

  const admin = await browserOf(browser, 'admin@nanning.demo');
  await admin.goto(`/city/programmes/${id}`);
  await expect(admin.locator('main')).toContainText('30%');
  await press(admin, '发布');
  await expect(admin.locator('main')).toContainText('已发布，立即施行。');
  await admin.goto(`/programmes/${slug}`);
  await expect(admin.locator('main')).toContainText('合同金额的 35%');
  await admin.goto(`/programmes/${slug}/versions`);
  const row = admin.getByRole('row').filter({ hasText: '补贴比例 1 · 比例' });
  await expect(row).toContainText('更改');
  await expect(row).toContainText('30%');
  await expect(row).toContainText('35%');

  const caseId = /applications\/([0-9a-f-]{36})/.exec(caseUrl)?.[1] ?? '';
  const [pinned] = await lookUp(`select v.number, v.rules #>> '{rates,0,percent}' as percent
    from applications a join programme_versions v on v.id = a.version_id where a.id = '${caseId}'`);
  expect(pinned).toEqual({ number: 1, percent: '30' });
});

test('two managers at one field: the second sees the conflict, and neither text is lost', async ({
  browser,
}) => {
  const id = await idOf();
  const one = await browserOf(browser, 'manager@nanning.demo');
  await one.goto(`/city/programmes/${id}`);
  await press(one, '以现行版为底稿编制新版');
  const other = await browserOf(browser, 'manager@nanning.demo');
  for (const page of [one, other]) await page.goto(`/city/programmes/${id}/edit/contact`);
  await fill(one, { 'guide.contact.zh-CN': '第一人所写' });
  await press(one, '保存');
  await expect(one.locator('main')).toContainText('已保存。');
  const field = other.locator('main [name="guide.contact.zh-CN"]');
  await field.fill('第二人所写');
  await press(other, '保存');
  await expect(other.locator('main').getByRole('alert')).toContainText('第一人所写');
  await expect(field).toHaveValue('第二人所写');
  await press(other, '保存');
  await expect(other.locator('main')).toContainText('已保存。');
  await expect(field).toHaveValue('第二人所写');
});

test('every section of the editor keeps WCAG 2.2 AA and fits a phone', async ({ browser }) => {
  const id = await idOf();
  const manager = await browserOf(browser, 'manager@nanning.demo');
  for (const section of ['who', 'amounts', 'rounds', 'examples', 'about', 'ready']) {
    const path = section === 'ready' ? 'ready' : `edit/${section}`;
    await manager.setViewportSize({ width: 1280, height: 900 });
    await manager.goto(`/city/programmes/${id}/${path}`);
    expect.soft(await faultsOf(manager), section).toEqual([]);
    await manager.setViewportSize({ width: 360, height: 800 });
    expect.soft(await overflow(manager), `${section} at 360 px`).toBeLessThanOrEqual(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a section is filled in, its rows come and go, and what is wrong stays in its field', async ({
    page,
  }) => {
    const id = await idOf();
    await page.goto('/sign-in');
    await page.locator('#f-email').fill('manager@nanning.demo');
    await page.locator('#f-password').fill('suanquan-demo-2026');
    await page.locator('main button[type=submit]').click();
    await page.goto(`/city/programmes/${id}/edit/amounts`);
    await press(page, '增加一行 补贴比例');
    await expect(page).toHaveURL(/rows=\d+#row-rules\.rates\.1/);
    await fill(page, { 'rules.rates.1.percent': 'many', 'rules.rates.1.clause': '6' });
    await press(page, '保存');
    const alert = page.locator('main').getByRole('alert');
    await expect(alert).toContainText('请填写百分比');
    await expect(page.locator('main [name="rules.rates.1.percent"]')).toHaveValue('many');
    await fill(page, { 'rules.rates.1.percent': '50' });
    await press(page, '保存');
    await expect(page.locator('main')).toContainText('已保存。');
    const preview = page.getByRole('complementary', { name: '预览' });
    // With two rates for the same cases the lower one is never used.
    await expect(preview).toContainText('该比例永远不会用到');
    await expect(preview).toContainText('50%第六条');
    await page.getByRole('button', { name: '上移 补贴比例 2' }).click();
    await expect(page.locator('main [name="rules.rates.0.percent"]')).toHaveValue('50');
    await page.getByRole('button', { name: '删除 补贴比例 1' }).click();
    await expect(page.locator('main [name="rules.rates.1.percent"]')).toHaveCount(0);
    await expect(page.locator('main [name="rules.rates.0.percent"]')).toHaveValue('35');
  });
});
