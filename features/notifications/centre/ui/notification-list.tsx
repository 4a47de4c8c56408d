import { ButtonLink } from '@/components/ui/button-link';
import { cn } from '@/components/ui/cn';
import { DateTime } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { LinkTabs } from '@/components/ui/link-tabs';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { addDays, formatDate, shanghaiDate, type IsoDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { readAllNotificationsAction, readNotificationAction } from '../actions';
import { centreMessages } from '../messages';
import { storedText } from '@/features/notifications/mail-text';
import type { Notification } from '../queries';

type Days = readonly (readonly [day: IsoDate, items: readonly Notification[]])[];

/** Groups notifications by the day on which they were created. */
const byDay = (items: readonly Notification[]): Days => {
  const days = new Map<IsoDate, Notification[]>();
  for (const item of items) {
    const day = shanghaiDate(item.createdAt);
    days.set(day, [...(days.get(day) ?? []), item]);
  }
  return [...days];
};

function dayName(day: IsoDate, today: IsoDate, locale: Locale): string {
  const t = centreMessages(locale);
  if (day === today) return t.today;
  return day === addDays(today, -1) ? t.yesterday : formatDate(day, locale);
}

function Item({ item, locale }: { item: Notification; locale: Locale }) {
  const t = centreMessages(locale);
  const { subject, body } = storedText(item.template, item.values, locale);
  return (
    <li className="flex gap-3 py-4">
      <span
        aria-hidden
        className={cn('mt-2 size-2 shrink-0 rounded-full', !item.read && 'bg-primary')}
      />
      <div className="flex min-w-0 grow flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 basis-80 grow">
          <p className={cn('break-words', !item.read && 'font-semibold')}>
            {item.access === 'left' ? (
              words(subject)
            ) : (
              // No prefetching, because opening this link marks the notification as read.
              <a className="link" href={localePath(locale, paths.notification(item.id))}>
                {words(subject)}
              </a>
            )}
            {!item.read && <span className="sr-only"> · {t.unread}</span>}
          </p>
          <p className="text-muted measure mt-0.5 break-words">{words(body)}</p>
          <p className="text-muted mt-1 flex flex-wrap gap-x-3 text-sm">
            <DateTime at={item.createdAt} locale={locale} />
            {item.place && <span>{words(item.place[locale])}</span>}
            {item.access === 'left' && <span>{t.left}</span>}
          </p>
        </div>
        {!item.read && (
          <ActionForm action={readNotificationAction} locale={locale} scope={item.id}>
            <HiddenField name="notificationId" value={item.id} />
            <SubmitButton variant="quiet" size="sm" className="-mr-3 max-sm:-ml-3">
              <span aria-hidden>{t.read}</span>
              <span className="sr-only">{words(t.readOf({ subject }))}</span>
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </li>
  );
}

function Empty({ locale, unread }: { locale: Locale; unread: boolean }) {
  const t = centreMessages(locale);
  const href = localePath(locale, unread ? paths.notifications() : '/');
  return (
    <EmptyState
      title={unread ? t.noneUnreadTitle : t.noneTitle}
      body={unread ? t.noneUnreadBody : t.noneBody}
      action={
        <ButtonLink href={href} variant="secondary">
          {unread ? t.showAll : t.home}
        </ButtonLink>
      }
    />
  );
}

/** Shows all notifications of the user from all places, day by day. */
export function NotificationList(props: {
  locale: Locale;
  page: { rows: readonly Notification[]; nextCursor: string | null; now: Date };
  unread: boolean;
  cursor: string | undefined;
}) {
  const { locale, page, unread, cursor } = props;
  const t = centreMessages(locale);
  const here = localePath(locale, paths.notifications());
  const today = shanghaiDate(page.now);
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        actions={
          <>
            {page.rows.some(({ read }) => !read) && (
              <ActionForm action={readAllNotificationsAction} locale={locale}>
                <SubmitButton variant="secondary">{t.readAll}</SubmitButton>
              </ActionForm>
            )}
            <ButtonLink href={localePath(locale, paths.wishes())} variant="secondary">
              {t.wishes}
            </ButtonLink>
          </>
        }
      />
      <div>
        <LinkTabs
          label={t.filter}
          tabs={[
            { href: here, label: t.all, current: !unread },
            { href: `${here}?unread=1`, label: t.unread, current: unread },
          ]}
        />
      </div>
      {page.rows.length === 0 && <Empty locale={locale} unread={unread} />}
      {byDay(page.rows).map(([day, items]) => (
        <Section key={day} title={dayName(day, today, locale)}>
          <ul className="divide-line border-line divide-y border-y">
            {items.map((item) => (
              <Item key={item.id} item={item} locale={locale} />
            ))}
          </ul>
        </Section>
      ))}
      <Pager
        locale={locale}
        path={here}
        query={{ unread: unread ? '1' : undefined }}
        cursor={cursor}
        nextCursor={page.nextCursor}
      />
    </PageBody>
  );
}
