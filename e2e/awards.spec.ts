import { readFileSync } from 'node:fs';
import { listedCode } from '@/db/testing/automatic-programme';
import { browserOf, expect, test } from './fixtures';
import { fill, follow, press } from './steps';

test('a list of firms goes to public notice: uploaded, named, put right, proposed, published', async ({
  browser,
}) => {
  const stamp = Math.floor(Math.random() * 900_000) + 100_000;
  const firm = (at: number) => `${listedCode(stamp * 10 + at)},上海名单${stamp}-${at}有限公司`;
  const text = [
    '免申即享名单',
    '统一社会信用代码,企业名称,结算金额（元）,合同编号,邮箱,其他财政支持',
    `${firm(1)},"１０，０００",HT-${stamp}-1,one-${stamp}@example.cn,0`,
    `${firm(2)},一万,HT-${stamp}-2,two-${stamp}@example.cn,0`,
    `${firm(3)},30000,HT-${stamp}-3,,0`,
  ].join('\r\n');
  const file = { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${text}`) };
  const manager = await browserOf(browser, 'manager@shanghai.demo');

  const upload = async () => {
    await manager.goto('/city/awards');
    const programme = manager.locator('main [name=programmeId]');
    await programme.selectOption({ index: (await programme.locator('option').count()) - 1 });
    await manager.locator('main [name=file]').setInputFiles(file);
    await press(manager, '上传名单');
  };

  await test.step('the manager uploads it and says which column holds what', async () => {
    await upload();
    await expect(manager).toHaveURL(/\/city\/awards\/[0-9a-f-]{36}\/mapping$/);
    await expect(manager.locator('main [name=column_base]')).toHaveValue('2');
    await press(manager, '逐行校验');
    await expect(manager).toHaveURL(/done=checked$/);
    await expect(manager.locator('main')).toContainText('还有 2 行存在问题');
  });
  const list = new URL(manager.url()).pathname;

  await test.step('the same file again leads to the same list', async () => {
    await upload();
    await expect(manager).toHaveURL(new RegExp(`${list}\\?done=same_file$`));
    await expect(manager.locator('main')).toContainText('这个文件已经上传过');
  });

  await test.step('one row is corrected, another set aside', async () => {
    await manager.goto(`${list}?problem=money_invalid`);
    await follow(manager, '第 4 行');
    await expect(manager).toHaveURL(/\/rows\/[0-9a-f-]{36}/);
    await expect(manager.locator('main')).toContainText('请填写金额');
    await fill(manager, { cell_base: '两万' });
    await press(manager, '保存更正');
    await expect(manager.locator('main').getByRole('alert')).toContainText('金额');
    await expect(manager.locator('main [name=cell_base]')).toHaveValue('两万');
    await fill(manager, { cell_base: '20000' });
    await press(manager, '保存更正');
    await expect(manager.locator('main')).toContainText('已更正');
    const [download] = await Promise.all([
      manager.waitForEvent('download'),
      follow(manager, '下载问题清单（CSV）'),
    ]);
    const problems = readFileSync(await download.path(), 'utf8');
    expect(problems).toContain('行号,统一社会信用代码');
    expect(problems).toContain('需要联系邮箱');
    await manager.goto(`${list}?state=problem`);
    await follow(manager, '第 5 行');
    await expect(manager).toHaveURL(/\/rows\/[0-9a-f-]{36}/);
    await fill(manager, { reason: '没有联系方式' });
    await press(manager, '移出这一行');
    await expect(manager.locator('main')).toContainText('已移出，不在本次发放之列');
  });

  await test.step('the manager proposes, finance publishes', async () => {
    await manager.goto(list);
    await press(manager, '提请发放 2 行');
    await expect(manager.locator('main')).toContainText('等待财务人员复核');
    const finance = await browserOf(browser, 'finance1@shanghai.demo');
    await finance.goto(list);
    await finance
      .locator('main')
      .getByRole('button', { name: /^公示 2 行（合计 ¥9,000\.00，至 / })
      .click();
    await expect(finance.locator('main')).toContainText('名单已公示');
    // Nothing is issued before the last day of the notice.
    await expect(
      finance.locator('main').getByRole('button', { name: '发放 2 张', exact: true }),
    ).toHaveCount(0);
    await finance.context().close();
  });

  await test.step('the public sees the notice, and no award yet', async () => {
    await manager.goto(list);
    await follow(manager, '查看公示');
    await expect(manager.locator('main')).toContainText(`上海名单${stamp}-1有限公司`);
    await manager.goto('/awards?city=shanghai');
    await expect(manager.locator('main')).not.toContainText(`上海名单${stamp}-1有限公司`);
  });
  await manager.context().close();
});
