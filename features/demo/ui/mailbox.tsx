import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Table } from '@/components/ui/table';
import { storedText } from '@/features/notifications/mail-text';
import { pathOf } from '@/features/notifications/sealed-path';
import { isLocale, localePath, type Locale } from '@/lib/locale';
import { demoMessages } from '../messages';
import type { listLetters } from '../queries';

type Mail = Awaited<ReturnType<typeof listLetters>>[number];

const subjectOf = ({ template, locale, values }: Mail) =>
  storedText(template, values, isLocale(locale) ? locale : 'zh-CN').subject;

export function Mailbox({ locale, letters }: { locale: Locale; letters: readonly Mail[] }) {
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
        rows={letters.map((letter) => {
          const path = pathOf(letter.values);
          return {
            key: letter.id,
            cells: {
              subject: subjectOf(letter),
              to: letter.recipient,
              at: <DateTime at={letter.createdAt} locale={locale} />,
              state: t[letter.state],
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
