import { Link } from '@/components/ui/link';
import { Until } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { cityChoices } from '@/lib/city-choices';
import { say } from '@/lib/bilingual';
import type { CityName } from '@/features/programmes/queries';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { Award, AwardFilter } from '../award-queries';
import { noticeMessages } from '../messages';

/** Shows which organisation was awarded what, in all cities or in one. */
export function AwardList(props: {
  locale: Locale;
  page: { rows: readonly Award[]; nextCursor: string | null };
  cities: readonly CityName[];
  search: ReadFilter<AwardFilter>;
}) {
  const { locale, page, cities, search } = props;
  const { city, cursor } = search.filter;
  const t = noticeMessages(locale);
  const path = localePath(locale, paths.awards());
  return (
    <PageBody>
      <PageHeader title={t.awardsTitle} lead={t.awardsLead} />
      <div className="space-y-4">
        <FilterBar locale={locale} path={path} label={t.filter} search={search}>
          <SelectField
            name="city"
            label={t.city}
            width="short"
            defaultValue={city ?? ''}
            options={[{ value: '', label: t.allCities }, ...cityChoices(cities, locale)]}
          />
        </FilterBar>
        {search.fits ? (
          <>
            <Table
              caption={t.awardsTitle}
              columns={[
                { key: 'organisation', header: t.organisation, wrap: true },
                { key: 'city', header: t.city },
                { key: 'amount', header: t.awarded, align: 'right' },
                { key: 'notice', header: t.awardReference },
                { key: 'ended', header: t.awardedOn },
              ]}
              rows={page.rows.map((award) => ({
                key: award.id,
                cells: {
                  organisation: award.organisationName,
                  city: say(award.city, locale),
                  amount: <Amount fen={award.amountFen} locale={locale} />,
                  notice:
                    award.noticeId === null ? (
                      `${t.withoutApplication} ${award.reference}`
                    ) : (
                      <Link
                        className="link"
                        href={localePath(locale, paths.notice(award.noticeId))}
                      >
                        {award.reference}
                      </Link>
                    ),
                  ended: <Until at={award.awardedAt} locale={locale} />,
                },
              }))}
              empty={<EmptyState title={t.noAwards} body={t.noAwardsBody} />}
            />
            <Pager
              locale={locale}
              path={path}
              query={{ city }}
              cursor={cursor}
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
