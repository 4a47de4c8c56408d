import type { Page } from '@playwright/test';
import { expect, lookUp, test } from './fixtures';

const row = (page: Page) => page.locator('main li h3 a');
const slugs = (page: Page) =>
  row(page).evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''),
  );
const status = (page: Page) => page.locator('main').getByRole('status');

/** Reads all pages of a list, one after the other. */
async function allPages(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  const found = await slugs(page);
  for (let next = page.locator('a[rel=next]'); (await next.count()) > 0;) {
    await page.goto((await next.getAttribute('href')) ?? '');
    found.push(...(await slugs(page)));
  }
  return found;
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`list of programmes${javaScriptEnabled ? '' : ' without JavaScript'}`, () => {
    test.use({ javaScriptEnabled });

    test('filters are in the address, are shown, and are removed one by one', async ({ page }) => {
      await page.goto('/programmes');
      await page.locator('#f-city').selectOption('qingyang');
      await page.locator('#f-state').selectOption('open');
      await page.getByRole('button', { name: '查找' }).click();
      await expect(page).toHaveURL(/city=qingyang/);
      await expect(page).toHaveURL(/state=open/);
      await expect(status(page)).toHaveText('共 1 项政策');
      expect(await slugs(page)).toEqual(['qingyang-compute-2024']);
      await expect(page.locator('#f-city')).toHaveValue('qingyang');
      await page.getByRole('link', { name: '取消条件 城市：庆阳市' }).click();
      await expect(page).not.toHaveURL(/city=/);
      await expect(page).toHaveURL(/state=open/);
      await page.goBack();
      await expect(page.locator('#f-city')).toHaveValue('qingyang');
      await page.getByRole('link', { name: '全部清除' }).click();
      await expect(page).toHaveURL(/\/programmes$/);
    });

    test('nothing found says so and how to go on', async ({ page }) => {
      await page.goto('/en/programmes?q=nowhere-at-all');
      await expect(status(page)).toHaveText('0 programmes');
      await expect(page.locator('main')).toContainText('No programme fits');
    });
  });
}

/** Reads all pages in an order: checks how many programmes the page counts, and their order. */
async function expectOrder(page: Page, sort: 'deadline' | 'left' | 'name') {
  const [counted] = await lookUp(
    `select count(*)::int as n from programmes where state = 'published'`,
  );
  const total = Number(counted?.n);
  const found = await allPages(page, `/programmes?sort=${sort}`);
  await page.goto(`/programmes?sort=${sort}`);
  await expect(status(page)).toContainText(`共 ${total} 项政策`, { timeout: 1_000 });
  expect(found).toHaveLength(total);
  expect(new Set(found).size).toBe(total);
  if (sort === 'name') expect(found).toEqual([...found].sort());
  if (sort !== 'left') return;
  const pools = await lookUp(`select p.slug, (l.budget_fen - l.committed_fen)::text as fen
    from programmes p join ledger.pools l on l.id = p.id`);
  const left = new Map(pools.map(({ slug, fen }) => [slug, BigInt(String(fen))]));
  const amounts = found.map((slug) => left.get(slug) ?? 0n);
  expect(amounts).toEqual([...amounts].sort((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
}

test('every order goes through all pages, and the count is of all of them', async ({ page }) => {
  for (const sort of ['deadline', 'left', 'name'] as const) {
    // Another test may publish a programme or change its budget in between; then the list is read again.
    await expect(() => expectOrder(page, sort)).toPass({ timeout: 300_000 });
  }
});

test('an invalid filter is reported beside its field, and no list is shown for it', async ({
  page,
}) => {
  const wrong = [
    'cursor=nonsense',
    'kind=gold&sort=up',
    'city=x',
    'q=%E2%80%94',
    `q=${'a'.repeat(101)}`,
  ];
  for (const query of wrong) {
    const response = await page.goto(`/programmes?${query}`);
    expect(response?.status()).toBe(200);
    await expect(page.locator('main').getByRole('alert')).toBeVisible();
    await expect(page.getByText('筛选条件用不了，没有列出结果')).toBeVisible();
    await expect(page.locator('main li a[href*="/programmes/"]')).toHaveCount(0);
  }
  await page.goto('/programmes?kind=gold');
  await expect(page.locator('[name=kind]')).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('link', { name: '清除全部条件' }).click();
  await expect(page.locator('main li a[href*="/programmes/"]').first()).toBeVisible();
});

test('a damaged place in a list that nothing narrows is no page', async ({ page }) => {
  expect((await page.goto('/notices?cursor=nonsense'))?.status()).toBe(404);
});
