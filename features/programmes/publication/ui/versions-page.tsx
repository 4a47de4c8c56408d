import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { SelectField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { Pager, Table } from '@/components/ui/table';
import { localePath, type Locale } from '@/lib/locale';
import { say } from '@/lib/bilingual';
import { editorMessages } from '@/features/programmes/editor/messages';
import { programmeMessages } from '@/features/programmes/messages';
import { paths } from '@/lib/paths';
import type { PublishedVersions } from '../version-queries';
import { DifferenceTable } from '@/features/programmes/editor/ui/difference-table';
import { FormDifference } from '@/features/programmes/form-editor/ui/form-difference';

type Props = { locale: Locale; data: PublishedVersions };

function Compare({ locale, data, path }: Props & { path: string }) {
  const t = editorMessages(locale);
  const options = data.rows.map(({ number }) => ({
    value: String(number),
    label: t.versionN({ number }),
  }));
  const { comparison } = data;
  if (options.length < 2) return null;
  return (
    <Section
      title={comparison ? t.compareTitle({ from: comparison.from, to: comparison.to }) : t.compare}
    >
      <GetForm
        locale={locale}
        action={path}
        className="no-print flex flex-wrap items-end gap-4 space-y-0"
      >
        <SelectField
          name="from"
          label={t.compareFrom}
          width="short"
          options={options}
          defaultValue={String(comparison?.from ?? '')}
        />
        <SelectField
          name="to"
          label={t.compareTo}
          width="short"
          options={options}
          defaultValue={String(comparison?.to ?? '')}
        />
        <Button type="submit" variant="secondary">
          {t.compare}
        </Button>
      </GetForm>
      {comparison && (
        <>
          <DifferenceTable locale={locale} changes={comparison.changes} caption={t.difference} />
          <FormDifference locale={locale} {...comparison.forms} />
        </>
      )}
    </Section>
  );
}

/** Shows every version of a programme's rules that was ever in force, and how two of them differ. */
export function VersionsPage({ locale, data, cursor }: Props & { cursor: string | undefined }) {
  const t = editorMessages(locale);
  const path = localePath(locale, paths.versions(data.slug));
  const listed = data.state === 'published';
  return (
    <PageBody>
      <PageHeader
        title={t.versionsTitle}
        eyebrow={`${say(data.city, locale)} · ${say(data.title, locale)}`}
        lead={t.versionsLead}
        back={
          listed
            ? {
                href: localePath(locale, paths.programme(data.slug)),
                label: programmeMessages(locale).guide,
              }
            : {
                href: localePath(locale, paths.programmes()),
                label: programmeMessages(locale).title,
              }
        }
      />
      {!listed && (
        <Callout tone="warn" title={data.state === 'closed' ? t.closedNote : t.suspendedNote}>
          {data.stateReason}
        </Callout>
      )}
      <div>
        <Table
          caption={t.versionsTitle}
          columns={[
            { key: 'number', header: t.number },
            { key: 'at', header: t.publishedOn },
            { key: 'state', header: t.state },
          ]}
          rows={data.rows.map((row) => ({
            key: row.id,
            cells: {
              number: t.versionN({ number: row.number }),
              at: <DateTime at={row.publishedAt} locale={locale} />,
              state: row.current && <StatusTag tone="success">{t.current}</StatusTag>,
            },
          }))}
          empty={null}
        />
        <Pager locale={locale} path={path} cursor={cursor} nextCursor={data.nextCursor} />
      </div>
      <Compare locale={locale} data={data} path={path} />
    </PageBody>
  );
}
