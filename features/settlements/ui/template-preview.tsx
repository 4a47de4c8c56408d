'use client';

import { useEffect, useRef, useState } from 'react';
import { Section } from '@/components/ui/page';
import { fen } from '@/lib/money';
import type { Locale } from '@/lib/locale';
import { layOut, mostRows, type FileTemplate } from '../domain/payment-file';
import { columnPlaces, templateFrom } from '../domain/template-form';
import { fileMessages } from '../file-messages';
import { examplePayee } from '../shipped-template-messages';
import { FileLines } from './file-table';

const exampleLines = [123_456_789n, 8_000_000n, 50n].map((amount, at) => ({
  ...examplePayee,
  reference: `JS-2026-000001-${at + 1}`,
  amountFen: fen(amount),
}));

/** Reads the template from the form around this preview, as far as it is filled in. */
function readTemplate(form: HTMLFormElement, before: FileTemplate): FileTemplate {
  const data = new FormData(form);
  const text = (name: string) => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const rows = Number(text('rowsPerFile'));
  const columns = Object.fromEntries(
    columnPlaces.flatMap((at) =>
      (['field', 'heading', 'text'] as const).map((part) => [
        `${part}_${at}`,
        text(`${part}_${at}`),
      ]),
    ),
  );
  return templateFrom({
    ...before,
    ...columns,
    format: text('format') === 'xlsx' ? 'xlsx' : 'csv',
    headings: data.has('headings'),
    rowsPerFile: Number.isInteger(rows) && rows > 0 ? Math.min(rows, mostRows) : mostRows,
  }).template;
}

/** Shows example payments in the template, as it is typed. */
export function TemplatePreview({ locale, saved }: { locale: Locale; saved: FileTemplate }) {
  const t = fileMessages(locale);
  const ref = useRef<HTMLDivElement>(null);
  const [template, setTemplate] = useState(saved);
  useEffect(() => {
    const form = ref.current?.closest('form');
    if (!form) return undefined;
    const read = () => setTemplate(readTemplate(form, saved));
    read();
    form.addEventListener('input', read);
    return () => form.removeEventListener('input', read);
  }, [saved]);
  const tables = layOut(template, exampleLines);
  return (
    <div ref={ref}>
      <Section title={t.preview} lead={t.previewLead}>
        {tables.map((table, at) => (
          <FileLines
            key={`${at}-${table.cells.length}`}
            locale={locale}
            caption={`${t.preview} ${at + 1}`}
            template={template}
            table={table}
            shown={exampleLines.length}
          />
        ))}
      </Section>
    </div>
  );
}
