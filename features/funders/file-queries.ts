import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { funderBills } from '@/db/schema/funders';
import { organisations } from '@/db/schema/people';
import { listBillLines } from '@/features/ledger/funder-queries';
import { ledgerKinds } from '@/features/ledger/messages';
import { encodeText } from '@/features/tables/encode';
import { workbookType, writeXlsx, type SheetCell } from '@/features/tables/write-xlsx';
import { csvCell, csvLine, csvText, csvTextCell } from '@/lib/csv';
import type { Locale } from '@/lib/locale';
import { formatYuanPlain, type Fen } from '@/lib/money';
import { cityOf, type Actor } from '@/server/actor';
import { inScope } from '@/server/scope';
import { funderMessages } from './messages';

export const billFormats = ['csv', 'xlsx'] as const;
export type BillFormat = (typeof billFormats)[number];

const text = (value: string): SheetCell => ({ kind: 'text', text: value });
const amount = (value: Fen): SheetCell => ({ kind: 'amount', text: formatYuanPlain(value) });

const csvOf = ([headings = [], ...rows]: readonly (readonly SheetCell[])[]): string =>
  csvText([
    csvLine(headings.map((cell) => csvCell(cell.text))),
    ...rows.map((cells) =>
      csvLine(cells.map((cell) => (cell.kind === 'amount' ? cell.text : csvTextCell(cell.text)))),
    ),
  ]);

/** Loads every line of a bill as a file: what was settled with whom, and what the funder bears of it. */
export function readBillFile(
  actor: Actor<'funder.read'>,
  id: string,
  { format, locale }: { format: BillFormat; locale: Locale },
): Promise<{ name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> } | undefined> {
  return inScope(actor, async ({ tx }) => {
    const [bill] = await tx
      .select({ reference: funderBills.reference })
      .from(funderBills)
      .where(and(eq(funderBills.id, id), eq(funderBills.cityId, cityOf(actor))));
    if (!bill) return undefined;
    const lines = await listBillLines(tx, id);
    const payees = [...new Set(lines.map(({ payeeId }) => payeeId))];
    const names = new Map(
      payees.length === 0
        ? []
        : (
            await tx
              .select({ id: organisations.id, name: organisations.name })
              .from(organisations)
              .where(inArray(organisations.id, payees))
          ).map((row) => [row.id, row.name]),
    );
    const t = funderMessages(locale);
    const kinds = ledgerKinds(locale);
    const headings = [t.batch, t.payment, t.payee, t.kind].map(text);
    const amounts = [t.settled, t.share].map((column) => text(t.inYuan({ column })));
    const cells = [
      [...headings, ...amounts],
      ...lines.map((line) => [
        text(line.batch),
        text(line.payment),
        text(names.get(line.payeeId) ?? ''),
        text(kinds[line.kind]),
        amount(line.settledFen),
        amount(line.amountFen),
      ]),
    ];
    const name = `${bill.reference}.${format}`;
    return format === 'csv'
      ? {
          name,
          mediaType: 'text/csv; charset=utf-8',
          bytes: encodeText(csvOf(cells), 'utf-8-bom'),
        }
      : {
          name,
          mediaType: workbookType,
          bytes: writeXlsx(cells),
        };
  });
}
