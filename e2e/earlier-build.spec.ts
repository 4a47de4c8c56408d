import type { Page } from '@playwright/test';
import { expect, lookUp, signIn, test } from './fixtures';
import { fill } from './steps';

/** Has the form of an action's id, but no build has such an action. */
const unknown = '7f00000000000000000000000000000000000000aa';
const contacts = '/startup/organisation/contacts';
const lostText = '门户已更新，刚才的内容未能提交';

const typed = (name: string) => ({ name, phone: '13900139000', email: 'renewed@example.cn' });

const form = (page: Page, field: string) =>
  page.locator('main form', { has: page.locator(`[name=${field}]:not([type=hidden])`) });
const send = (page: Page, field: string) =>
  form(page, field).locator('[type=submit]').last().click();

async function expectTyped(page: Page, values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) {
    await expect(page.locator(`main [name=${name}]:not([type=hidden])`)).toHaveValue(value);
  }
}

/** Turns the forms of a page without a script into those of an earlier build. */
const age = (page: Page) =>
  page.locator('main').evaluate((main, id) => {
    for (const field of main.querySelectorAll<HTMLInputElement>('[name^="$ACTION_"]')) {
      field.value = field.value.replace(/"id":"[0-9a-f]+"/, `"id":"${id}"`);
      field.name = field.name.replace(/^\$ACTION_ID_.*/, `$ACTION_ID_${id}`);
    }
  }, unknown);

/** Turns the scripts of a page into those of an earlier build, until the page is loaded again. */
async function ageScripts(page: Page) {
  await page.route('**', async (route, request) => {
    const headers = request.headers();
    if (headers['next-action'])
      await route.continue({ headers: { ...headers, 'next-action': unknown } });
    else await route.continue();
  });
}

async function draft(): Promise<string> {
  const [row] = await lookUp(`select a.id from applications a
    join memberships m on m.organisation_id = a.organisation_id and m.role = 'owner'
    join users u on u.id = m.user_id
    where a.state = 'draft' and m.ended_at is null and u.email = 'owner@startup.demo' order by a.id`);
  if (typeof row?.id !== 'string') throw new Error('The demonstration has no draft.');
  return row.id;
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a form of an earlier build comes back as it was typed, and is taken then', async ({
    page,
  }) => {
    const values = typed('周更新');
    await signIn(page, 'owner@startup.demo');
    await page.goto(contacts);
    await fill(page, values);
    await age(page);
    await send(page, 'email');
    await expect(page.locator('main')).toContainText(lostText);
    await expectTyped(page, values);
    await send(page, 'email');
    await expect(page.locator('main')).not.toContainText(lostText);
    await expect(page.locator('main table')).toContainText(values.name);
  });

  test('so does a part of an application, in the reader’s language', async ({ page }) => {
    const values = { contactName: '吴更新', contactPhone: '13700137000' };
    await signIn(page, 'owner@startup.demo');
    await page.goto(`/en/startup/applications/${await draft()}/contact`);
    await fill(page, values);
    await age(page);
    await send(page, 'contactName');
    await expect(page.locator('main')).toContainText('The portal was renewed');
    await expectTyped(page, values);
  });
});

test('with a script a form of an earlier build keeps what was typed, and takes it along when loaded anew', async ({
  page,
}) => {
  const values = typed('郑更新');
  await signIn(page, 'owner@startup.demo');
  await page.goto(contacts);
  await ageScripts(page);
  await fill(page, values);
  await send(page, 'email');
  await expect(form(page, 'email').getByRole('alert')).toContainText('内容未能提交');
  await expectTyped(page, values);
  await page.getByRole('button', { name: '重新载入并保留已填写的文字' }).click();
  await expect(page.locator('main')).toContainText(lostText);
  await expectTyped(page, values);
  await page.unroute('**');
  await send(page, 'email');
  await expect(page.locator('main table')).toContainText(values.name);
  await expect(page.locator('main')).not.toContainText(lostText);
});

test('a form whose answer is lost keeps what was typed, and says that it may have arrived', async ({
  page,
}) => {
  const values = typed('王断线');
  await signIn(page, 'owner@startup.demo');
  await page.goto(contacts);
  await fill(page, values);
  await page.route('**', (route, request) =>
    request.method() === 'POST' ? route.abort() : route.continue(),
  );
  await send(page, 'email');
  await expect(form(page, 'email').getByRole('alert')).toContainText('没有收到门户的答复');
  await expectTyped(page, values);
  await page.unroute('**');
  await send(page, 'email');
  await expect(page.locator('main table')).toContainText(values.name);
});
