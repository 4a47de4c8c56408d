import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '@/demo/act';
import { buildBase, type Person } from '@/demo/base';
import { Life } from '@/demo/life';
import { Cases } from '@/db/testing/cases';
import { dayOf, testDay, testStart } from '@/db/testing/clock';
import { freshDatabase, type TestDatabase } from '@/db/testing/database';
import { encodeCursor } from '@/lib/keyset';
import { fen, formatYuanPlain, type Fen } from '@/lib/money';
import { addAmounts, changeOf, noAmounts } from './domain/statement';
import { readList } from '@/features/tables/read-list';
import { statementCsv, statementXlsx } from './statement-file';
import { setStatement } from './statement-pdf';
import {
  getOwnStatement,
  getPayeeStatement,
  readStatementFilter,
  type Statement,
} from './statement-queries';

/**
 * Tests the statement of a vendor that was paid, had to give back, and repaid a part: its sums are those of its rows, of what
 * the city sees, and of all three files.
 */
let database: TestDatabase;
let life: Life;
let cases: Cases;
let vendor: Person;

const finance = () => life.official('finance1', 'qingyang');
const year = readStatementFilter({ period: '2026' });

beforeAll(async () => {
  database = await freshDatabase();
  life = new Life(await buildBase(database.owner, testDay), database.owner, testStart);
  cases = new Cases(life, database);
  await life.setDay(dayOf('2026-06-01'));
  const first = await cases.verified(fen(500_000n));
  const batch = await life.batch('qingyang');
  await life.releaseBatch('qingyang', batch);
  await life.payAll('qingyang', batch, life.day);
  const [row] = await database.superuser<{ id: string; vendor: string }[]>`
    select capture_entry_id as id, vendor_id as vendor from redemptions where id = ${first.redemption}`;
  const found = life.world.vendors.find(({ id }) => id === row?.vendor);
  if (!found) throw new Error('The vendor is not found.');
  vendor = found.operator;
  const entry = { entryId: row?.id ?? '', amountFen: fen(500_000n) };
  const recovery = await life.proposeRecovery('qingyang', entry, fen(120_000n));
  await life.releaseRecovery('qingyang', recovery);
  const credit = await life.enterRepayment('qingyang', recovery, fen(20_000n), 1);
  await life.releaseCredit('qingyang', credit);
  await cases.verified(fen(300_000n));
  const second = await life.batch('qingyang');
  await life.releaseBatch('qingyang', second);
  await life.payAll('qingyang', second, life.day);
  await cases.verified(fen(70_000n));
});

afterAll(() => database.close());

async function own(search = year, whole = true): Promise<Statement> {
  const statement = await getOwnStatement(actorOf(vendor), search, whole);
  if (!statement) throw new Error('There is no statement.');
  return statement;
}
const sumOf = (rows: Statement['rows']) =>
  rows.reduce((sum, { amounts }) => addAmounts(sum, amounts), noAmounts);

