import { Flash } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { Button } from '@/components/ui/button';
import { GetForm } from '@/components/ui/get-form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { organisationName } from '@/lib/organisation-name';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { ReadFilter } from '@/lib/input/filter';
import { bulkMessages } from '../bulk-messages';
import type { FilterChoices } from '../bulk-queries';
import { redemptionLifecycle } from '../domain/lifecycle';
import { mayBeVerified } from '../domain/together';
import { redemptionDoneText, redemptionMessages, redemptionStates } from '../messages';
import type { CityFilter, RedemptionPage } from '../queries';
import { RedemptionTable } from './redemption-table';
import { RedemptionTick } from './redemption-tick';
import { TickedSum } from './ticked-sum';

type Props = {
  locale: Locale;
  page: RedemptionPage;
  search: ReadFilter<CityFilter>;
  choices: FilterChoices;
  verifier: boolean;
  done: string | undefined;
};

/** The name of the ticks in the address of the page that asks once more. */
const tickName = 'redemption';

function Filters({ locale, search, choices }: Props) {
  const t = redemptionMessages(locale);
  const bulk = bulkMessages(locale);
  const { filter } = search;
  const names = redemptionStates(locale);
  const all = { value: '', label: t.all };
  return (
    <FilterBar
      locale={locale}
      path={localePath(locale, paths.city.redemptions())}
      label={t.filter}
      search={search}
    >
      <SelectField
        name="state"
        label={t.state}
        width="short"
        defaultValue={filter.state ?? ''}
        options={[
          all,
          ...redemptionLifecycle.states.map((state) => ({ value: state, label: names[state] })),
        ]}
      />
      <SelectField
        name="vendor"
        label={bulk.vendor}
        defaultValue={filter.vendor ?? ''}
        options={[
          all,
          ...choices.vendors.map((one) => ({
            value: one.id,
            label: organisationName(one, locale),
          })),
        ]}
      />
      <SelectField
        name="month"
        label={bulk.month}
        width="short"
        defaultValue={filter.month ?? ''}
        options={[all, ...choices.months.map((month) => ({ value: month, label: month }))]}
      />
    </FilterBar>
  );
}

function Rows({ locale, page, search, verifier }: Props) {
  const t = redemptionMessages(locale);
  const bulk = bulkMessages(locale);
  const { state, vendor, month } = search.filter;
  const verifiable = page.rows.filter(mayBeVerified);
  const table = (ticking: boolean) => (
    <RedemptionTable
      locale={locale}
      rows={page.rows}
      path={paths.city.redemption}
      parties={['holder', 'vendor']}
      empty={
        state || vendor || month ? (
          <EmptyState title={t.noneFits} />
        ) : (
          <EmptyState title={t.none} body={t.noneCity} />
        )
      }
      {...(ticking && {
        tick: (row) =>
          mayBeVerified(row) && (
            <RedemptionTick
              name={tickName}
              id={row.id}
              label={bulk.tick({ reference: row.reference })}
              first={false}
              ticked={false}
            />
          ),
      })}
    />
  );
  if (!verifier || verifiable.length === 0) return table(false);
  return (
    <GetForm
      locale={locale}
      action={localePath(locale, paths.city.verifyRedemptions())}
      className="space-y-4"
    >
      {table(true)}
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="secondary">
          {bulk.goOn}
        </Button>
        <TickedSum
          locale={locale}
          name={tickName}
          amounts={Object.fromEntries(
            verifiable.map(({ id, subsidyFen }) => [id, subsidyFen.toString()]),
          )}
        />
      </div>
      <p className="text-muted">{bulk.goOnHint}</p>
    </GetForm>
  );
}

/** Lists the redemptions in a city by state, vendor and month. A verifier ticks those that are verified together. */
export function CityRedemptions(props: Props) {
  const { locale, page, search, done } = props;
  const path = localePath(locale, paths.city.redemptions());
  const { state, vendor, month } = search.filter;
  return (
    <PageBody>
      <PageHeader title={redemptionMessages(locale).redemptions} />
      <Flash text={redemptionDoneText(locale, done)} />
      <div className="space-y-4">
        <Filters {...props} />
        {search.fits ? (
          <>
            <Rows {...props} />
            <Pager
              locale={locale}
              path={path}
              query={{ state, vendor, month }}
              cursor={search.filter.cursor}
              nextCursor={page.nextCursor}
            />
          </>
        ) : (
          <UnfitFilter locale={locale} path={path} />
        )}
      </div>
    </PageBody>
  );
}
