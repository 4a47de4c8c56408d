import { DateOnly } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import type { ReactNode } from 'react';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import type { Profile } from '../domain/profile';
import type { Registration } from '../domain/lifecycle';
import { organisationMessages } from '../messages';
import { shownValue } from '../shown';

/** Shows an organisation's registration, and beside each changed value the verified one. */
export function RegistrationList(props: {
  locale: Locale;
  profile: Profile;
  before?: { registration: Registration; changed: readonly (keyof Registration)[] };
}) {
  const { locale, profile, before } = props;
  const t = organisationMessages(locale);
  const value = (name: keyof Registration, now: ReactNode) => ({
    term: t[name],
    value: before?.changed.includes(name) ? (
      <>
        {words(now)}
        <span className="text-warn block text-sm">
          {words(t.changedSince({ before: shownValue(locale, name, before.registration[name]) }))}
        </span>
      </>
    ) : (
      now
    ),
  });
  const { registeredOn, onePerson } = profile;
  return (
    <DescriptionList
      items={[
        value('name', profile.name),
        { term: t.nameEn, value: profile.nameEn ?? '—' },
        { term: t.creditCode, value: <span className="code">{profile.creditCode}</span> },
        value('applicantType', shownValue(locale, 'applicantType', profile.applicantType)),
        value('region', profile.region || '—'),
        value('address', profile.address || '—'),
        value('registeredOn', registeredOn ? <DateOnly on={registeredOn} locale={locale} /> : '—'),
        value('legalRepresentative', profile.legalRepresentative || '—'),
        { term: t.size, value: shownValue(locale, 'size', profile.size ?? '') },
        { term: t.sector, value: shownValue(locale, 'sector', profile.sector ?? '') },
        {
          term: t.onePerson,
          value: onePerson === null ? '—' : onePerson ? t.yes : t.no,
        },
      ]}
    />
  );
}
