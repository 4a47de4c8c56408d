import { browserOf, expect, lookUp, test } from './fixtures';
import { fill, press } from './steps';

const one = async (query: string): Promise<string> => {
  const id = (await lookUp(query))[0]?.id;
  if (typeof id !== 'string') throw new Error(`Nothing is found by: ${query}`);
  return id;
};
const city = `(select id from cities where slug = 'qingyang')`;

test('two officers decide at once: the second sees who was first, and keeps what was typed', async ({
  browser,
}) => {
  const caseId = await one(
    `select id from applications where city_id = ${city} and state = 'first_passed' order by id limit 1`,
  );
  const first = await browserOf(browser, 'approver@qingyang.demo');
  const second = await browserOf(browser, 'approver2@qingyang.demo');
  for (const page of [first, second]) {
    await page.goto(`/city/cases/${caseId}`);
    await fill(page, { reason: '核对无误，同意。', noConflict: 'yes' });
  }
  await press(first, '复审通过');
  await expect(first.locator('main')).toContainText('复审已通过');
  await press(second, '复审通过');
  await expect(second.locator('main').getByRole('alert')).toContainText('李复审');
  await expect(second.locator('main [name=reason]').first()).toHaveValue('核对无误，同意。');
  await first.context().close();
  await second.context().close();
});

test('a hold pressed twice is one hold; a tab that outlived its session loses nothing typed', async ({
  browser,
}) => {
  const email = 'owner@startup.demo';
  const voucher = await one(
    `select v.id from vouchers v join ledger.accounts a on a.id = v.id
      join memberships m on m.organisation_id = v.organisation_id join users u on u.id = m.user_id
      where u.email = '${email}' and v.state = 'active' and v.city_id = ${city}
        and v.valid_to > app.now() and a.granted_fen - a.held_fen - a.spent_fen - a.returned_fen > 100000
      limit 1`,
  );
  const vendorId = await one(
    `select vendor_id as id from accreditations where city_id = ${city} and state = 'listed' limit 1`,
  );
  const order = `DD-${Date.now().toString(36)}`;
  const values = { vendorId, orderNumber: order, orderFen: '1,000', amountFen: '３００' };
  const page = await browserOf(browser, email);
  await page.goto(`/startup/vouchers/${voucher}/hold`);
  await fill(page, values);
  await page.locator('main button[type=submit]').last().dblclick();
  await expect(page).toHaveURL(new RegExp(`/startup/vouchers/${voucher}\\?done=held$`));
  await expect(page.locator('main')).toContainText(order);
  expect(await lookUp(`select id from holds where order_number = '${order}'`)).toHaveLength(1);

  const stale = await page.context().newPage();
  await stale.goto(`/startup/vouchers/${voucher}/hold`);
  await fill(stale, { ...values, orderNumber: `${order}-2` });
  await page.locator('header details', { hasText: '退出' }).locator('summary').click();
  await page.getByRole('button', { name: '退出' }).click();
  await expect(page.getByRole('link', { name: '登录' })).toBeVisible();
  await stale.locator('main button[type=submit]').last().click();
  await expect(stale.locator('main').getByRole('alert')).toContainText('登录');
  await expect(stale.locator('main [name=orderNumber]')).toHaveValue(`${order}-2`);
  expect(await lookUp(`select id from holds where order_number = '${order}-2'`)).toHaveLength(0);
  await page.context().close();
});
