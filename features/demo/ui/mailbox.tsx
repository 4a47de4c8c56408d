import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { storedText } from '@/features/notifications/mail-text';
import { pathOf } from '@/features/notifications/sealed-path';
import { isLocale, localePath, type Locale } from '@/lib/locale';
import { demoMessages } from '../messages';
import type { listMails } from '../queries';

type Mail = Awaited<ReturnType<typeof listMails>>[number];

const subjectOf = ({ template, locale, values }: Mail) =>
  storedText(template, values, isLocale(locale) ? locale : 'zh-CN').subject;

export function Mailbox({ locale, mails }: { locale: Locale; mails: readonly Mail[] }) {
  const t = demoMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.mailboxTitle} lead={t.mailboxLead} />
      <Table
        caption={t.mailboxTitle}
        columns={[
          { key: 'subject', header: t.subject, wrap: true },
          { key: 'to', header: t.to },
          { key: 'at', header: t.at },
          { key: 'state', header: t.state },
          { key: 'open', header: t.open },
        ]}
        rows={mails.map((mail) => {
          const path = pathOf(mail.values);
          return {
            key: mail.id,
            cells: {
              subject: subjectOf(mail),
              to: mail.recipient,
              at: <DateTime at={mail.createdAt} locale={locale} />,
              state: t[mail.state],
              open: path && (
                <a className="link" href={localePath(locale, path)}>
                  {t.open}
                </a>
              ),
            },
          };
        })}
        empty={<EmptyState title={t.empty} />}
      />
    </PageBody>
  );
}
