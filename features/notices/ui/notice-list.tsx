import { DateTime, Until } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { Pager, Table } from '@/components/ui/table';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { NoticePage } from '../queries';
import { noticeMessages } from '../messages';

type Props = { locale: Locale; page: NoticePage; cursor: string | undefined };

/** Shows notices, the newest first; `path` is the page of the list. */
export function NoticeTable(props: Props & { path: string; oneCity?: boolean }) {
  const { locale, page, cursor, path, oneCity = false } = props;
  const t = noticeMessages(locale);
  const here = localePath(locale, path);
  return (
    <>
      <Table
        caption={t.notices}
        columns={[
          { key: 'reference', header: t.reference },
          { key: 'programme', header: t.programme, wrap: true },
          ...(oneCity ? [] : [{ key: 'city', header: t.city }]),
          { key: 'awards', header: t.awardees, align: 'right' },
          { key: 'published', header: t.publishedOn },
          { key: 'ends', header: t.ends },
          { key: 'state', header: t.state },
        ]}
        rows={page.rows.map((notice) => ({
          key: notice.id,
          href: localePath(locale, paths.notice(notice.id)),
          cells: {
            reference: notice.reference,
            programme: say(notice.title, locale),
            city: say(notice.city, locale),
            awards: notice.awards,
            published: <DateTime at={notice.publishedAt} locale={locale} />,
            ends: <Until at={notice.endsAt} locale={locale} />,
            state: (
              <StatusTag tone={notice.running ? 'info' : 'final'}>
                {notice.running ? t.running : notice.withdrawn ? t.withdrawnState : t.ended}
              </StatusTag>
            ),
          },
        }))}
        empty={<EmptyState title={t.noNotices} body={t.noNoticesBody} />}
      />
      <Pager locale={locale} path={here} cursor={cursor} nextCursor={page.nextCursor} />
    </>
  );
}

/** Shows the public's list of notices. */
export function NoticeList({ locale, page, cursor }: Props) {
  const t = noticeMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.notices} lead={t.noticesLead} />
      <NoticeTable locale={locale} page={page} cursor={cursor} path={paths.notices()} />
    </PageBody>
  );
}
