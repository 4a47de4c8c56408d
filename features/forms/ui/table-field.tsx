'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { cn } from '@/components/ui/cn';
import { controlClass, FieldError, Hint, LabelText, useControl } from '@/components/ui/field-frame';
import { uiMessages } from '@/components/ui/messages';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import type { Column } from '../domain/form';
import { countName } from '../domain/kinds/choices';
import {
  cellName,
  columnSum,
  isNumeric,
  type Row,
  type TableQuestion,
} from '../domain/kinds/table';
import { useRoom, useRows } from './table-rows';

export type TableTexts = {
  addRow: string;
  removeRow: string;
  emptyRows: string;
  sum: string;
  /** The name of each row. */
  rows: readonly string[];
};

type Props = {
  field: TableQuestion;
  value: string;
  hint: ReactNode;
  locale: Locale;
  texts: TableTexts;
};

const unitOf = (column: Column, locale: Locale): string | undefined => {
  if (column.kind === 'money') return uiMessages(locale).yuan;
  return column.kind === 'number' && column.unit ? say(column.unit, locale) : undefined;
};

function Heading({ column, locale }: { column: Column; locale: Locale }) {
  const unit = unitOf(column, locale);
  return (
    <>
      {words(say(column.label, locale), locale)}
      {unit && <span className="text-muted font-normal"> {unit}</span>}
      {!column.required && (
        <span className="text-muted font-normal">{uiMessages(locale).optional}</span>
      )}
    </>
  );
}

