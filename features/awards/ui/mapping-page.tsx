import { HiddenField, SelectField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { columnName } from '@/features/tables/domain/columns';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { mapImportAction } from '../actions';
import type { AwardField } from '../domain/fields';
import { awardMessages } from '../messages';
import type { MappingView } from '../queries';

type Props = { locale: Locale; view: MappingView };

function hintOf(field: AwardField, locale: Locale): string | undefined {
  const t = awardMessages(locale);
  const hints: Partial<Record<AwardField, string>> = {
    base: t.baseHint,
    email: t.emailHint,
    stated: t.statedHint,
  };
  return hints[field];
}

function Preview({ locale, view: { list, preview } }: Props) {
  const t = awardMessages(locale);
  return (
    <Section title={t.preview}>
      <Table
        caption={t.preview}
        density="compact"
        columns={[
          { key: 'line', header: t.line },
          ...list.headers.map((header, at) => ({
            key: `c${at}`,
            header: columnName(at, header),
            wrap: true,
          })),
        ]}
        rows={preview.map((row) => ({
          key: String(row.line),
          cells: {
            line: row.line,
            ...Object.fromEntries(list.headers.map((_, at) => [`c${at}`, row.cells[at] ?? ''])),
          },
        }))}
        empty={null}
      />
    </Section>
  );
}

/** Shows the form that maps columns to fields, beside the first rows. */
export function MappingPage({ locale, view }: Props) {
  const { list, mapping } = view;
  const t = awardMessages(locale);
  const columns = list.headers.map((header, at) => ({
    value: String(at),
    label: columnName(at, header),
  }));
  return (
    <PageBody>
      <PageHeader
        eyebrow={`${list.reference} · ${list.fileName}`}
        title={t.mapTitle}
        lead={t.mapLead}
        back={{ href: localePath(locale, paths.city.awardList(list.id)), label: list.reference }}
      />
      <Preview locale={locale} view={view} />
      <ActionForm action={mapImportAction} locale={locale}>
        <HiddenField name="importId" value={list.id} />
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          {list.needs.map(({ field, required }) => (
            <SelectField
              key={field}
              name={`column_${field}`}
              label={t[field]}
              hint={hintOf(field, locale)}
              optional={!required}
              width="full"
              defaultValue={mapping.columns[field]?.toString() ?? ''}
              options={required ? columns : [{ value: '', label: t.noColumn }, ...columns]}
            />
          ))}
          <TextField
            name="period"
            label={t.period}
            hint={t.periodHint}
            optional
            width="medium"
            maxLength={80}
            defaultValue={mapping.period}
          />
        </div>
        <SubmitButton pendingLabel={t.checking}>{t.checkButton}</SubmitButton>
      </ActionForm>
    </PageBody>
  );
}
