import { Callout } from '@/components/ui/callout';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatDateTime } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { openNotificationAction } from '../actions';
import { centreMessages } from '../messages';
import { storedText } from '@/features/notifications/mail-text';
import type { Notification } from '../queries';

/** Shows a notification of a place in which the user does not work now: its text, and a link to switch there. */
export function NotificationPage({ locale, item }: { locale: Locale; item: Notification }) {
  const t = centreMessages(locale);
  const { subject, body } = storedText(item.template, item.values, locale);
  return (
    <PageBody narrow>
      <PageHeader
        title={subject}
        lead={body}
        eyebrow={formatDateTime(item.createdAt, locale)}
        back={{ href: localePath(locale, paths.notifications()), label: t.title }}
      />
      {item.access === 'left' ? (
        <Callout tone="info" title={item.place?.[locale]}>
          {t.left}
        </Callout>
      ) : (
        <>
          <Callout tone="info">{t.elsewhereLead({ place: item.place?.[locale] ?? '' })}</Callout>
          <ActionForm action={openNotificationAction} locale={locale}>
            <HiddenField name="notificationId" value={item.id} />
            <SubmitButton>{t.switchAndOpen}</SubmitButton>
          </ActionForm>
        </>
      )}
    </PageBody>
  );
}
