import type { Page } from '@playwright/test';
import { eicarText, pdfBytes } from '@/db/testing/files';
import { browserOf, expect, lookUp, test } from './fixtures';
import { beginApplication, signUpAndRegister } from './steps';

let numbered = 0;
/** Returns a PDF that differs from all others. */
const file = (name: string, padding = 0) => ({
  name,
  mimeType: 'application/pdf',
  buffer: pdfBytes({ padding, extra: `% ${(numbered += 1)} ${Date.now()}` }),
});
const raw = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });

const slot = (page: Page, requirement: string) =>
  page.locator('[data-slot]', { has: page.locator(`[data-drop=${requirement}]`) });
const choose = (page: Page, requirement: string, files: ReturnType<typeof file>[]) =>
  page.locator(`[data-requirement=${requirement}]`).setInputFiles(files);
const link = (page: Page, name: string) => page.getByRole('link', { name });

/** Drops a file on a place: with these bytes, or of this size. */
async function drop(page: Page, requirement: string, name: string, bytes: number[] | number) {
  const dataTransfer = await page.evaluateHandle(
    ([given, content]) => {
      const transfer = new DataTransfer();
      const part = typeof content === 'number' ? new Uint8Array(content) : Uint8Array.from(content);
      transfer.items.add(new File([part], given));
      return transfer;
    },
    [name, bytes] as const,
  );
  await page.dispatchEvent(`[data-drop=${requirement}]`, 'drop', { dataTransfer });
}

test('a founder hands in files: several at a time, over a broken line, and sees what is refused', async ({
  page,
  browser,
}) => {
  const stamp = `${Date.now().toString(36)}f`;
  await signUpAndRegister(page, { organisation: `庆阳文件${stamp}科技有限公司`, stamp });
  const caseId = await beginApplication(page);
  const path = `/startup/applications/${caseId}/files`;
  await page.goto(path);
  const licence = slot(page, 'licenceFile');
  const contract = slot(page, 'contractFile');
  await expect(licence.getByText('未上传')).toBeVisible();

  await test.step('several are picked at once, and are there after a reload', async () => {
    await choose(page, 'licenceFile', [file('one.pdf'), file('two.pdf', 2_000_000)]);
    await expect(link(page, 'one.pdf')).toBeVisible();
    await expect(link(page, 'two.pdf')).toContainText('1.9 MB');
    await expect(licence.getByText('已上传', { exact: true })).toBeVisible();
    await page.reload();
    await expect(link(page, 'two.pdf')).toBeVisible();
    await choose(page, 'licenceFile', []);
    await expect(link(page, 'one.pdf')).toBeVisible();
  });

  await test.step('a name with markup is a name; dropping works as picking does', async () => {
    const name = '<img src=x onerror=document.title=1>.pdf';
    await drop(page, 'contractFile', name, [...pdfBytes({ extra: '% dropped' })]);
    await expect(link(page, name)).toBeVisible();
    await expect(page.locator('main img')).toHaveCount(0);
  });

  await test.step('refused files are named, beside those that were taken', async () => {
    await choose(page, 'contractFile', [
      raw('virus.pdf', Buffer.concat([pdfBytes(), Buffer.from(eicarText), Buffer.from('\n%%EOF')])),
      raw('program.pdf', Buffer.from('MZ a program')),
      raw('empty.pdf', Buffer.alloc(0)),
      raw('dropped.pdf', pdfBytes({ extra: '% dropped' })),
      file('good.pdf'),
    ]);
    await drop(page, 'contractFile', 'large.pdf', 21 * 1024 * 1024);
    const row = (name: string) => contract.getByRole('listitem').filter({ hasText: name });
    await expect(row('virus.pdf')).toContainText('未通过安全检查');
    await expect(row('program.pdf')).toContainText('文件内容不是 PDF、PNG、JPEG 或 OFD');
    await expect(row('empty.pdf')).toContainText('0 字节');
    await expect(row('large.pdf')).toContainText('超过 20 MB');
    await expect(row('dropped.pdf')).toContainText('无需重复上传');
    await expect(link(page, 'good.pdf')).toBeVisible();
    await row('virus.pdf').getByRole('button', { name: '知道了' }).click();
    await expect(row('virus.pdf')).toHaveCount(0);
  });

  await test.step('a line that breaks is tried again by itself; what goes on may be stopped', async () => {
    let broken = 0;
    await page.route('**/api/documents?*', async (route) => {
      broken += 1;
      if (broken === 1) await route.abort('connectionreset');
      else await route.continue();
    });
    await choose(page, 'licenceFile', [file('brave.pdf')]);
    await expect(licence.getByText(/连接中断，\d+ 秒后重试/)).toBeVisible();
    await expect(link(page, 'brave.pdf')).toBeVisible({ timeout: 15_000 });
    expect(broken).toBe(2);
    await page.unroute('**/api/documents?*');

    await page.route('**/api/documents?*', () => undefined);
    await choose(page, 'licenceFile', [file('stopped.pdf', 5_000_000)]);
    const going = licence.getByRole('listitem').filter({ hasText: 'stopped.pdf' });
    await expect(going.getByRole('progressbar')).toBeVisible();
    await going.getByRole('button', { name: '取消' }).click();
    await expect(going).toHaveCount(0);
    await page.unroute('**/api/documents?*');
    expect(
      await lookUp(
        `select 1 from documents where file_name = 'stopped.pdf' and application_id = '${caseId}'`,
      ),
    ).toEqual([]);
  });

  await test.step('what was taken out by mistake comes back, as long as its note is shown', async () => {
    const held = licence.getByRole('listitem').filter({ hasText: 'one.pdf' });
    await held.getByRole('button', { name: '移除' }).click();
    await expect(held).toHaveCount(0);
    const note = licence.getByRole('group', { name: 'one.pdf' });
    await note.getByRole('button', { name: '撤销' }).click();
    await expect(held).toHaveCount(1);
    await expect(note).toHaveCount(0);
  });

  await test.step('a file is had through an address that ends; nobody else has it', async () => {
    const address = (await link(page, 'good.pdf').getAttribute('href')) ?? '';
    const had = await page.request.get(address);
    expect(had.headers()['content-disposition']).toContain('attachment; filename="document"');
    expect(had.status()).toBe(200);
    const bare = address.split('?')[0] ?? '';
    await page.goto(bare);
    await expect(page).toHaveURL(bare.replace('/api', ''));
    await expect(page.locator('main')).toContainText('10 分钟');
    const download = page.waitForEvent('download');
    await page.locator('main').getByRole('link', { name: '下载' }).click();
    expect((await download).suggestedFilename()).toBe('good.pdf');

    const stranger = await browserOf(browser, 'owner@startup2.demo');
    for (const place of [address, bare, bare.replace('/api', '')]) {
      expect((await stranger.request.get(place)).status()).toBe(404);
    }
    await stranger.goto('/settings');
    const csrf = await stranger.locator('[name=csrf]').first().inputValue();
    const sent = await stranger.request.post(
      `/api/documents?applicationId=${caseId}&requirement=contractFile&name=x.pdf`,
      { headers: { 'x-csrf': csrf }, data: pdfBytes() },
    );
    expect(sent.status()).toBe(404);
    await stranger.context().close();
  });
});

test('a sample says what is looked at, in both languages, on paper too', async ({ page }) => {
  await page.goto('/samples/contract');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('样表：算力服务合同');
  await expect(page.locator('main ol li')).toHaveCount(6);
  await page.goto('/en/samples/invoice');
  await expect(page.locator('main')).toContainText('Each invoice counts once.');
  expect((await page.request.get('/samples/nothing')).status()).toBe(404);
});
