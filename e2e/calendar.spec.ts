import { statutoryDays } from '@/lib/working-days';
import { browserOf, expect, test } from './fixtures';
import { fill, press } from './steps';

/** So far ahead that no deadline of another test is in it. */
const year = 2099;

test('a year’s holidays are entered by one administrator and released by another', async ({
  browser,
}) => {
  const admin = await browserOf(browser, 'platform@suanquan.demo');
  await admin.goto('/platform');
  await admin.getByRole('link', { name: '工作日历' }).first().click();
  await expect(admin.locator('h1')).toHaveText('工作日历');

  // A wrong line is named, and nothing that was typed is lost.
  const lines = statutoryDays(year).map((day) => `放假 ${day}`);
  await fill(admin, {
    year: String(year),
    source: '测试通知',
    lines: [...lines, '加班 2099-02-28'].join('\n'),
  });
  await press(admin, '录入放假安排');
  await expect(admin.locator('#f-lines')).toHaveAttribute('aria-invalid', 'true');
  await expect(admin.locator('main')).toContainText(
    `第 ${lines.length + 1} 行“加班 2099-02-28”：请以“放假”或“上班”开头`,
  );
  await expect(admin.locator('main [name=source]')).toHaveValue('测试通知');

  // A file replaces what is typed.
  await fill(admin, { lines: '' });
  await admin.locator('main [name=file]').setInputFiles({
    name: '2099.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${lines.join('\r\n').replaceAll(' ', ',')}\r\n上班,2099-02-28\r\n`),
  });
  await press(admin, '录入放假安排');
  await expect(admin.locator('main')).toContainText('已提请，等待另一位平台管理员复核。');
  await expect(admin.locator('main')).toContainText('由您提请，须由另一位平台管理员复核。');
  await expect(admin.getByRole('button', { name: '复核通过' })).toHaveCount(0);

  const colleague = await browserOf(browser, 'platform2@suanquan.demo');
  await colleague.goto('/platform/calendar');
  await expect(colleague.locator('main')).toContainText('按法定假日推算应为');
  await press(colleague, '复核通过');
  await expect(colleague.locator('main')).toContainText('已复核，现已生效');
  await colleague.goto('/en/platform/calendar');
  await expect(colleague.locator('main')).toContainText(`${year} · `);
});
