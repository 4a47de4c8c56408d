import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { actorOf, perform } from '@/demo/act';
import { buildBase } from '@/demo/base';
import { Life } from '@/demo/life';
import { Cases, codesOf } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { fen } from '@/lib/money';
import { proposeBatch, releaseBatch } from './commands';
import type { FileTemplate } from './domain/payment-file';
import { getBatchFiles, getPaymentFile, getTemplate } from './file-queries';
import { templateInput } from './input';
import { markFailed, requeuePayment } from './payment-commands';
import { getWaiting } from './plan-queries';
import { shippedTemplates } from './shipped-template-messages';
import { saveTemplate } from './template-commands';

/** Tests that what a person saw is what is released, and stays what was released. */
let database: TestDatabase;
let life: Life;
let cases: Cases;

const official = (local: string) => life.official(local, 'qingyang');
const checker = () => official('finance2');

/** Returns a template as its form sends it. */
function formOf(template: FileTemplate, baseVersion: number): z.output<typeof templateInput> {
  const columns = template.columns.flatMap(({ field, heading, text }, at) => [
    [`field_${at}`, field],
    [`heading_${at}`, heading],
    [`text_${at}`, text],
  ]);
  return templateInput.parse({
    ...template,
    headings: template.headings ? 'yes' : undefined,
    markDigits: template.markDigits ? 'yes' : undefined,
    baseVersion: String(baseVersion),
    rowsPerFile: String(template.rowsPerFile),
    ...(Object.fromEntries(columns) as Record<string, string>),
  });
}

const save = (template: FileTemplate, baseVersion: number) =>
  perform(official('finance1'), saveTemplate, formOf(template, baseVersion));
const filesOf = (batchId: string) => getBatchFiles(actorOf(checker()), batchId);
const release = async (batchId: string, fileSha256: string) =>
  perform(checker(), releaseBatch, { batchId, fileSha256 });

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
});

afterAll(() => database.close());

describe('the payment files of a batch', () => {
  it('are released as they were seen, and stay so whatever changes afterwards', async () => {
    await cases.verified(fen(800_000n));
    const batchId = await life.batch('qingyang');
    const standard = await filesOf(batchId);
    expect(standard).toMatchObject({ version: 0, unwritable: [], guarded: [] });
    expect(await save(shippedTemplates.corporate_csv, 0)).toMatchObject({ ok: true });
    expect(await release(batchId, standard?.hash ?? '')).toMatchObject({ code: 'file_changed' });

    const seen = await filesOf(batchId);
    expect(seen).toMatchObject({ version: 1, template: shippedTemplates.corporate_csv });
    // The bank account changes between looking and releasing: nothing is released either.
    await database.superuser`update payments set bank = jsonb_set(bank, '{accountNumber}', '"9999"')
      where batch_id = ${batchId}`;
    expect(await release(batchId, seen?.hash ?? '')).toMatchObject({ code: 'file_changed' });
    const now = await filesOf(batchId);
    expect(await release(batchId, now?.hash ?? '')).toMatchObject({ ok: true });

    const file = () => getPaymentFile(actorOf(checker()), batchId, 0);
    const released = await file();
    const text = new TextDecoder('gb18030', { fatal: true }).decode(released?.bytes);
    expect(text).toContain('序号,收款账号,收款户名');
    expect(text).toContain(',9999,');
    expect(released?.sha256).toBe(now?.files[0]?.sha256);
    expect(await getPaymentFile(actorOf(checker()), batchId, 1)).toBeUndefined();

    // Another template, and a payment that leaves the batch: the file is still the one that was released.
    expect(await save(shippedTemplates.agency_xlsx, 1)).toMatchObject({ ok: true });
    const [payment] = await database.superuser<{ id: string }[]>`
      select id from payments where batch_id = ${batchId}`;
    const paymentId = payment?.id ?? '';
    await perform(checker(), markFailed, { paymentId, reason: '账号有误' });
    await perform(checker(), requeuePayment, { paymentId });
    expect((await file())?.bytes).toEqual(released?.bytes);
    expect((await filesOf(batchId))?.hash).toBe(now?.hash);
  });

  it('are not released with a character that the encoding cannot carry; the payment is named', async () => {
    const batchId = await life.batch('qingyang');
    expect(await save(shippedTemplates.corporate_csv, 2)).toMatchObject({ ok: true });
    await database.superuser`update payments set bank = jsonb_set(bank, '{accountName}', ${JSON.stringify('甲\ue5e5')}::jsonb)
      where batch_id = ${batchId}`;
    const seen = await filesOf(batchId);
    expect(seen).toMatchObject({ hash: null, files: [] });
    expect(seen?.unwritable).toHaveLength(1);
    expect(await release(batchId, '0'.repeat(64))).toMatchObject({ code: 'file_unwritable' });
    expect(await save(shippedTemplates.agency_xlsx, 3)).toMatchObject({ ok: true });
    expect(await release(batchId, (await filesOf(batchId))?.hash ?? '')).toMatchObject({
      ok: true,
    });
  });

  it('cannot count as released without a second person, whatever code writes the row', async () => {
    await cases.verified(fen(700_000n));
    const batchId = await life.batch('qingyang');
    const forced = (set: string) =>
      database.superuser.unsafe(`update settlement_batches set ${set} where id = $1`, [batchId]);
    await expect(forced(`state = 'released'`)).rejects.toThrow('settlement_batches_released');
    await expect(
      forced(
        `state = 'released', released_by = proposed_by, released_at = now(), file_sha256 = 'x'`,
      ),
    ).rejects.toThrow('settlement_batches_four_eyes');
    await life.releaseBatch('qingyang', batchId);
  });
});

