import { addMonths } from '@/lib/dates';
import { faultsOf, overflow } from './axe';
import { browserOf, expect, lookUp, test } from './fixtures';
import { fill, follow, portalDay, press } from './steps';

/**
 * This test makes a programme of Nanning's for itself, so that no other test depends on its
 * questions.
 */
const stamp = Date.now().toString(36);
const slug = `nanning-asking-${stamp}`;

test('a manager asks for a team where there is one, tries it in the preview, and a founder fills it in', async ({
  browser,
}) => {
  const manager = await browserOf(browser, 'manager@nanning.demo');
  await manager.goto('/city/programmes/new');
  const [source] = await lookUp(`select id from programmes where slug = 'qingyang-compute-2024'`);
  await fill(manager, { titleZh: `南宁问卷${stamp}`, titleEn: `Asking ${stamp}`, slug });
  await manager.locator('main [name=from]').selectOption(String(source?.id));
  await press(manager, '创建草稿');
  await expect(manager).toHaveURL(/\/edit\/about/);
  const [made] = await lookUp(`select id from programmes where slug = '${slug}'`);
  const path = `/city/programmes/${String(made?.id)}`;

  await manager.goto(`${path}/form`);
  await follow(manager, '增加一个部分');
  await fill(manager, { titleZh: '团队' });
  await manager.locator('main [name="when.0.test"]').selectOption('=purpose=training');
  await press(manager, '保存');
  await expect(manager.locator('main').getByRole('alert')).toContainText('请填写此项');
  await expect(manager.locator('main [name=titleZh]')).toHaveValue('团队');
  await fill(manager, { titleEn: 'Team' });
  await press(manager, '保存');
  await expect(manager).toHaveURL(/\/form\?done=added/);

  await manager.locator('#s-own-1 select[name=kind]').selectOption('table');
  await press(manager, '增加问题 团队');
  await fill(manager, {
    labelZh: '核心成员',
    labelEn: 'Core members',
    'column.0.label': '姓名 | Name',
    'column.1.label': '月工时 | Hours a month',
  });
  await manager.locator('main [name="column.1.kind"]').selectOption('number');
  await fill(manager, { 'column.1.sum': 'yes' });
  // The preview beside the form shows what is typed, before any of it is saved.
  const beside = manager.locator('aside');
  await expect(beside.getByText('核心成员').first()).toBeHidden();
  await beside.locator('[name=purpose][value=training]').check();
  await expect(beside.getByText('核心成员').first()).toBeVisible();
  await beside.locator('[name="own1.0.c2"]').fill('1,600');
  await expect(beside.getByRole('status').last()).toContainText('1,600');
  await fill(manager, { labelZh: '核心团队成员' });
  await expect(beside.getByText('核心团队成员').first()).toBeVisible();
  await expect(beside.locator('[name="own1.0.c2"]')).toHaveValue('1,600');
  await fill(manager, { labelZh: '核心成员' });
  await press(manager, '保存');
  await expect(manager.locator('#s-own-1')).toContainText('核心成员');

  // The preview is the form itself: the section appears with the answer that it depends on.
  const preview = manager.locator('aside');
  await expect(preview.getByText('核心成员').first()).toBeHidden();
  await preview.locator('[name=purpose][value=training]').check();
  await expect(preview.getByText('核心成员').first()).toBeVisible();
  expect(await faultsOf(manager)).toEqual([]);
  await manager.setViewportSize({ width: 360, height: 800 });
  expect(await overflow(manager)).toBeLessThanOrEqual(0);

  await manager.setViewportSize({ width: 1280, height: 900 });
  await manager.goto(`${path}/edit/rounds`);
  await press(manager, '增加一行 申报批次');
  const opensOn = addMonths(await portalDay(), -6);
  await fill(manager, {
    'rounds.0.number': '1',
    'rounds.0.opensOn': opensOn,
    'rounds.0.opensAt': '00:00',
    'rounds.0.closesOn': addMonths(opensOn, 36),
    'rounds.0.closesAt': '17:30',
    budgetYuan: '5,000,000',
  });
  await press(manager, '保存并检查');
  await press(manager, '提请发布');
  await expect(manager.locator('main')).toContainText('已提请发布。');
  const admin = await browserOf(browser, 'admin@nanning.demo');
  await admin.goto(path);
  await press(admin, '发布');
  await expect(admin.locator('main')).toContainText('已发布，立即施行。');

  const founder = await browserOf(browser, 'owner@startup5.demo');
  await founder.goto(`/startup/applications/new?programme=${slug}`);
  await press(founder, '开始填写');
  await expect(founder).toHaveURL(/\/startup\/applications\/[0-9a-f-]{36}/);
  const caseUrl = founder.url().split('?')[0] ?? '';
  await expect(founder.locator('main')).not.toContainText('团队');
  await founder.goto(`${caseUrl}/project`);
  await fill(founder, { purpose: 'training' });
  await press(founder, '保存并返回清单');
  await follow(founder, '团队');
  await fill(founder, { 'own1.0.c1': '沈整程', 'own1.0.c2': '许多' });
  await press(founder, '保存并返回清单');
  await expect(founder.locator('main').getByRole('alert')).toContainText('第 1 行 月工时');
  await fill(founder, { 'own1.0.c2': '１６０' });
  await press(founder, '保存并返回清单');
  await expect(founder).toHaveURL(/done=saved/);

  // Another purpose would delete the team: the page shows that first, and does it after the user
  // has agreed.
  await founder.goto(`${caseUrl}/project`);
  await fill(founder, { purpose: 'inference' });
  await press(founder, '保存并返回清单');
  await expect(founder.locator('main').getByRole('alert')).toContainText('这样改会清除：核心成员');
  await fill(founder, { clears: 'yes' });
  await press(founder, '保存并返回清单');
  await expect(founder).toHaveURL(/done=saved/);
  await expect(founder.locator('main')).not.toContainText('团队');
});
