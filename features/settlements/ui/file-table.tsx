import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import type { FileTable, FileTemplate } from '../domain/payment-file';
import { fileMessages } from '../file-messages';

/** Shows the lines of a payment file under its headings, as the bank will see them. */
export function FileLines(props: {
  locale: Locale;
  caption: string;
  template: FileTemplate;
  table: FileTable;
  shown: number;
}) {
  const { locale, caption, template, table, shown } = props;
  const t = fileMessages(locale);
  const { columns } = template;
  return (
    <Table
      caption={caption}
      density="compact"
      columns={[
        { key: 'line', header: t.lineAt },
        ...columns.map(({ field, heading }, at) => ({
          key: `c${at}`,
          header: heading || t[field],
          wrap: true,
          ...(field === 'amount' && { align: 'right' as const }),
        })),
      ]}
      rows={table.cells.slice(0, shown).map((cells, line) => ({
        key: String(line),
        cells: {
          line: line + 1 + (template.headings ? 1 : 0),
          ...Object.fromEntries(cells.map(({ text }, at) => [`c${at}`, words(text)])),
        },
      }))}
      empty={null}
    />
  );
}
