import { addDays } from '@/lib/dates';
import { faultsOf, overflow } from './axe';
import { browserOf, expect, lookUp, signIn, test } from './fixtures';
import { fill, pdf, portalDay, press } from './steps';

/**
 * Where start-ups pay first: the demonstration's start-up corrects the claim that Shenzhen sent back, and Shenzhen accepts less of
 * it. One test, because each step needs the one before.
 */
test('a claim is corrected, reduced and verified', async ({ page: startup, browser }) => {
  const [claim] = await lookUp(`select c.id, c.voucher_id from claims c
    join memberships m on m.organisation_id = c.organisation_id
    join users u on u.id = m.user_id
    where u.email = 'owner@startup.demo' and c.state = 'returned'`);
  if (!claim) throw new Error('The demonstration has no claim to correct.');
  const path = `/startup/claims/${String(claim.id)}`;
  const today = await portalDay();
  const number = `2695${Date.now().toString().padStart(16, '0')}`;

  await test.step('the start-up reads what is wrong, and an invoice with a fault keeps what was typed', async () => {
    await signIn(startup, 'owner@startup.demo');
    await startup.goto(`/startup/vouchers/${String(claim.voucher_id)}`);
    await expect(startup.locator('#claims')).toContainText('待补正');
    await startup.goto(path);
    await expect(startup.locator('main')).toContainText('付款凭证未显示收款方户名');
    expect(await faultsOf(startup)).toEqual([]);
    await fill(startup, {
      invoiceNumber: number,
      invoicedOn: addDays(today, -6),
      invoiceFen: '200,000',
      countedFen: '300,000',
      paidFen: '200,000',
      paidOn: addDays(today, 2),
      paymentReference: 'CMB-2026-1',
    });
    await press(startup, '添加发票');
    await expect(startup.locator('main')).toContainText('计入补助的费用不能超过发票金额');
    await expect(startup.locator('[name=paymentReference]')).toHaveValue('CMB-2026-1');
    await startup.locator('[name=countedFen]').fill('200,000');
    await press(startup, '添加发票');
    await expect(startup.locator('main')).toContainText('付款日期不能晚于今天');
    await startup.locator('[name=paidOn]').fill(addDays(today, -3));
    await press(startup, '添加发票');
    await expect(startup.locator('#invoices')).toContainText(number);
  });

  await test.step('a file is added, the amount follows from all costs, and the owner declares', async () => {
    const slot = startup.locator('#evidence form:has(input[type=file])').last();
    await slot.locator('input[type=file]').setInputFiles(pdf('receipt.pdf'));
    await slot.locator('button[type=submit]').click();
    await expect(startup.locator('#evidence')).toContainText('receipt.pdf');
    await expect(startup.locator('#worth')).toContainText('累计费用');
    await press(startup, '重新提交');
    await expect(startup.locator('main')).toContainText('声明');
    await startup.locator('[name=declared]').check();
    await press(startup, '重新提交');
    await expect(startup.locator('main')).toContainText('兑付申请已提交');
  });

  const city = await browserOf(browser, 'finance1@shenzhen.demo');
  await test.step('an official tries other costs, is told the limit, and verifies less with a reason', async () => {
    await city.goto('/city/claims?state=submitted');
    expect(await faultsOf(city)).toEqual([]);
    await city.goto(`/city/claims/${String(claim.id)}`);
    expect(await faultsOf(city)).toEqual([]);
    await city.locator('[name=accepted]').fill('9,000,000');
    await press(city, '试算');
    await expect(city.locator('main')).toContainText('核定费用不能超过申请的费用');
    await city.locator('[name=accepted]').fill('700,000');
    await press(city, '试算');
    await expect(city.locator('main')).toContainText('核减理由');
    await city.getByRole('button', { name: /^核验通过，兑付/ }).click();
    await expect(city.locator('main')).toContainText('核减费用须说明理由');
    await city.locator('[name=reason]').fill('其中存储费用不属于支持范围。');
    await city.getByRole('button', { name: /^核验通过，兑付/ }).click();
    await expect(city.locator('main')).toContainText('已核验，列入下一批结算');
    await city.setViewportSize({ width: 360, height: 800 });
    expect(await overflow(city)).toBeLessThanOrEqual(0);
  });

  await test.step('the start-up reads the reason, in English too', async () => {
    await startup.goto(`/en${path}`);
    await expect(startup.locator('main')).toContainText('Why less was accepted');
    await expect(startup.locator('main')).toContainText('其中存储费用不属于支持范围');
    expect(await faultsOf(startup)).toEqual([]);
    await startup.setViewportSize({ width: 360, height: 800 });
    expect(await overflow(startup)).toBeLessThanOrEqual(0);
  });
  await city.context().close();
});
