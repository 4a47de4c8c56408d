import { browserOf, expect, lookUp, test } from './fixtures';
import { fill, follow, press } from './steps';

const nanning = '南宁市算力券（2025）';

/** Returns the change of Nanning's budget that is waiting, if there is one. */
const waiting = async () =>
  (
    await lookUp(`select c.id from budget_changes c join programmes p on p.id = c.programme_id
      where p.slug = 'nanning-compute-2025' and c.state = 'proposed'`)
  ).length;

test('a budget is changed by two people, and everybody sees where it goes', async ({ browser }) => {
  const manager = await browserOf(browser, 'manager@nanning.demo');
  await manager.goto('/city/budget');
  const title = (await manager.locator('tbody th a').first().textContent()) ?? nanning;
  await follow(manager, title);
  await expect(manager).toHaveURL(/\/city\/budget\/[0-9a-f-]{36}$/);
  const address = new URL(manager.url()).pathname;

  // An amount below what is committed: the fault is shown beside the field, and what was typed is
  // still there.
  await fill(manager, { toFen: '1', reason: '压减预算。' });
  await press(manager, '提请调整');
  await expect(manager.locator('#f-toFen')).toHaveAttribute('aria-invalid', 'true');
  await expect(manager.locator('main')).toContainText(/已承诺 ¥[\d,.]+，.*预算不得低于/);
  await expect(manager.locator('main [name=reason]')).toHaveValue('压减预算。');

  await fill(manager, { toFen: '65,000,000', reason: '市财政追加下达 500 万元。' });
  await press(manager, '提请调整');
  await expect(manager.locator('main')).toContainText('已提请调整，等待财务复核。');
  expect(await waiting()).toBe(1);
  // Only finance releases, and a second change must wait for the first.
  await expect(manager.getByRole('button', { name: '复核通过' })).toHaveCount(0);
  await expect(manager.getByRole('button', { name: '提请调整' })).toHaveCount(0);

  const finance = await browserOf(browser, 'finance1@nanning.demo');
  await finance.goto('/city');
  await finance.getByRole('link', { name: /待复核的预算调整/ }).click();
  await expect(finance).toHaveURL(/\/city\/budget/);
  await expect(finance.locator('main')).toContainText('市财政追加下达 500 万元。');
  await press(finance, '复核通过');
  await expect(finance.locator('main')).toContainText('已复核，新预算已生效。');
  expect(await waiting()).toBe(0);

  await finance.goto(`/en${address}`);
  const main = finance.locator('main');
  await expect(
    main.getByRole('img', { name: /What was committed and what was not issued/ }),
  ).toBeVisible();
  await expect(main).toContainText('¥65,000,000.00');
  await expect(main.getByRole('heading', { name: 'How this is worked out' })).toBeVisible();
  await expect(main.getByRole('row', { name: /Whole budget Released/ }).first()).toContainText(
    '+¥5,000,000.00',
  );

  const file = await finance.request.get('/api/budget?locale=en');
  expect(file.headers()['content-type']).toContain('text/csv');
  const text = await file.text();
  expect(text.startsWith('\uFEFFProgramme,Part,Budget (yuan)')).toBe(true);
  expect(text.trim().split('\r\n').at(-1)).toMatch(/^All programmes,,65000000\.00,/);
});
