import { Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { FileField } from '@/components/ui/file-field';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager, Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { say, type Bilingual } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { uploadImportAction } from '../actions';
import { awardDoneText, awardMessages, importStates } from '../messages';
import { importTones } from './tones';
import type { ImportPage } from '../queries';

type Programmes = readonly { id: string; title: Bilingual }[];

/** Shows links to lists to fill in, one for each programme, because each programme has its own columns. */
function Templates({ locale, programmes }: { locale: Locale; programmes: Programmes }) {
  const t = awardMessages(locale);
  return (
    <div>
      <p className="text-muted measure">{t.templateLead}</p>
      <ul>
        {programmes.map(({ id, title }) => (
          <li key={id}>
            <a
              className="link inline-flex min-h-11 items-center"
              href={paths.api.awardTemplate({ programme: id, locale })}
              download
            >
              <span>
                {t.template}
                {programmes.length > 1 && <> · {words(say(title, locale))}</>}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Upload({ locale, programmes }: { locale: Locale; programmes: Programmes }) {
  const t = awardMessages(locale);
  const [only, ...others] = programmes;
  if (!only) {
    return (
      <Section title={t.upload}>
        <EmptyState title={t.noProgramme} body={t.noProgrammeBody} />
      </Section>
    );
  }
  return (
    <Section title={t.upload} lead={t.uploadLead}>
      <Templates locale={locale} programmes={programmes} />
      <Card className="max-w-2xl">
        <ActionForm action={uploadImportAction} locale={locale}>
          <SelectField
            name="programmeId"
            label={t.programme}
            width="full"
            defaultValue={others.length === 0 ? only.id : ''}
            options={programmes.map(({ id, title }) => ({ value: id, label: say(title, locale) }))}
          />
          <FileField
            name="file"
            label={t.file}
            hint={t.fileHint}
            accept=".csv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          />
          <SubmitButton pendingLabel={t.uploading}>{t.uploadButton}</SubmitButton>
        </ActionForm>
      </Card>
    </Section>
  );
}

/** Shows the city's lists, and where a new one is uploaded. */
export function AwardLists(props: {
  locale: Locale;
  page: ImportPage;
  cursor: string | undefined;
  /** Undefined for users who may only read. */
  programmes: Programmes | undefined;
  done: string | undefined;
}) {
  const { locale, page, cursor, programmes, done } = props;
  const t = awardMessages(locale);
  const states = importStates(locale);
  const path = localePath(locale, paths.city.awards());
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <Flash text={awardDoneText(locale, done)} />
      {programmes && <Upload locale={locale} programmes={programmes} />}
      <Section title={t.lists}>
        <Table
          caption={t.lists}
          columns={[
            { key: 'reference', header: t.listNumber },
            { key: 'programme', header: t.programme, wrap: true },
            { key: 'state', header: t.state },
            { key: 'rows', header: t.rows, align: 'right' },
            { key: 'problems', header: t.problems, align: 'right' },
            { key: 'total', header: t.total, align: 'right' },
            { key: 'uploaded', header: t.uploadedBy },
          ]}
          rows={page.rows.map((row) => ({
            key: row.id,
            href: localePath(locale, paths.city.awardList(row.id)),
            cells: {
              reference: row.reference,
              programme: say(row.title, locale),
              state: <StatusTag tone={importTones[row.state]}>{states[row.state]}</StatusTag>,
              rows: row.rowCount.toLocaleString('en'),
              problems: row.problemCount.toLocaleString('en'),
              total: <Amount fen={row.totalFen} locale={locale} />,
              uploaded: (
                <>
                  {words(row.createdBy)} · <DateTime at={row.createdAt} locale={locale} />
                </>
              ),
            },
          }))}
          empty={<EmptyState title={t.none} body={t.noneBody} />}
        />
        <Pager locale={locale} path={path} cursor={cursor} nextCursor={page.nextCursor} />
      </Section>
    </PageBody>
  );
}
