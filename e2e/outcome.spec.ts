import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { parseVerifiable } from '@/lib/identifiers';
import { browserOf, expect, lookUp, test } from './fixtures';
import { attach, beginApplication, fill, fillSections, pdf, portalDay, press } from './steps';

/** Returns a start-up of the demonstration that has no running case in Qingyang. */
async function idleStartup(): Promise<string> {
  const [row] = await lookUp(`select substring(u.email from '@(.*)$') as domain
    from memberships m join users u on u.id = m.user_id
    where m.role = 'member' and u.email like 'member@startup%' and u.email <> 'member@startup.demo'
      and not exists (select 1 from applications a join cities c on c.id = a.city_id
        where a.organisation_id = m.organisation_id and c.slug = 'qingyang'
          and a.state not in ('issued', 'rejected', 'withdrawn', 'expired'))
      and not exists (select 1 from applications a where a.organisation_id = m.organisation_id
        and a.approved_fen > 50000000)
    order by u.email limit 1`);
  if (typeof row?.domain !== 'string') throw new Error('Every start-up has a case running.');
  return row.domain;
}

test('a member fills in, the owner returns it with a reason, then signs off and gets a receipt', async ({
  browser,
}) => {
  const domain = await idleStartup();
  const stamp = Date.now().toString(36);
  const member = await browserOf(browser, `member@${domain}`);
  const owner = await browserOf(browser, `owner@${domain}`);
  const main = (page: typeof member) => page.locator('main');
  let review = '';

  await test.step('the member fills it in, sees who submits, and requests the sign-off', async () => {
    const caseId = await beginApplication(member);
    review = `/startup/applications/${caseId}/review`;
    const today = await portalDay();
    await fillSections(member, caseId, { stamp, today, vendorName: '陇东智算科技有限公司' });
    for (const requirement of ['licenceFile', 'contractFile']) {
      await attach(member, requirement, pdf(`${requirement}.pdf`));
      await expect(member.getByRole('link', { name: `${requirement}.pdf` })).toBeVisible();
    }
    await member.goto(review);
    await expect(main(member)).toContainText('项规则中');
    await expect(main(member).getByRole('button', { name: '提交申请' })).toHaveCount(0);
    await fill(member, { note: '请核对合同金额。' });
    await press(member, '送负责人签署');
    await expect(main(member)).toContainText('等待处理');
  });

  await test.step('the owner sees it first thing, and returns it: not without a reason', async () => {
    await owner.goto('/startup');
    await main(owner)
      .getByRole('link', { name: /核对并签署提交/ })
      .first()
      .click();
    await expect(main(owner)).toContainText('请核对合同金额。');
    await main(owner).locator('summary', { hasText: '退回修改' }).click();
    await press(owner, '退回修改');
    await expect(main(owner).getByRole('alert').first()).toBeVisible();
    await fill(owner, { reason: '联系人请改为法定代表人。' });
    await press(owner, '退回修改');
    await expect(main(owner)).toContainText('已退回修改');
  });

  await test.step('the member changes it and requests again; what changed since is shown', async () => {
    await member.goto(review);
    await expect(main(member)).toContainText('联系人请改为法定代表人。');
    await press(member, '送负责人签署');
    await expect(main(member)).toContainText('等待处理');
    await member.goto(review.replace('review', 'contact'));
    await fill(member, { contactName: '赵喆' });
    await press(member, '保存并继续');
    await expect(member).toHaveURL(/project/);
  });

  await test.step('the owner submits and downloads a receipt that anybody can verify', async () => {
    await owner.goto(review);
    await expect(main(owner)).toContainText('送出之后又改动了');
    await fill(owner, { declared: 'yes' });
    await press(owner, '提交申请');
    await expect(owner).toHaveURL(/\/submitted/);
    const reference = await main(owner)
      .getByText(/^QY-\d{4}-\d{6}$/)
      .innerText();
    const [download] = await Promise.all([
      owner.waitForEvent('download'),
      owner.getByRole('link', { name: '下载回执' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`申请回执-${reference}.pdf`);
    const bytes = new Uint8Array(readFileSync(await download.path()));
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    expect(text).toContain(reference);
    expect(text).toContain('人民币叁拾万元整');
    const code = /WS[0-9A-Z]{2}(?:-[0-9A-Z]{4}){3}/.exec(text)?.[0] ?? '';
    expect(parseVerifiable(code).ok).toBe(true);
    // Going back to the form shows that it has been sent.
    await owner.goto(review);
    await expect(owner).toHaveURL(/\/status/);
    await member.context().clearCookies();
    await member.goto(`/verify/${code}`);
    await expect(main(member)).toContainText('真实文书，现行有效');
    await expect(main(member)).toContainText(reference);
    await expect(main(member)).not.toContainText('叁拾万');
  });

  await member.context().close();
  await owner.context().close();
});
