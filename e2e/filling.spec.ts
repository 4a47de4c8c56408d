import type { Page } from '@playwright/test';
import { expect, lookUp, test } from './fixtures';
import { beginApplication, fill, press, signUpAndRegister } from './steps';

const bar = (page: Page) => page.locator('main p[role=status]').first();
const field = (page: Page, name: string) =>
  page.locator(`main [name="${name}"]:not([type=hidden])`).first();

/** Ends the sessions of a person, as if too long had passed. */
const endSessions = (email: string) =>
  lookUp(
    `update sessions set revoked_at = now() where user_id = (select id from users where email = '${email}') returning id_hash`,
  );

test('whatever happens while one fills in, no character is lost', async ({ page, context }) => {
  const stamp = `${Date.now().toString(36)}f`;
  const email = `founder-${stamp}@example.cn`;
  await signUpAndRegister(page, { organisation: `庆阳填表${stamp}科技有限公司`, stamp });

  // Two starts at once make one case, prefilled and marked.
  await page.goto('/startup/applications/new?programme=qingyang-compute-2024');
  await page.locator('main button[type=submit]').last().dblclick();
  await expect(page).toHaveURL(/\/startup\/applications\/[0-9a-f-]{36}/);
  const caseId = /applications\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  const path = `/startup/applications/${caseId}`;
  await page.goto(`${path}/contact`);
  await expect(field(page, 'contactPhone')).toHaveValue('13800138000');
  await expect(page.locator('main')).toContainText('来自单位资料');
  await expect(page.locator('main')).toContainText('尚未提交 · ');

  // Offline: the page shows it, the answer is kept, and it is saved once online again.
  await page.goto(`${path}/project`);
  await expect(bar(page)).toContainText('已保存');
  await context.setOffline(true);
  await fill(page, { projectName: '离线填写的项目' });
  await field(page, 'projectSummary').focus();
  await expect(bar(page)).toContainText('未保存');
  await context.setOffline(false);
  await expect(bar(page)).toContainText('已保存');

  // A tab is killed while offline: its answers are back in the next one.
  await context.setOffline(true);
  // The tab is killed and not closed, so it cannot send anything.
  await page.evaluate(() =>
    Object.defineProperty(document, 'visibilityState', { get: () => 'visible' }),
  );
  await fill(page, { projectSummary: '标签页被关闭前的最后一句' });
  await page.close();
  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(`${path}/project`);
  await expect(field(next, 'projectName')).toHaveValue('离线填写的项目');
  await expect(field(next, 'projectSummary')).toHaveValue('标签页被关闭前的最后一句');
  await expect(next.locator('main')).toContainText('已恢复您');
  await expect(bar(next)).toContainText('已保存');

  // The language is changed in the middle of a word.
  await fill(next, { projectName: '换语言之前' });
  await next.getByRole('link', { name: 'English' }).click();
  await expect(next).toHaveURL(new RegExp(`/en${path}/project`));
  await expect(field(next, 'projectName')).toHaveValue('换语言之前');
  await expect(bar(next)).toContainText('Saved');

  // The user goes back within the portal without saving.
  await fill(next, { projectName: '返回之前' });
  await next.locator('main').getByRole('link', { name: 'Task list' }).click();
  await expect(next.getByRole('heading', { name: 'What to fill in' })).toBeVisible();
  await next.goBack();
  await expect(field(next, 'projectName')).toHaveValue('返回之前');

  // The session ends while the form is open: the page shows it, nothing is lost, and the answers
  // are saved once the user is signed in again in another window.
  expect(await endSessions(email)).not.toHaveLength(0);
  await fill(next, { projectName: '登录失效之后' });
  await field(next, 'projectSummary').focus();
  await expect(bar(next)).toContainText('no longer signed in');
  const other = await context.newPage();
  const again = next.locator('main a[target=_blank][href*="/sign-in?next="]').first();
  await other.goto(String(await again.getAttribute('href')));
  await expect(other.locator('main')).toContainText('is kept in this browser');
  await other.goto('/sign-in');
  await fill(other, { email, password: 'a sentence that is long enough' });
  await other.locator('main button[type=submit]').click();
  await expect(other).toHaveURL(/\/startup/);
  await other.close();
  await next.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(bar(next)).toContainText('Saved');
  await expect(field(next, 'projectName')).toHaveValue('登录失效之后');

  // The page warns in time; any key prolongs the session.
  await lookUp(
    `update sessions set last_seen_at = now() - interval '26 minutes' where revoked_at is null and user_id = (select id from users where email = '${email}') returning id_hash`,
  );
  await next.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(next.getByRole('dialog')).toContainText('You will be signed out');
  await next.keyboard.press('Enter');
  await expect(next.getByRole('dialog')).toBeHidden();
  const [session] = await lookUp(
    `select last_seen_at > now() - interval '1 minute' as fresh from sessions where revoked_at is null and user_id = (select id from users where email = '${email}')`,
  );
  expect(session?.fresh).toBe(true);

  // Answers from an earlier application are marked.
  await next.goto(path);
  await next.locator('summary', { hasText: '放弃这份申请' }).click();
  await fill(next, { reason: '改期。' });
  await press(next, '放弃这份申请');
  await expect(next).toHaveURL(/\/status/);
  await next.goBack();
  await expect(next).toHaveURL(/\/status/);
  await next.getByRole('link', { name: '再次申请' }).click();
  await expect(next.locator(`main [name=earlier][value="${caseId}"]`)).toBeChecked();
  await press(next, '开始填写');
  await expect(next).toHaveURL(/done=started/);
  await next.locator('main').getByRole('link', { name: '项目', exact: true }).click();
  await expect(field(next, 'projectName')).toHaveValue('登录失效之后');
  await expect(next.locator('main')).toContainText('来自以前的申请');
});

