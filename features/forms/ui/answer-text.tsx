import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import type { FieldOf, FormField } from '../domain/form';
import { columnSum } from '../domain/numbers';
import { shownAnswer, shownCell, type NamedVendor } from '../domain/shown';
import { readRows } from '../domain/typed';
import { fieldMessages } from '../field-messages';

const isNumeric = (kind: string) => kind === 'number' || kind === 'money';

/** The rows of a table as a table, with the sums of the columns that are added up. */
function Rows(props: { field: FieldOf<'table'>; value: string; locale: Locale }) {
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
                className={`py-1 pr-4 font-semibold ${isNumeric(column.kind) ? 'text-right' : 'text-left'}`}
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
                  className={`py-1 pr-4 ${isNumeric(column.kind) ? 'text-right' : ''}`}
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

/** An answer as people read it. */
export function AnswerText(props: {
  field: FormField;
  value: string;
  locale: Locale;
  vendors: readonly NamedVendor[];
}) {
  const { field, value, locale, vendors } = props;
  if (field.kind === 'table') return <Rows field={field} value={value} locale={locale} />;
  const text = shownAnswer(field, value, locale, vendors);
  return <span className="whitespace-pre-wrap">{words(text, locale)}</span>;
}