describe('a statement of account', () => {
  it('has every amount once, and its sums are those of its rows', async () => {
    const { rows, totals } = await own();
    expect(totals).toMatchObject({
      openingFen: 0n,
      amounts: { captured: 870_000n, reversed: 120_000n, credited: 20_000n, paid: 700_000n },
      closingFen: 70_000n,
      count: rows.length,
    });
    expect(sumOf(rows)).toEqual(totals.amounts);
    expect(rows.map(({ kind }) => kind).sort()).toEqual(
      ['captured', 'captured', 'captured', 'paid', 'paid', 'repaid', 'reversed'].sort(),
    );
    const captured = rows.find(({ kind }) => kind === 'captured');
    expect(captured).toMatchObject({ payment: { state: 'paid' } });
    expect(captured?.reference).toMatch(/^QY/);
    expect(captured?.invoices).toHaveLength(1);
    expect(captured?.orderNumber).not.toBeNull();
    expect(rows.find(({ kind }) => kind === 'paid')?.payment?.bankReference).toMatch(/^ICBC/);
  });

  it('begins where the one before ends, wherever the year is cut', async () => {
    const { rows } = await own();
    const days = [...new Set(rows.map(({ day }) => day))];
    for (const day of days) {
      const upTo = await own(readStatementFilter({ from: '2026-01-01', to: day }));
      const [year4 = ''] = day.split('-');
      const rest = await own(readStatementFilter({ from: day, to: `${year4}-12-31` }));
      const onDay = sumOf(rows.filter((row) => row.day === day));
      expect(rest.totals.openingFen).toBe(upTo.totals.closingFen - changeOf(onDay));
      expect(rest.totals.closingFen).toBe(70_000n);
    }
  });

  it('has the same rows on its pages as whole, each once, wherever a page begins', async () => {
    const whole = await own();
    const search = (cursor?: string) =>
      readStatementFilter({ period: '2026', ...(cursor && { cursor }) });
    const page = await own(search(), false);
    expect(page.rows.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id));
    expect(page.totals).toEqual(whole.totals);
    expect(page.nextCursor).toBeNull();
    for (const [at, { day, id }] of whole.rows.entries()) {
      const rest = await own(search(encodeCursor([day, id])), false);
      expect(rest.rows.map((row) => row.id)).toEqual(whole.rows.slice(at + 1).map((row) => row.id));
      expect(rest.totals).toEqual(whole.totals);
    }
  });

  it('is the same to the city, which sees its own payees alone', async () => {
    const mine = await own();
    const seen = await getPayeeStatement(
      actorOf(finance()),
      vendor.organisationId ?? '',
      year,
      true,
    );
    expect(seen?.totals).toEqual(mine.totals);
    expect(seen?.rows.map(({ id }) => id)).toEqual(mine.rows.map(({ id }) => id));
    const foreign = life.official('finance1', 'shenzhen');
    expect(
      await getPayeeStatement(actorOf(foreign), vendor.organisationId ?? '', year, true),
    ).toBeUndefined();
    const startup = life.world.startups[0]?.owner;
    if (!startup) throw new Error('The base has no start-up.');
    const other = await getOwnStatement(actorOf(startup), year, true);
    expect(other?.rows).toEqual([]);
  });

  it('has the same sums as a workbook, as a table and on paper', async () => {
    const statement = await own();
    const { amounts, closingFen } = statement.totals;
    const expected = [amounts.captured, amounts.reversed, amounts.credited, amounts.paid];
    const plain = (values: readonly Fen[]) => values.map(formatYuanPlain);

    const csv = new TextDecoder().decode(statementCsv(statement, 'zh-CN')).trimEnd().split('\r\n');
    expect(csv).toHaveLength(statement.rows.length + 4);
    const total = csv.at(-2)?.split(',') ?? [];
    expect(total.slice(7, 11)).toEqual(plain(expected));
    expect(csv.at(-1)?.split(',')[13]).toBe(formatYuanPlain(closingFen));
    // A number of a bank or an invoice is text in every spreadsheet, and nothing is a formula.
    expect(csv.some((line) => /,[=+@]/.test(line))).toBe(false);

    const read = await readList(new File([statementXlsx(statement, 'zh-CN')], 'statement.xlsx'));
    if (!read.ok) throw new Error(read.code);
    const sheet = read.value.pieces.flat().map(({ cells }) => cells);
    expect(sheet).toHaveLength(csv.length - 1);
    expect(sheet.at(-2)?.slice(7, 11).map(Number)).toEqual(plain(expected).map(Number));
    expect(Number(sheet.at(-1)?.[13])).toBe(Number(formatYuanPlain(closingFen)));

    const pdf = await setStatement(statement, 'zh-CN');
    expect(await setStatement(statement, 'zh-CN')).toEqual(pdf);
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { text } = await extractText(document, { mergePages: true });
    const words = text.replace(/\s/g, '');
    for (const amount of plain([...expected, closingFen])) expect(words).toContain(amount);
    for (const { reference } of statement.rows) expect(words).toContain(reference);
  });

  it('names a last day before the first beside its field', () => {
    const read = readStatementFilter({ from: '2026-06-02', to: '2026-06-01' });
    expect(read).toMatchObject({ fits: false, faults: { to: 'range_reversed' } });
  });
});
