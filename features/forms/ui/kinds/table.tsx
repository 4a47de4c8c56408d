import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import {
  columnSum,
  isNumeric,
  readRows,
  shownCell,
  type TableQuestion,
} from '../../domain/kinds/table';
import { fieldMessages } from '../../field-messages';
import { TableField } from '../table-field';
import type { KindUi } from './kind-ui';

/** Shows the rows of a table, with the sums of columns that have one. */
function Rows(props: { field: TableQuestion; value: string; locale: Locale }) {
  const { field, value, locale } = props;
  const rows = readRows(value);
  const sums = field.columns.map((column) => columnSum(column, rows, locale));
  const label = say(field.label, locale);
  return (
    <div role="region" aria-label={label} tabIndex={0} className="max-w-full overflow-x-auto">
      <table className="tabular w-full min-w-max text-sm">
        <caption className="sr-only">{words(label)}</caption>
        <thead>
          <tr className="border-line border-b">
            {field.columns.map((column) => (
              <th
                key={column.name}
                scope="col"
                className={`py-1 pr-4 font-semibold ${isNumeric(column) ? 'text-right' : 'text-left'}`}
              >
                {words(say(column.label, locale))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at} className="border-line border-b">
              {field.columns.map((column) => (
                <td
                  key={column.name}
                  className={`py-1 pr-4 ${isNumeric(column) ? 'text-right' : ''}`}
                >
                  {words(shownCell(column, row[column.name] ?? '', locale), locale)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {sums.some((sum) => sum !== '') && (
          <tfoot>
            <tr className="font-semibold">
              {sums.map((sum, at) => (
                <td key={at} className={`py-1 pr-4 ${at === 0 && sum === '' ? '' : 'text-right'}`}>
                  {sum || (at === 0 ? fieldMessages(locale).sum : '')}
                </td>
              ))}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

export const table: KindUi<'table'> = {
  control({ field, value, locale }, { hint }) {
    const t = fieldMessages(locale);
    const rows = Array.from({ length: field.maxRows }, (_, at) => t.rowN({ number: at + 1 }));
    const { addRow, removeRow, emptyRows, sum } = t;
    return (
      <TableField
        field={field}
        value={value}
        hint={hint}
        locale={locale}
        texts={{ addRow, removeRow, emptyRows, sum, rows }}
      />
    );
  },
  answer: ({ field, value, locale }) => <Rows field={field} value={value} locale={locale} />,
};
