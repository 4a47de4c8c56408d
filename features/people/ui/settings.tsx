import { ButtonLink } from '@/components/ui/button-link';
import { Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { HiddenField, RadioGroup } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { localePath, type Locale } from '@/lib/locale';
import type { Session } from '@/server/session';
import { changeLocaleAction, revokeSessionAction, switchMembershipAction } from '../actions';
import { deviceName } from '../device-name';
import { doneText, peopleMessages } from '../messages';
import type { listSessions, MyPlace } from '../queries';
import { paths } from '@/lib/paths';
import { roleNames } from '@/lib/role-messages';
import { say } from '@/lib/bilingual';

export function Settings(props: {
  locale: Locale;
  session: Session;
  places: readonly MyPlace[];
  devices: Awaited<ReturnType<typeof listSessions>>;
  done: string | undefined;
}) {
  const { locale, session, places, devices, done } = props;
  const t = peopleMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.settings} lead={`${session.name} · ${session.email}`} />
      <Flash text={doneText(locale, done)} />
      <Section title={t.places}>
        <ul className="divide-line border-line divide-y border-y">
          {places.map((place) => (
            <li
              key={place.membershipId}
              className="flex flex-wrap items-center justify-between gap-3 py-2"
            >
              <span>
                {roleNames(locale)[place.role]}
                <span className="text-muted">
                  {' '}
                  · {place.name && words(say(place.name, locale))}
                </span>
              </span>
              {place.membershipId === session.membershipId ? (
                <StatusTag tone="info">{t.current}</StatusTag>
              ) : (
                <ActionForm action={switchMembershipAction} locale={locale}>
                  <HiddenField name="membershipId" value={place.membershipId} />
                  <SubmitButton variant="secondary" size="sm">
                    {t.switchTo}
                  </SubmitButton>
                </ActionForm>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t.devices}>
        <Table
          caption={t.devices}
          columns={[
            { key: 'device', header: t.device, wrap: true },
            { key: 'seen', header: t.lastSeen },
            { key: 'end', header: t.revoke },
          ]}
          rows={devices.map((device) => ({
            key: device.idHash,
            cells: {
              device: deviceName(device.device, locale),
              seen: <DateTime at={device.lastSeenAt} locale={locale} />,
              end:
                device.idHash === session.idHash ? (
                  t.thisDevice
                ) : (
                  <ActionForm action={revokeSessionAction} locale={locale}>
                    <HiddenField name="idHash" value={device.idHash} />
                    <SubmitButton variant="quiet" size="sm">
                      {t.revoke}
                    </SubmitButton>
                  </ActionForm>
                ),
            },
          }))}
          empty={null}
        />
      </Section>
      <Section title={t.mails} lead={t.mailsLead}>
        <ButtonLink href={localePath(locale, paths.wishes())} variant="secondary">
          {t.chooseMails}
        </ButtonLink>
      </Section>
      <Section title={t.language}>
        <ActionForm action={changeLocaleAction} locale={locale}>
          <RadioGroup
            name="locale"
            label={t.language}
            defaultValue={session.locale}
            options={[
              { value: 'zh-CN', label: t.chinese },
              { value: 'en', label: t.english },
            ]}
          />
          <SubmitButton variant="secondary">{t.save}</SubmitButton>
        </ActionForm>
      </Section>
    </PageBody>
  );
}
