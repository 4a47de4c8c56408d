import type { ReactNode } from 'react';
import { Callout } from '@/components/ui/callout';
import { DateTime, Until } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Amount } from '@/components/ui/money';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { Seal } from '@/components/ui/seal';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { Pager, Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { formatDate, formatUntil, shanghaiDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import type { Notice, NoticeItem } from '../queries';
import { noticeMessages } from '../messages';

type Props = { notice: Notice; locale: Locale; cursor: string | undefined };

const tones: Record<NoticeItem['outcome'], Tone> = {
  pending: 'info',
  cleared: 'success',
  objected: 'warn',
  refused: 'danger',
  withdrawn: 'neutral',
};

function Awards({ notice, locale, cursor }: Props) {
  const t = noticeMessages(locale);
  return (
    <>
      <Table
        caption={t.awards}
        columns={[
          { key: 'organisation', header: t.organisation, wrap: true },
          { key: 'creditCode', header: t.creditCode },
          { key: 'amount', header: t.amount, align: 'right' },
          { key: 'outcome', header: t.outcome },
        ]}
        rows={notice.items.map((item) => ({
          key: item.id,
          cells: {
            organisation: item.organisationName,
            creditCode: <span className="code">{item.creditCodeMasked}</span>,
            amount: <Amount fen={item.amountFen} locale={locale} />,
            outcome: (
              <StatusTag tone={tones[item.outcome]}>{t[`outcome_${item.outcome}`]}</StatusTag>
            ),
          },
        }))}
        empty={null}
      />
      <Pager
        locale={locale}
        path={localePath(locale, paths.notice(notice.id))}
        cursor={cursor}
        nextCursor={notice.nextCursor}
      />
    </>
  );
}

/** Shows the seal, the bureau that publishes the notice, and the date, as official papers end. */
function Signature({ notice, locale }: Props) {
  return (
    <div className="flex items-center justify-end gap-6">
      <Seal text={notice.city['zh-CN']} className="size-24 shrink-0 -rotate-6" />
      <p className="text-right">
        {say(notice.bureau, locale)}
        <span className="block">
          <DateTime at={notice.publishedAt} locale={locale} />
        </span>
      </p>
    </div>
  );
}

/** Returns what the notice announces. That of a list also says how many awards it has and what they come to. */
function bodyOf(notice: Notice, locale: Locale): string {
  const t = noticeMessages(locale);
  if (!notice.ofList) return t.body({ n: notice.workingDays });
  return t.listBody({
    n: notice.awards,
    amount: formatFen(notice.totalFen),
    until: formatUntil(notice.endsAt, locale),
  });
}

/** Shows one public notice as an official paper, with the form (`children`) by which it is answered. */
export function NoticePaper({ children, ...props }: Props & { children: ReactNode }) {
  const { notice, locale } = props;
  const t = noticeMessages(locale);
  const { withdrawn } = notice;
  const over = withdrawn ? t.withdrawnState : t.ended;
  const state = notice.running ? t.daysLeft({ n: notice.daysLeft }) : over;
  return (
    <PageBody>
      <PageHeader
        eyebrow={`${say(notice.city, locale)} · ${notice.reference}`}
        title={t.title({ programme: say(notice.title, locale) })}
        back={{ href: localePath(locale, paths.notices()), label: t.notices }}
        lead={<StatusTag tone={notice.running ? 'info' : 'final'}>{state}</StatusTag>}
      />
      {withdrawn && (
        <Callout
          tone="warn"
          title={t.withdrawn({ day: formatDate(shanghaiDate(withdrawn.at), locale) })}
        >
          {words(withdrawn.reason)}
        </Callout>
      )}
      <Card className="space-y-6 sm:p-8">
        <p className="text-lg">{bodyOf(notice, locale)}</p>
        <Awards {...props} />
        <Signature {...props} />
      </Card>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <Section id="object" title={t.object} lead={notice.running && t.objectLead}>
          {children}
        </Section>
        <aside>
          <DescriptionList
            items={[
              {
                term: t.publishedOn,
                value: <DateTime at={notice.publishedAt} locale={locale} />,
              },
              { term: t.ends, value: <Until at={notice.endsAt} locale={locale} /> },
              { term: t.contact, value: say(notice.bureau, locale) },
              { term: t.phone, value: notice.phone },
            ]}
          />
        </aside>
      </div>
    </PageBody>
  );
}
