import type { Browser, Page } from '@playwright/test';
import { addDays } from '@/lib/dates';
import { browserOf, expect, lookUp, test } from './fixtures';
import {
  attach,
  beginApplication,
  fill,
  fillSections,
  follow,
  pdf,
  portalDay,
  press,
  signUpAndRegister,
} from './steps';

const balance = (page: Page) => page.locator('main article').first();

async function asOther<T>(browser: Browser, email: string, work: (page: Page) => Promise<T>) {
  const page = await browserOf(browser, email);
  try {
    return await work(page);
  } finally {
    await page.context().close();
  }
}

test('one voucher lives its whole life, in the browser, as every role', async ({
  page: startup,
  browser,
}) => {
  const stamp = Date.now().toString(36);
  const organisation = `庆阳整程${stamp}科技有限公司`;
  const vendorName = '陇东智算科技有限公司';
  const today = await portalDay();
  const invoiceNumber = `2662${Date.now().toString().padStart(16, '0')}`;

  await test.step('a founder finds the programme and sees the amount explained', async () => {
    await startup.goto('/programmes');
    await follow(startup, '庆阳市算力券（2024）');
    await expect(startup.locator('h1')).toContainText('庆阳市算力券（2024）');
    await startup.goto('/programmes/qingyang-compute-2024/check');
    const answers: Record<string, string> = {
      applicantType: 'enterprise',
      registeredOn: '2020-05-01',
      purpose: 'training',
      chipOrigin: 'domestic',
      contractAmount: '１，000 000',
      signedOn: addDays(today, -20),
      startsOn: addDays(today, -10),
      endsOn: addDays(today, 300),
      affiliated: 'no',
      otherSupport: 'no',
    };
    for (let tries = 0; tries < 12; tries += 1) {
      if ((await startup.locator('h1').innerText()).includes('可申请')) break;
      const names = await startup
        .locator('main [name]:not([type=hidden])')
        .evaluateAll((fields) => [
          ...new Set(fields.map((field) => field.getAttribute('name') ?? '')),
        ]);
      for (const name of names) {
        if (name === 'vendorId') {
          const field = startup.locator('main [name=vendorId]').first();
          const select = (await field.evaluate((element) => element.tagName)) === 'SELECT';
          if (select) await field.selectOption({ label: vendorName });
          else await startup.getByLabel(vendorName).check();
        } else if (answers[name] !== undefined) await fill(startup, { [name]: answers[name] });
      }
      const asking = startup.url();
      await startup.locator('main button[type=submit]').first().click();
      await startup.waitForURL((url) => url.href !== asking);
    }
    await expect(startup.locator('h1')).toContainText('¥300,000.00');
    await expect(startup.locator('main')).toContainText('30%');
  });

  await test.step('signs up and registers the organisation', async () => {
    await signUpAndRegister(startup, { organisation, stamp });
  });

  let caseId = '';
  await test.step('applies, section by section, and submits', async () => {
    caseId = await beginApplication(startup);
    const path = `/startup/applications/${caseId}`;
    await fillSections(startup, caseId, { stamp, today, vendorName });
    for (const requirement of ['licenceFile', 'contractFile']) {
      await attach(startup, requirement, pdf(`${requirement}.pdf`));
      await expect(startup.getByRole('link', { name: `${requirement}.pdf` })).toBeVisible();
    }
    await startup.goto(`${path}/review`);
    await expect(startup.locator('main')).toContainText('¥300,000.00');
    await fill(startup, { declared: 'yes' });
    await press(startup, '提交申请');
    await expect(startup).toHaveURL(/\/submitted/);
    await expect(startup.locator('main')).toContainText('申请已提交');
  });

  await test.step('a reviewer takes it and asks for one correction', async () => {
    await asOther(browser, 'reviewer@qingyang.demo', async (page) => {
      await page.goto(`/city/cases?q=${encodeURIComponent(organisation)}`);
      await page.locator('main tbody').getByRole('link').first().click();
      await press(page, '受理');
      await expect(page.locator('main')).toContainText('已受理，由您办理');
      await follow(page, '要求补正');
      await press(page, '要求补正');
      await expect(page.locator('main').getByRole('alert')).toContainText('总体说明');
      await fill(page, {
        'named.contractAmount': 'yes',
        'fault.contractAmount': '与合同第 3 页金额不一致。',
        message: '请核对合同金额后补正。',
      });
      await press(page, '要求补正');
      await expect(page.locator('main')).toContainText('补正通知已发出');
    });
  });

  await test.step('the founder corrects what was returned, and nothing else is open', async () => {
    await startup.goto(`/startup/applications/${caseId}/contract`);
    await expect(startup.locator('main [name=contractNumber]')).toHaveCount(0);
    await fill(startup, { contractAmount: '1200000' });
    await press(startup, '保存更正');
    await startup.goto(`/startup/applications/${caseId}/review`);
    await fill(startup, { declared: 'yes' });
    await press(startup, '提交补正');
    await expect(startup.locator('main')).toContainText('补正已提交');
  });

  await test.step('first review: more than the rules give is refused, the text stays', async () => {
    await asOther(browser, 'reviewer@qingyang.demo', async (page) => {
      await page.goto(`/city/cases/${caseId}?act=recommend`);
      await expect(page.locator('main')).toContainText('¥1,000,000.00');
      await fill(page, {
        amountFen: '360000.01',
        reason: '材料齐全，金额无误。',
        noConflict: 'yes',
      });
      await press(page, '初审通过');
      await expect(page.locator('main').getByRole('alert')).toContainText(
        '不得超过按规则计算的 ¥360,000.00',
      );
      await expect(page.locator('main [name=reason]')).toHaveValue('材料齐全，金额无误。');
      await fill(page, { amountFen: '360,000' });
      await press(page, '初审通过');
      await expect(page.locator('main')).toContainText('初审已通过');
      await expect(page.locator('main')).toContainText('等待复审员办理');
    });
  });

  await test.step('final review by another person', async () => {
    await asOther(browser, 'approver@qingyang.demo', async (page) => {
      await page.goto(`/city/cases/${caseId}`);
      await fill(page, { reason: '同意初审意见。', noConflict: 'yes' });
      await press(page, '复审通过');
      await expect(page.locator('main')).toContainText('复审已通过');
    });
  });

  let noticeUrl = '';
  await test.step('the manager publishes; the public can read and object', async () => {
    await asOther(browser, 'manager@qingyang.demo', async (page) => {
      await page.goto('/city/notices');
      for (const box of await page.locator('main [name=applicationIds]').all()) {
        await box.setChecked((await box.getAttribute('value')) === caseId);
      }
      await press(page, '发布公示');
      await expect(page).toHaveURL(/\/notices\/[0-9a-f-]{36}/);
      noticeUrl = new URL(page.url()).pathname;
    });
    const context = await browser.newContext({ locale: 'en' });
    const anybody = await context.newPage();
    await anybody.goto(`/en${noticeUrl}`);
    await expect(anybody.locator('main')).toContainText(organisation);
    await expect(anybody.locator('main')).not.toContainText('13800138000');
    await fill(anybody, { objectorName: 'Zhang San', objectorContact: 'nonsense', grounds: 'No.' });
    await press(anybody, 'Send the objection');
    await expect(anybody.locator('main').getByRole('alert')).toContainText(
      'Enter a valid telephone number',
    );
    await fill(anybody, {
      objectorContact: 'zhang@example.cn',
      grounds: 'The applicant and the vendor seem to be controlled by the same person.',
    });
    await press(anybody, 'Send the objection');
    await expect(anybody.locator('main')).toContainText(/Your objection is in, under QY-YY-/);
    await context.close();
  });

  await test.step('who decided before cannot resolve the objection; somebody else dismisses it', async () => {
    const [objection] = await lookUp(
      `select id from objections where application_id = '${caseId}' limit 1`,
    );
    const url = `/city/objections/${String(objection?.id)}`;
    await asOther(browser, 'approver@qingyang.demo', async (page) => {
      await page.goto(url);
      await expect(page.locator('main')).toContainText('您参与过此案的审核');
    });
    await asOther(browser, 'approver2@qingyang.demo', async (page) => {
      await page.goto(url);
      await fill(page, { resolution: '经查询股权登记，双方无关联。', noConflict: 'yes' });
      await press(page, '异议不成立');
      await expect(page.locator('main')).toContainText('异议不成立，公示恢复');
    });
  });

  await test.step('days pass, the notice ends, the award is published', async () => {
    await startup.goto('/');
    const bar = startup.getByRole('complementary', { name: '演示' });
    // The notice runs to the end of its fifth day, so the award is final on the morning of the
    // sixth.
    for (const days of ['5', '1']) {
      const before = (await bar.locator('time').textContent()) ?? '';
      await bar.getByRole('button', { name: days, exact: true }).click();
      await expect(bar.locator('time')).not.toHaveText(before);
    }
    await startup.goto(`/startup/applications/${caseId}/status`);
    await expect(startup.locator('main')).toContainText('已核准');
    await startup.goto('/awards?city=qingyang');
    await expect(startup.locator('main')).toContainText(organisation);
  });

  await test.step('issue: proposed by one, released by another', async () => {
    const [row] = await lookUp(`select reference from applications where id = '${caseId}'`);
    const reference = String(row?.reference);
    await asOther(browser, 'finance1@qingyang.demo', async (page) => {
      await page.goto('/city/issues');
      await press(page, `提请发放 ${reference}`);
      await expect(page.locator('main')).toContainText('已提请，等待其他财务人员复核');
      await expect(page.locator('main')).toContainText('由您提请');
    });
    await asOther(browser, 'finance2@qingyang.demo', async (page) => {
      await page.goto('/city/issues');
      await press(page, `复核通过 ${reference}`);
      await expect(page.locator('main')).toContainText('已发放，并通知用券单位');
    });
  });

  let voucherUrl = '';
  let code = '';
  await test.step('the voucher is in hand; a hold above its balance is refused by name', async () => {
    await startup.goto('/startup/vouchers');
    await startup.locator('main tbody').getByRole('link').first().click();
    await expect(startup.locator('h1')).toContainText('庆阳市算力券（2024）');
    voucherUrl = new URL(startup.url()).pathname;
    const [voucher] = await lookUp(`select code from vouchers where application_id = '${caseId}'`);
    code = String(voucher?.code);
    await follow(startup, '锁定额度');
    await startup.locator('main [name=vendorId]').selectOption({ label: vendorName });
    await fill(startup, { orderNumber: `DD-${stamp}`, orderFen: '900000', amountFen: '360001' });
    await press(startup, '锁定额度');
    await expect(startup.locator('main').getByRole('alert')).toContainText(
      '¥360,001.00 超过可用余额 ¥360,000.00',
    );
    await expect(startup.locator('main [name=orderNumber]')).toHaveValue(`DD-${stamp}`);
    await fill(startup, { amountFen: '200,000' });
    await expect(startup.locator('main')).toContainText('用券 ¥200,000.00，自付 ¥700,000.00');
    await press(startup, '锁定额度');
    await expect(startup.locator('main')).toContainText('额度已锁定');
    await expect(balance(startup)).toContainText('¥160,000.00');
  });

  let redemptionId = '';
  await test.step('the vendor checks the code and redeems with the invoice', async () => {
    await asOther(browser, 'operator@vendor.demo', async (page) => {
      await page.goto('/vendor');
      await fill(page, { code: `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}` });
      await press(page, '查验');
      await expect(page.locator('main')).toContainText('此券有效，可以使用');
      await expect(page.locator('main')).toContainText(organisation);
      await follow(page, `申报核销 DD-${stamp}`);
      await fill(page, {
        invoiceNumber: '123',
        invoiceFen: '500000',
        subsidyFen: '150000',
        cardHours: '40000',
        chip: 'ascend',
        servedFrom: addDays(today, -9),
        servedTo: addDays(today, -1),
      });
      await page.locator('[name=invoiceFile]').setInputFiles(pdf('invoice.pdf'));
      await press(page, '提交核销');
      await expect(page.locator('main').getByRole('alert')).toContainText(
        '数电发票号码为 20 位数字',
      );
      await fill(page, { invoiceNumber });
      await page.locator('[name=invoiceFile]').setInputFiles(pdf('invoice.pdf'));
      await press(page, '提交核销');
      await expect(page.locator('main')).toContainText('核销已提交');
      redemptionId = /redemptions\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

      // The same invoice a second time, here or in any city, is not paid.
      await page.goto('/vendor');
      await follow(page, `申报核销 DD-${stamp}`);
      await fill(page, {
        invoiceNumber,
        invoiceFen: '100000',
        subsidyFen: '10000',
        cardHours: '100',
        chip: 'ascend',
        servedFrom: addDays(today, -9),
        servedTo: addDays(today, -1),
      });
      await page.locator('[name=invoiceFile]').setInputFiles(pdf('again.pdf'));
      await press(page, '提交核销');
      await expect(page.locator('main').getByRole('alert')).toContainText('该发票已用于核销');
    });
  });

  await test.step('the founder confirms, the city verifies', async () => {
    await startup.goto('/startup');
    await startup.locator('main').getByRole('link', { name: '确认核销' }).click();
    await expect(startup).toHaveURL(new RegExp(`/startup/redemptions/${redemptionId}$`));
    await press(startup, '确认无误');
    await expect(startup.locator('main')).toContainText('已确认，等待主管部门核验');
    await asOther(browser, 'finance1@qingyang.demo', async (page) => {
      await page.goto(`/city/redemptions/${redemptionId}`);
      await press(page, '核验通过');
      await expect(page.locator('main')).toContainText('已核验，列入下一批结算');
    });
  });

  await test.step('a batch is made by one, released by another, and marked paid', async () => {
    let batchUrl = '';
    await asOther(browser, 'finance1@qingyang.demo', async (page) => {
      await page.goto('/city/settlements');
      await follow(page, '制作结算批次');
      await page.getByRole('button', { name: /^确认制作/ }).click();
      await expect(page).toHaveURL(/\/city\/settlements\/[0-9a-f-]{36}/);
      batchUrl = new URL(page.url()).pathname;
      await expect(page.locator('main')).toContainText('该批次由您制作');
    });
    await asOther(browser, 'finance2@qingyang.demo', async (page) => {
      await page.goto(batchUrl);
      await follow(page, '核对并复核');
      await page.getByRole('button', { name: /^复核通过/ }).click();
      await expect(page.getByRole('link', { name: /^下载 .+\.csv$/ })).toBeVisible();
      const file = await page.request.get(
        `/api/settlements/${batchUrl.split('/').at(-1) ?? ''}/payment-file`,
      );
      expect(await file.text()).toContain(vendorName);
      const form = page.locator('main form', { hasText: '登记付款成功' }).first();
      await form.locator('[name=paidOn]').fill(await portalDay());
      await form.locator('[name=bankReference]').fill(`ICBC-${stamp}`);
      await form.getByRole('button', { name: '登记付款成功' }).click();
      await expect(page.locator('main')).toContainText(`ICBC-${stamp}`);
    });
    await startup.goto(`/startup/redemptions/${redemptionId}`);
    await expect(startup.locator('main')).toContainText('已拨付');
  });

  await test.step('every yuan is accounted for, to the holder, the public and the auditor', async () => {
    await startup.goto(voucherUrl);
    await expect(balance(startup)).toContainText('¥160,000.00');
    await expect(balance(startup)).toContainText('¥50,000.00');
    await expect(balance(startup)).toContainText('¥150,000.00');
    await startup.goto(`/en/verify?code=${code}`);
    await expect(startup.locator('main')).toContainText('Genuine, and valid');
    await expect(startup.locator('main')).toContainText('人民币叁拾陆万元整');
    await asOther(browser, 'auditor@qingyang.demo', async (page) => {
      await page.goto(`/city/cases/${caseId}`);
      const history = page.locator('aside ol');
      for (const event of ['开始填写', '提交补正', '发放算力券', '确认核销', '已拨付']) {
        await expect(history).toContainText(event);
      }
      await page.goto('/city/ledger');
      await expect(page.locator('main')).toContainText('账本平衡');
    });
  });
});