function Cell(props: {
  column: Column;
  name: string;
  value: string;
  rowName: string;
  locale: Locale;
}) {
  const { column, name, value, rowName, locale } = props;
  // Without the value that was sent under this name: a row above may have been removed since, and then the names of
  // the rows shift.
  const { error, attributes } = useControl({ name, label: '', optional: !column.required });
  const shared = { ...attributes, defaultValue: value, className: controlClass };
  return (
    <div className="min-w-0 space-y-1">
      <label htmlFor={attributes.id} className="block text-sm font-semibold md:sr-only">
        <span data-label-of={name}>
          <span className="sr-only">{words(rowName, locale)} </span>
          <Heading column={column} locale={locale} />
        </span>
      </label>
      {column.kind === 'choice' ? (
        <select key={value} {...shared}>
          <option value="">{uiMessages(locale).chooseOne}</option>
          {column.options.map((option) => (
            <option key={option.value} value={option.value}>
              {say(option.label, locale)}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          type={column.kind === 'date' ? 'date' : 'text'}
          inputMode={isNumeric(column) ? 'decimal' : undefined}
          className={cn(controlClass, column.kind !== 'text' && 'tabular')}
        />
      )}
      <FieldError name={name} error={error} />
    </div>
  );
}

/** Reads the typed rows, so that they can be added up. */
function rowsIn(place: HTMLElement, columns: readonly Column[]): Row[] {
  return [...place.querySelectorAll('fieldset')].map((row) =>
    Object.fromEntries(
      columns.map(({ name }) => {
        const cell = row.querySelector<HTMLInputElement>(`[name$="${CSS.escape(`.${name}`)}"]`);
        return [name, cell?.value ?? ''];
      }),
    ),
  );
}

function Sums({ rows, field, locale, texts }: Omit<Props, 'value' | 'hint'> & { rows: Row[] }) {
  const sums = field.columns.flatMap((column) => {
    const sum = columnSum(column, rows, locale);
    return sum === '' ? [] : [{ name: column.name, label: say(column.label, locale), sum }];
  });
  if (sums.length === 0) return null;
  return (
    <p role="status" className="tabular flex flex-wrap gap-x-6 gap-y-1">
      {sums.map(({ name, label, sum }) => (
        <span key={name}>
          <span className="text-muted">
            {texts.sum} {words(label, locale)}
          </span>{' '}
          <strong>{sum}</strong>
        </span>
      ))}
    </p>
  );
}

/**
 * Shows a table to fill in, with one group of fields per row: side by side if there is room, else one below the
 * other. Without JavaScript the button saves, and the page comes back with more rows.
 */
export function TableField({ field, value, hint, locale, texts }: Props) {
  const { keys, cells, add, remove } = useRows(field, value);
  const control = { name: field.name, label: say(field.label, locale), hint };
  const { error, attributes } = useControl({ ...control, optional: !field.required });
  const place = useRef<HTMLDivElement>(null);
  const [rows, setRows] = useState<Row[]>(() => keys.map((key) => cells.get(key) ?? {}));
  const count = useRef(keys.length);
  const byHand = useRef(false);
  useRoom(place, keys.length, add);
  useEffect(() => {
    if (count.current === keys.length) return;
    const grown = keys.length > count.current;
    count.current = keys.length;
    const last = place.current?.querySelector('fieldset:last-of-type');
    if (grown && byHand.current) last?.querySelector<HTMLElement>('input, select')?.focus();
    byHand.current = false;
    // A form that saves itself must learn that a row was removed.
    if (!grown) place.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [keys.length]);
  const grid = {
    '--columns': `repeat(${field.columns.length}, minmax(0, 1fr)) 2.75rem`,
  } as CSSProperties;
  return (
    <div
      id={attributes.id}
      ref={place}
      role="group"
      tabIndex={-1}
      aria-labelledby={`${attributes.id}-label`}
      aria-describedby={attributes['aria-describedby']}
      onInput={(event) => {
        setRows(rowsIn(event.currentTarget, field.columns));
      }}
      style={grid}
      className={cn('space-y-3', error && 'border-danger border-l-3 pl-4')}
    >
      <div>
        <p id={`${attributes.id}-label`} className="font-semibold">
          <LabelText field={{ ...control, optional: !field.required }} />
        </p>
        <Hint name={field.name}>{hint}</Hint>
      </div>
      <FieldError name={field.name} error={error} />
      <input type="hidden" name={countName(field.name)} value={keys.length} readOnly />
      <div aria-hidden className="hidden gap-2 md:grid md:grid-cols-(--columns)">
        {field.columns.map((column) => (
          <span key={column.name} className="self-end text-sm font-semibold">
            <Heading column={column} locale={locale} />
          </span>
        ))}
      </div>
      {keys.map((key, at) => (
        <fieldset
          key={key}
          className="border-line bg-surface relative grid gap-3 rounded border p-3 md:grid-cols-(--columns) md:gap-2 md:border-0 md:bg-transparent md:p-0"
        >
          <legend className="float-left text-sm font-semibold md:sr-only">{texts.rows[at]}</legend>
          {field.columns.map((column) => (
            <Cell
              key={column.name}
              column={column}
              name={cellName(field.name, at, column.name)}
              value={cells.get(key)?.[column.name] ?? ''}
              rowName={texts.rows[at] ?? ''}
              locale={locale}
            />
          ))}
          <button
            type="button"
            onClick={() => {
              remove(key);
            }}
            className="needs-script text-muted hover:text-danger inline-flex size-11 items-center justify-center rounded max-md:absolute max-md:top-0 max-md:right-0"
          >
            <Trash2 aria-hidden className="size-5" strokeWidth={1.75} />
            <span className="sr-only">
              {texts.removeRow} {texts.rows[at]}
            </span>
          </button>
        </fieldset>
      ))}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        {keys.length < field.maxRows && (
          <button
            type="submit"
            name="onward"
            value="stay"
            onClick={(event) => {
              event.preventDefault();
              byHand.current = true;
              add(1);
            }}
            className={buttonClass('secondary', 'sm')}
          >
            <Plus aria-hidden className="size-4" strokeWidth={1.75} />
            {texts.addRow}
            <span className="sr-only"> {words(control.label, locale)}</span>
          </button>
        )}
        <Sums rows={rows} field={field} locale={locale} texts={texts} />
      </div>
      <p className="text-muted text-sm">{texts.emptyRows}</p>
    </div>
  );
}
