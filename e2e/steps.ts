import type { Page } from '@playwright/test';
import { checkCreditCode } from '@/lib/credit-code';
import { addDays, shanghaiDate } from '@/lib/dates';
import { expect, lookUp } from './fixtures';

/** Returns a valid file: the smallest PDF. */
export const pdf = (name: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n% ${name}\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  ),
});

/** Returns a unified social credit code that is not in use, with a right check character. */
function freshCreditCode(): string {
  const body = `91621000${Math.random().toString().slice(2, 11).padEnd(9, '7')}`;
  const last = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].find((one) => checkCreditCode(body + one).ok);
  return `${body}${last ?? ''}`;
}

export const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click();
export const follow = (page: Page, name: string) =>
  page.locator('main').getByRole('link', { name, exact: true }).click();

export async function fill(page: Page, values: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]:not([type=hidden])`).first();
    const tag = await field.evaluate((element) => element.tagName);
    const type = await field.getAttribute('type');
    if (tag === 'SELECT') await field.selectOption(value);
    else if (type === 'radio')
      await page.locator(`main [name="${name}"][value="${value}"]`).check();
    else if (type === 'checkbox') await field.check();
    else await field.fill(value);
  }
}

/** Returns the portal's own day; the demonstration's clock may be ahead of the machine's. */
export async function portalDay(): Promise<string> {
  const [row] = await lookUp('select app.now() as now');
  if (!(row?.now instanceof Date)) throw new Error('The portal has no time.');
  return shanghaiDate(row.now);
}

/** Signs up a new founder and registers a new start-up. */
export async function signUpAndRegister(
  page: Page,
  { organisation, stamp }: { organisation: string; stamp: string },
) {
  await page.goto('/sign-up');
  await fill(page, {
    name: '沈整程',
    email: `founder-${stamp}@example.cn`,
    password: 'a sentence that is long enough',
    accepted: 'yes',
  });
  await page.locator('main button[type=submit]').click();
  await expect(page).toHaveURL(/register-organisation/);
  await fill(page, {
    kind: 'startup',
    creditCode: freshCreditCode().replace(/(.{6})/g, '$1 '),
    name: organisation,
    applicantType: 'enterprise',
    region: '甘肃省庆阳市',
    address: '西峰区科技路 1 号',
    registeredOn: '2020-05-01',
    legalRepresentative: '沈整程',
    contactName: '沈整程',
    contactPhone: '13800138000',
  });
  await page.locator('main button[type=submit]').click();
  await expect(page).toHaveURL(/\/startup$/);
}

/** Starts a draft for Qingyang. @returns the id of the case */
export async function beginApplication(page: Page): Promise<string> {
  await page.goto('/startup/applications/new?programme=qingyang-compute-2024');
  await press(page, '开始填写');
  await expect(page).toHaveURL(/\/startup\/applications\/[0-9a-f-]{36}/);
  return /applications\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
}

/** Answers every section of a draft; ends at its files. */
export async function fillSections(
  page: Page,
  caseId: string,
  { stamp, today, vendorName }: { stamp: string; today: string; vendorName: string },
) {
  await page.goto(`/startup/applications/${caseId}/contact`);
  await fill(page, {
    contactName: '沈整程',
    contactPhone: '13800138000',
    contactEmail: `founder-${stamp}@example.cn`,
  });
  await press(page, '保存并继续');
  await expect(page).toHaveURL(/\/project/);
  await fill(page, {
    projectName: '方言语音大模型训练',
    projectSummary: '采集方言语料，预训练并微调语音模型。',
    purpose: 'training',
    chipOrigin: 'domestic',
    cardHours: '80000',
  });
  await press(page, '保存并继续');
  await expect(page).toHaveURL(/\/contract/);
  await page.locator('main [name=vendorId]').selectOption({ label: vendorName });
  await fill(page, {
    contractNumber: `HT-${stamp}`,
    contractAmount: '1,000,000',
    signedOn: addDays(today, -20),
    startsOn: addDays(today, -10),
    endsOn: addDays(today, 300),
    affiliated: 'no',
    otherSupport: 'no',
  });
  await press(page, '保存并继续');
  await expect(page).toHaveURL(/\/files/);
}

/** Chooses a file for a requirement and sends it: it is sent by itself, or with the form where no script runs. */
export async function attach(
  page: Page,
  requirement: string,
  file: { name: string; mimeType: string; buffer: Buffer },
) {
  const plain = page.locator(`[name=${requirement}][type=file]`);
  if ((await plain.count()) === 0) {
    await page.locator(`[data-requirement=${requirement}]`).setInputFiles(file);
    return;
  }
  await plain.setInputFiles(file);
  await page
    .locator('form', { has: page.locator(`[name=${requirement}]`) })
    .getByRole('button', { name: '上传' })
    .click();
}