describe('the template of a city', () => {
  it('is changed by one of two who save at once; the other one is told', async () => {
    const { version } = await getTemplate(actorOf(official('finance1')));
    const answers = await Promise.all(
      [
        save(shippedTemplates.detail_csv, version),
        save(shippedTemplates.corporate_csv, version),
      ].map((answer) => answer.catch((error: unknown) => error)),
    );
    expect(answers.filter((answer) => (answer as { ok?: boolean }).ok === true)).toHaveLength(1);
    expect((await getTemplate(actorOf(official('finance1')))).version).toBe(version + 1);
  });

  it('is refused where a text cannot be written or a needed column is missing', async () => {
    const { version } = await getTemplate(actorOf(official('finance1')));
    const { corporate_csv: corporate } = shippedTemplates;
    const columns = corporate.columns
      .filter(({ field }) => field !== 'amount')
      .map((column, at) => (at === 0 ? { ...column, heading: '\ue5e5' } : column));
    const answer = await save({ ...corporate, columns }, version);
    expect(answer).toMatchObject({
      code: 'template_wrong',
      fields: { heading_0: { code: 'unwritable' }, field_0: { code: 'column_needed' } },
    });
  });
});

describe('a batch', () => {
  it('is made of what its maker saw, or not at all', async () => {
    await cases.verified(fen(600_000n));
    const { payableCount, payableFen } = await getWaiting(actorOf(official('finance1')), {});
    const shown = { payments: payableCount, totalFen: payableFen.toString() };
    await cases.verified(fen(500_000n));
    const made = await perform(official('finance1'), proposeBatch, shown);
    expect(made).toMatchObject({ code: 'waiting_changed' });
    const fresh = await getWaiting(actorOf(official('finance1')), {});
    const again = { payments: fresh.payableCount, totalFen: fresh.payableFen.toString() };
    const both = await Promise.all([
      perform(official('finance1'), proposeBatch, again),
      perform(official('finance2'), proposeBatch, again),
    ]);
    expect(codesOf(both)).toEqual(['done', 'nothing_to_settle']);
    expect(await cases.breaks()).toBe(0);
  });
});
