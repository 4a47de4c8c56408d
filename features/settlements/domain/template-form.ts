import {
  mostColumns,
  paymentFields,
  type FileColumn,
  type FileTemplate,
  type PaymentField,
} from './payment-file';

/** The places of columns in the form, counted from 0. */
export const columnPlaces = Array.from({ length: mostColumns }, (_, at) => at);

export type TemplateForm = Omit<FileTemplate, 'columns' | 'headings' | 'markDigits'> & {
  readonly headings: boolean;
  readonly markDigits: boolean;
} & Readonly<Record<`field_${number}` | `heading_${number}` | `text_${number}`, string>>;

const isField = (value: string): value is PaymentField =>
  paymentFields.some((field) => field === value);

/** Returns the template that a form describes, and its columns with their places in the form. */
export function templateFrom(form: TemplateForm): {
  template: FileTemplate;
  columns: (FileColumn & { at: number })[];
} {
  const columns = columnPlaces.flatMap((at) => {
    const field = form[`field_${at}`] ?? '';
    if (!isField(field)) return [];
    const text = field === 'fixed' ? (form[`text_${at}`] ?? '') : '';
    return [{ at, field, heading: form[`heading_${at}`] ?? '', text }];
  });
  const { name, format, encoding, headings, rowsPerFile, markDigits } = form;
  const plain = columns.map(({ field, heading, text }) => ({ field, heading, text }));
  return {
    template: { name, format, encoding, headings, rowsPerFile, markDigits, columns: plain },
    columns,
  };
}
