import { CheckboxGroup, HiddenField } from '@/components/ui/fields';
import { EmptyState } from '@/components/ui/empty-state';
import { ActionForm } from '@/components/ui/form';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { organisationName } from '@/lib/organisation-name';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { formatFen, sumFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { NoticePage, ReadyGroup } from '../queries';
import { NoticeTable } from './notice-list';
import { noticeMessages } from '../messages';
import { publishNoticeAction } from '../actions';

function Publish(props: { group: ReadyGroup; locale: Locale }) {
  const { group, locale } = props;
  const t = noticeMessages(locale);
  return (
    <Card className="space-y-4">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h3 className="text-lg">{say(group.title, locale)}</h3>
        <p className="text-muted">
          {t.readySum({
            n: group.rows.length,
            amount: formatFen(sumFen(group.rows.map((row) => row.amountFen))),
          })}{' '}
          · {t.days({ n: group.workingDays })} · {t.readyFree({ amount: formatFen(group.leftFen) })}
        </p>
      </div>
      <ActionForm action={publishNoticeAction} locale={locale}>
        <HiddenField name="programmeId" value={group.programmeId} />
        <CheckboxGroup
          name="applicationIds"
          label={t.cases}
          defaultValues={group.rows.map((row) => row.id)}
          options={group.rows.map((row) => ({
            value: row.id,
            label: `${row.reference} ${organisationName(row.organisation, locale)}`,
            hint: formatFen(row.amountFen),
          }))}
        />
        <SubmitButton>{t.publish}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

/** Shows the page where passed cases are put on public notice, and what has been published. */
export function NoticeDesk(props: {
  locale: Locale;
  groups: readonly ReadyGroup[];
  page: NoticePage;
  cursor: string | undefined;
}) {
  const { locale, groups, page, cursor } = props;
  const t = noticeMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.notices} />
      <Section title={t.ready} lead={t.readyLead}>
        {groups.length === 0 && <EmptyState title={t.noneReady} body={t.noneReadyBody} />}
        {groups.map((group) => (
          <Publish key={group.programmeId} group={group} locale={locale} />
        ))}
      </Section>
      <Section title={t.published}>
        <NoticeTable
          locale={locale}
          page={page}
          cursor={cursor}
          path={paths.city.notices()}
          oneCity
        />
      </Section>
    </PageBody>
  );
}
