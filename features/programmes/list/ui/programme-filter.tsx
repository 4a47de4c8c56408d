import { Link } from '@/components/ui/link';
import { ChevronDown, X } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
import { filterErrors } from '@/components/ui/unfit-filter';
import { cityChoices } from '@/lib/city-choices';
import { addressOf } from '@/lib/address';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { chipOrigins, modes, voucherKinds } from '@/features/rules/domain/rules';
import { availabilities } from '@/features/programmes/domain/availability';
import { paths } from '@/lib/paths';
import { listMessages } from '../messages';
import { deadlines, sorts, type ProgrammeFilter } from '../queries';
import { programmeMessages } from '@/features/programmes/messages';
import type { CityName } from '@/features/programmes/queries';
import { valueNames } from '@/features/rules/value-messages';

type Props = { locale: Locale; filter: ProgrammeFilter; cities: readonly CityName[] };
type FormProps = Props & { search: ReadFilter<ProgrammeFilter> };
type Option = { value: string; label: string };
type Name = 'city' | 'kind' | 'chip' | 'mode' | 'state' | 'closes' | 'sort';
type Choice = { name: Name; label: string; options: Option[] };

/** Returns the filters of the list, with a label for every value. */
function choicesOf({ locale, cities }: Props): Record<Name, Choice> {
  const t = listMessages(locale);
  const p = programmeMessages(locale);
  const choice = (name: Name, label: string, options: Option[]): Choice => ({
    name,
    label,
    options,
  });
  const named = <V extends string>(values: readonly V[], label: (value: V) => string): Option[] =>
    values.map((value) => ({ value, label: label(value) }));
  return {
    city: choice('city', p.city, cityChoices(cities, locale)),
    kind: choice(
      'kind',
      p.kind,
      named(voucherKinds, (value) => valueNames(locale)[value]),
    ),
    chip: choice(
      'chip',
      t.chip,
      named(chipOrigins, (value) => t[`chip_${value}`]),
    ),
    mode: choice(
      'mode',
      p.mode,
      named(modes, (value) => valueNames(locale)[value]),
    ),
    state: choice(
      'state',
      t.state,
      named(availabilities, (value) => t[`state_${value}`]),
    ),
    closes: choice(
      'closes',
      t.closes,
      named(deadlines, (value) => t[`closes_${value}`]),
    ),
    sort: choice(
      'sort',
      t.sort,
      named(sorts, (value) => t[`sort_${value}`]),
    ),
  };
}

function Select({
  choice,
  filter,
  all,
}: {
  choice: Choice;
  filter: ProgrammeFilter;
  all?: string;
}) {
  const { name, label, options } = choice;
  return (
    <SelectField
      name={name}
      label={label}
      width="full"
      defaultValue={filter[name] ?? (all === undefined ? (options[0]?.value ?? '') : '')}
      options={all === undefined ? options : [{ value: '', label: all }, ...options]}
    />
  );
}

const further = ['kind', 'chip', 'mode', 'closes'] as const;

/** Shows the search and the most used filters; the other filters are folded away until one is in use. */
export function FilterForm(props: FormProps) {
  const { locale, filter, search } = props;
  const t = listMessages(locale);
  const { all } = programmeMessages(locale);
  const choices = choicesOf(props);
  return (
    <GetForm
      key={JSON.stringify(search.typed)}
      locale={locale}
      errors={filterErrors(locale, search.faults)}
      {...(!search.fits && { values: search.typed })}
      action={localePath(locale, paths.programmes())}
      search={programmeMessages(locale).filter}
      className="no-print border-line bg-surface space-y-3 rounded border p-4"
    >
      <div className="grid grid-cols-2 items-end gap-4 lg:grid-cols-[minmax(0,2fr)_repeat(3,minmax(0,1fr))_auto]">
        <div className="col-span-2 lg:col-span-1">
          <TextField name="q" label={t.search} defaultValue={filter.q ?? ''} />
        </div>
        <Select choice={choices.city} filter={filter} all={all} />
        <Select choice={choices.state} filter={filter} all={all} />
        <Select choice={choices.sort} filter={filter} />
        <Button type="submit">{t.show}</Button>
      </div>
      <details open={further.some((name) => search.typed[name] !== undefined)} className="group">
        <summary className="link inline-flex min-h-8 items-center gap-1 text-sm">
          {t.more}
          <ChevronDown
            aria-hidden
            className="size-4 transition-transform group-open:rotate-180"
            strokeWidth={1.75}
          />
        </summary>
        <div className="grid grid-cols-2 items-end gap-4 pt-2 lg:grid-cols-4">
          {further.map((name) => (
            <Select key={name} choice={choices[name]} filter={filter} all={all} />
          ))}
        </div>
      </details>
    </GetForm>
  );
}

const chipClass =
  'border-edge bg-surface hover:border-fg inline-flex min-h-8 items-center gap-1.5 rounded border ' +
  'px-2.5 text-sm no-underline pointer-coarse:min-h-11';

/** Shows the filters in use, each with a link that removes it. */
export function FilterChips(props: Props) {
  const { locale, filter } = props;
  const t = listMessages(locale);
  const path = localePath(locale, paths.programmes());
  const { cursor: _page, ...filters } = filter;
  const { sort: _sort, ...choices } = choicesOf(props);
  const chips = [
    ...(filter.q ? [{ key: 'q', name: t.search, value: filter.q }] : []),
    ...Object.values(choices).flatMap(({ name, label, options }) => {
      const chosen = filter[name];
      if (!chosen) return [];
      const value = options.find((option) => option.value === chosen)?.label ?? chosen;
      return [{ key: name, name: label, value }];
    }),
  ];
  if (chips.length === 0) return null;
  return (
    <nav aria-label={t.active} className="no-print">
      <ul className="flex flex-wrap items-center gap-2">
        {chips.map(({ key, name, value }) => (
          <li key={key}>
            <Link
              href={addressOf(path, { ...filters, [key]: undefined })}
              className={chipClass}
              aria-label={t.remove({ name, value })}
            >
              {t.chosen({ name, value })}
              <X aria-hidden className="size-4" strokeWidth={1.75} />
            </Link>
          </li>
        ))}
        <li>
          <Link
            className="link inline-flex min-h-8 items-center text-sm pointer-coarse:min-h-11"
            href={addressOf(path, { sort: filter.sort === sorts[0] ? undefined : filter.sort })}
          >
            {t.clear}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
