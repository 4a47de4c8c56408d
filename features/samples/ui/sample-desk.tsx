import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager, Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { takeSampleAction } from '../actions';
import { sampleMessages } from '../messages';
import type { Sample, SampleDesk, Uncovered } from '../queries';

type Localised = { locale: Locale };

/** Returns the name of a sample: its programme and its number. */
export const sampleTitle = ({ title, number }: Sample, locale: Locale): string =>
  [...(title ? [say(title, locale)] : []), sampleMessages(locale).sample({ number })].join(' · ');

function Open(props: Localised & { rows: readonly Uncovered[]; mayDraw: boolean }) {
  const { rows, locale, mayDraw } = props;
  const t = sampleMessages(locale);
  return (
    <Table
      caption={t.open}
      columns={[
        { key: 'programme', header: t.programme, wrap: true },
        { key: 'decisions', header: t.decisions, align: 'right' },
        { key: 'action', header: t.action },
      ]}
      rows={rows.map(({ programmeId, title, decisions }) => ({
        key: programmeId,
        cells: {
          programme: title && say(title, locale),
          decisions,
          action: mayDraw ? (
            <ActionForm action={takeSampleAction} locale={locale} className="space-y-2">
              <HiddenField name="programmeId" value={programmeId} />
              <SubmitButton size="sm" variant="secondary">
                {t.draw}
                <span className="sr-only"> {title && say(title, locale)}</span>
              </SubmitButton>
            </ActionForm>
          ) : (
            t.managerOnly
          ),
        },
      }))}
      empty={<EmptyState title={t.noneOpen} />}
    />
  );
}

/** Shows which decisions taken alone were not sampled yet, and the samples so far with what was found. */
export function SampleDeskPage(
  props: Localised & { page: SampleDesk; cursor: string | undefined; mayDraw: boolean },
) {
  const { locale, page, cursor, mayDraw } = props;
  const t = sampleMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <Section title={t.open}>
        <Open rows={page.open} locale={locale} mayDraw={mayDraw} />
      </Section>
      <Section id="samples" title={t.samples}>
        <Table
          caption={t.samples}
          columns={[
            { key: 'sample', header: t.programme, wrap: true },
            { key: 'decisions', header: t.decisions, align: 'right' },
            { key: 'drawn', header: t.drawn, align: 'right' },
            { key: 'checked', header: t.checked, align: 'right' },
            { key: 'findings', header: t.findings, align: 'right' },
            { key: 'by', header: t.drawnBy },
          ]}
          rows={page.rows.map((row) => ({
            key: row.id,
            href: localePath(locale, paths.city.sample(row.id)),
            cells: {
              sample: sampleTitle(row, locale),
              decisions: row.decisions,
              drawn: row.drawn,
              checked: row.checked,
              findings: row.findings,
              by: (
                <>
                  {words(row.drawnBy)} <br />
                  <DateTime at={row.drawnAt} locale={locale} />
                </>
              ),
            },
          }))}
          empty={<EmptyState title={t.none} />}
        />
        <Pager
          locale={locale}
          path={localePath(locale, paths.city.samples())}
          cursor={cursor}
          nextCursor={page.nextCursor}
          anchor="samples"
        />
      </Section>
    </PageBody>
  );
}
