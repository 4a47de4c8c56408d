import { Flash } from '@/components/ui/callout';
import { Checkbox, HiddenField, NumberField, SelectField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Link } from '@/components/ui/link';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { textEncodings } from '@/features/tables/domain/encoding';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { saveTemplateAction } from '../actions';
import type { VersionedTemplate } from '../batch-file';
import { paymentFields, type FileTemplate } from '../domain/payment-file';
import { columnPlaces } from '../domain/template-form';
import { fileMessages } from '../file-messages';
import { settlementDoneText, settlementMessages } from '../messages';
import { shippedNames, shippedTemplates, type ShippedName } from '../shipped-template-messages';
import { TemplatePreview } from './template-preview';

type Props = {
  locale: Locale;
  current: VersionedTemplate;
  /** The shipped template that fills the form; undefined for the city's own. */
  start: ShippedName | undefined;
  done: string | undefined;
};

const shipped = Object.keys(shippedTemplates) as ShippedName[];

function Columns({ locale, template }: { locale: Locale; template: FileTemplate }) {
  const t = fileMessages(locale);
  return (
    <Section title={t.columns} lead={t.columnsLead}>
      {columnPlaces.map((at) => {
        const column = template.columns[at];
        return (
          <fieldset key={at} className="border-line border-t pt-3">
            <legend className="font-semibold">{t.column({ n: at + 1 })}</legend>
            <div className="grid gap-4 sm:grid-cols-3">
              <SelectField
                name={`field_${at}`}
                label={t.content}
                optional
                width="full"
                defaultValue={column?.field ?? ''}
                options={[
                  { value: '', label: t.none },
                  ...paymentFields.map((field) => ({ value: field, label: t[field] })),
                ]}
              />
              <TextField
                name={`heading_${at}`}
                label={t.heading}
                optional
                maxLength={40}
                defaultValue={column?.heading ?? ''}
              />
              <TextField
                name={`text_${at}`}
                label={t.text}
                optional
                maxLength={60}
                defaultValue={column?.text ?? ''}
              />
            </div>
          </fieldset>
        );
      })}
    </Section>
  );
}

function Kind({ locale, template }: { locale: Locale; template: FileTemplate }) {
  const t = fileMessages(locale);
  return (
    <>
      <TextField name="name" label={t.name} maxLength={60} defaultValue={template.name} />
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <SelectField
          name="format"
          label={t.format}
          hint={t.formatHint}
          defaultValue={template.format}
          options={[
            { value: 'csv', label: 'CSV' },
            { value: 'xlsx', label: 'XLSX' },
          ]}
        />
        <SelectField
          name="encoding"
          label={t.encoding}
          defaultValue={template.encoding}
          options={textEncodings.map((value) => ({ value, label: t[value] }))}
        />
        <NumberField
          name="rowsPerFile"
          label={t.rowsPerFile}
          defaultValue={String(template.rowsPerFile)}
        />
      </div>
      <Checkbox name="headings" label={t.headings} checked={template.headings} optional />
      <Checkbox
        name="markDigits"
        label={t.markDigits}
        hint={t.markDigitsHint}
        checked={template.markDigits}
        optional
      />
    </>
  );
}

/** Shows the form of the city's payment file, with a preview. */
export function TemplatePage({ locale, current, start, done }: Props) {
  const t = fileMessages(locale);
  const template = start ? shippedTemplates[start] : current.template;
  return (
    <PageBody>
      <Flash text={settlementDoneText(locale, done)} />
      <PageHeader
        title={t.title}
        lead={t.lead}
        eyebrow={t.version({ n: current.version })}
        back={{
          href: localePath(locale, paths.city.settlements()),
          label: settlementMessages(locale).title,
        }}
      />
      <Section title={t.shipped} lead={t.shippedLead}>
        <ul className="flex flex-wrap gap-x-6 gap-y-2">
          {shipped.map((name) => (
            <li key={name}>
              <Link
                className="link inline-flex min-h-11 items-center"
                href={localePath(locale, paths.city.paymentTemplate({ start: name }))}
              >
                {shippedNames(locale)[name]}
              </Link>
            </li>
          ))}
        </ul>
      </Section>
      <ActionForm
        key={start ?? ''}
        action={saveTemplateAction}
        locale={locale}
        className="space-y-8"
      >
        <HiddenField name="baseVersion" value={String(current.version)} />
        <Kind locale={locale} template={template} />
        <TemplatePreview locale={locale} saved={template} />
        <Columns locale={locale} template={template} />
        <SubmitButton>{t.save}</SubmitButton>
      </ActionForm>
    </PageBody>
  );
}
