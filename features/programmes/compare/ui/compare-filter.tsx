import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
import { filterErrors } from '@/components/ui/unfit-filter';
import { cityChoices } from '@/lib/city-choices';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { regionOfCity } from '@/features/programmes/list/city-region';
import { paths } from '@/lib/paths';
import type { CompareFilter } from '../input';
import type { Compared } from '../queries';
import { nearestFirst } from '@/features/programmes/list/domain/nearness';
import { modes } from '@/features/rules/domain/rules';
import { availabilities } from '@/features/programmes/domain/availability';
import { listMessages } from '@/features/programmes/list/messages';
import { programmeMessages } from '@/features/programmes/messages';
import type { CityName } from '@/features/programmes/queries';
import { type ProfileAnswers } from '@/features/programmes/check/profile-answers';
import { valueNames } from '@/features/rules/value-messages';

type Props = {
  locale: Locale;
  /** The answers, which stay in the address whatever the filters are. */
  answers: ProfileAnswers;
  search: ReadFilter<CompareFilter>;
  programmes: readonly Compared[];
  region: string | undefined;
};
type Option = { value: string; label: string };

/** Lists the cities that have programmes, the reader's own first. */
function cityOptions({ locale, programmes, region }: Props): Option[] {
  const cities = new Map(programmes.map(({ city }): [string, CityName] => [city.slug, city]));
  const ordered = [...cities.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return cityChoices(nearestFirst(ordered, regionOfCity, region), locale);
}

/** Shows the filters of the result: by availability, by city, and by how programmes pay. */
export function CompareFilterForm(props: Props) {
  const { locale, answers, search } = props;
  const t = programmeMessages(locale);
  const l = listMessages(locale);
  const choices: readonly (readonly [keyof CompareFilter, string, readonly Option[]])[] = [
    ['state', l.state, availabilities.map((value) => ({ value, label: l[`state_${value}`] }))],
    ['city', t.city, cityOptions(props)],
    ['mode', t.mode, modes.map((value) => ({ value, label: valueNames(locale)[value] }))],
  ];
  return (
    <div className="@container">
      <GetForm
        locale={locale}
        action={localePath(locale, paths.compare())}
        hiddenFields={answers}
        search={t.filter}
        errors={filterErrors(locale, search.faults)}
        {...(!search.fits && { values: search.typed })}
        className="no-print border-line bg-surface grid items-end gap-4 space-y-0 rounded border p-4 @min-[16rem]:grid-cols-2 @2xl:grid-cols-[repeat(3,minmax(0,1fr))_auto]"
      >
        {choices.map(([name, label, options]) => (
          <SelectField
            key={name}
            name={name}
            label={label}
            width="full"
            defaultValue={search.filter[name] ?? ''}
            options={[{ value: '', label: t.all }, ...options]}
          />
        ))}
        <Button type="submit" variant="secondary">
          {t.filter}
        </Button>
      </GetForm>
    </div>
  );
}
