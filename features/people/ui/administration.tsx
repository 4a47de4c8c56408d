import { EmailField, HiddenField, RadioGroup, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { localePath, type Locale } from '@/lib/locale';
import { addCityAction, appointCityAdminAction, inviteOfficialAction } from '../actions';
import { invitableRoles } from '../domain';
import { peopleMessages } from '../messages';
import type { Colleague, listCities } from '../queries';
import { ColleagueTable } from './colleague-table';
import { paths } from '@/lib/paths';
import { roleNames } from '@/lib/role-messages';
import { say } from '@/lib/bilingual';

type City = Awaited<ReturnType<typeof listCities>>[number];

/** Shows a city administrator's page: the officials and their roles. */
export function CityPeople({ locale, people }: { locale: Locale; people: readonly Colleague[] }) {
  const t = peopleMessages(locale);
  return (
    <PageBody>
      <PageHeader title={t.people} />
      <Columns
        aside={
          <Section title={t.inviteTitle} lead={t.inviteHint}>
            <ActionForm action={inviteOfficialAction} locale={locale}>
              <EmailField name="email" label={t.email} autoComplete="off" />
              <RadioGroup
                name="role"
                label={t.role}
                options={invitableRoles('city_admin').map((value) => ({
                  value,
                  label: roleNames(locale)[value],
                }))}
              />
              <SubmitButton>{t.invite}</SubmitButton>
            </ActionForm>
          </Section>
        }
      >
        <ColleagueTable locale={locale} people={people} ending />
      </Columns>
    </PageBody>
  );
}

export function PlatformHome({ locale, cities }: { locale: Locale; cities: readonly City[] }) {
  const t = peopleMessages(locale);
  const fields = [
    'slug',
    'prefix',
    'nameZh',
    'nameEn',
    'bureauZh',
    'bureauEn',
    'phone',
    'address',
  ] as const;
  return (
    <PageBody>
      <PageHeader title={t.platform} lead={t.platformLead} />
      <Section title={t.cities}>
        <Table
          caption={t.cities}
          columns={[
            { key: 'city', header: t.city },
            { key: 'bureau', header: t.bureau, wrap: true },
            { key: 'prefix', header: t.prefix },
          ]}
          rows={cities.map((city) => ({
            key: city.id,
            href: localePath(locale, paths.platform.city(city.slug)),
            cells: {
              city: say(city.name, locale),
              bureau: say(city.bureau, locale),
              prefix: city.prefix,
            },
          }))}
          empty={null}
        />
      </Section>
      <Section title={t.addCity}>
        <ActionForm action={addCityAction} locale={locale}>
          {fields.map((name) => (
            <TextField key={name} name={name} label={t[name]} width="medium" autoComplete="off" />
          ))}
          <SubmitButton>{t.addCity}</SubmitButton>
        </ActionForm>
      </Section>
    </PageBody>
  );
}

export function PlatformCity(props: { locale: Locale; city: City; people: readonly Colleague[] }) {
  const { locale, city, people } = props;
  const t = peopleMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={say(city.name, locale)}
        eyebrow={say(city.bureau, locale)}
        back={{ href: localePath(locale, paths.platform.home()), label: t.cities }}
      />
      <Section title={t.people}>
        <ColleagueTable locale={locale} people={people} />
      </Section>
      <Section title={t.appoint} lead={t.inviteHint}>
        <ActionForm action={appointCityAdminAction} locale={locale}>
          <HiddenField name="cityId" value={city.id} />
          <EmailField name="email" label={t.email} width="medium" autoComplete="off" />
          <SubmitButton>{t.appoint}</SubmitButton>
        </ActionForm>
      </Section>
    </PageBody>
  );
}