test('two at one answer: both are shown with who and when, and one is chosen', async ({
  page: owner,
}) => {
  const stamp = `${Date.now().toString(36)}h`;
  await signUpAndRegister(owner, { organisation: `庆阳同时${stamp}科技有限公司`, stamp });
  const caseId = await beginApplication(owner);
  const path = `/startup/applications/${caseId}/project`;
  await owner.goto(path);
  const second = await owner.context().newPage();
  await second.goto(path);
  await fill(owner, { projectName: '甲的名称' });
  await expect(bar(owner)).toContainText('已保存');
  await field(owner, 'projectSummary').focus();
  await expect
    .poll(
      async () =>
        (await lookUp(`select revision from applications where id = '${caseId}'`))[0]?.revision,
    )
    .toBe(1);
  await fill(second, { projectName: '乙的名称', cardHours: '900' });
  const panel = second.locator('main [role=status]', { hasText: '两边的内容不同' });
  await expect(panel).toContainText('甲的名称');
  await expect(panel).toContainText('乙的名称');
  await panel.getByRole('button', { name: '用对方的' }).click();
  await expect(field(second, 'projectName')).toHaveValue('甲的名称');
  await expect(bar(second)).toContainText('已保存');
  const [saved] = await lookUp(`select answers from applications where id = '${caseId}'`);
  expect(saved?.answers).toMatchObject({ projectName: '甲的名称', cardHours: '900' });
});

/** Makes the page fetch itself again, as it does whenever the expected amount changes. */
async function refresh(page: Page) {
  await Promise.all([
    page.waitForResponse((response) => response.url().includes('_rsc=')),
    page.evaluate(() =>
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })),
    ),
  ]);
  // Nothing on the page shows when the answer has arrived, because it must change nothing.
  await page.waitForTimeout(500);
}

test('rows of a table come and go, and a page fetched anew writes over nothing', async ({
  page,
}) => {
  const stamp = `${Date.now().toString(36)}t`;
  await signUpAndRegister(page, { organisation: `庆阳分行${stamp}科技有限公司`, stamp });
  const caseId = await beginApplication(page);
  await page.goto(`/startup/applications/${caseId}/project`);
  const cell = (row: number) => page.locator(`main [name="ownPlan.${row}.cardHours"]`);
  const typed = () =>
    page
      .locator('main [name^="ownPlan."][name$=".cardHours"]')
      .evaluateAll((cells) =>
        cells.map((one) => (one as HTMLInputElement).value).filter((text) => text !== ''),
      );
  const storedAmounts = async () => {
    const rows = await lookUp(`select r ->> 'cardHours' as hours from applications,
      jsonb_array_elements((answers ->> 'ownPlan')::jsonb) with ordinality as rows(r, at)
      where id = '${caseId}' order by at`);
    return rows.map(({ hours }) => hours);
  };
  const away = () => field(page, 'projectName').focus();

  await page.getByRole('button', { name: '增加一行 算力使用计划' }).click();
  for (const [row, hours] of ['100', '200', '300'].entries()) await cell(row).fill(hours);
  await away();
  await expect.poll(storedAmounts).toEqual(['100', '200', '300']);
  await page.reload();
  await page.getByRole('button', { name: '删除 第 1 行' }).click();
  await expect.poll(storedAmounts).toEqual(['200', '300']);
  await refresh(page);
  expect(await typed()).toEqual(['200', '300']);
  await fill(page, { projectName: '分行的名称' });
  await field(page, 'projectSummary').focus();
  await expect(bar(page)).toContainText('已保存');
  await expect.poll(storedAmounts).toEqual(['200', '300']);

  // A row that was refused is removed by its button: the others stay as they are.
  await cell(1).fill('三百');
  await press(page, '保存并继续');
  await expect(page.locator('main').getByRole('alert')).toBeVisible();
  expect(await typed()).toEqual(['200', '三百']);
  await page.getByRole('button', { name: '删除 第 1 行' }).click();
  expect(await typed()).toEqual(['三百']);
  await cell(0).fill('400');
  await away();
  await expect.poll(storedAmounts).toEqual(['400']);

  // A choice that is made while the page is loading is kept.
  await page.locator('main [name=purpose][value=training]').check();
  await expect.poll(() => bar(page).textContent()).toContain('已保存');
  await page.locator('main [name=purpose][value=inference]').check();
  await refresh(page);
  await expect(page.locator('main [name=purpose][value=inference]')).toBeChecked();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a form sent after the session ended comes back whole', async ({ page }) => {
    const stamp = `${Date.now().toString(36)}g`;
    const email = `founder-${stamp}@example.cn`;
    await signUpAndRegister(page, { organisation: `庆阳过期${stamp}科技有限公司`, stamp });
    const caseId = await beginApplication(page);
    await page.goto(`/startup/applications/${caseId}/contact`);
    await fill(page, { contactName: '过期之前填写' });
    await endSessions(email);
    await press(page, '保存并继续');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('登录已失效');
    await expect(page.locator('main')).toContainText('过期之前填写');
    const other = await page.context().newPage();
    await other.goto('/sign-in');
    await fill(other, { email, password: 'a sentence that is long enough' });
    await other.locator('main button[type=submit]').click();
    await expect(other).toHaveURL(/\/startup/);
    await press(page, '我已登录，继续');
    await expect(field(page, 'contactName')).toHaveValue('过期之前填写');
    await press(page, '保存并继续');
    await expect(page).toHaveURL(/\/project/);
    const [saved] = await lookUp(`select answers from applications where id = '${caseId}'`);
    expect(saved?.answers).toMatchObject({ contactName: '过期之前填写' });
  });
});
