import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { MoneyField, SelectField, TextField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
import { Grid, Section } from '@/components/ui/page';
import { Phrases } from '@/components/ui/phrases';
import { Table } from '@/components/ui/table';
import { cityChoices } from '@/lib/city-choices';
import { formatDateTime, shanghaiDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { formatPool } from '@/features/rules/amount';
import { compareMessages } from '@/features/programmes/compare/messages';
import { profileOptions } from '@/features/programmes/compare/text';
import { say } from '@/lib/bilingual';
import type { ProgrammePage } from '@/features/programmes/list/queries';
import { homeMessages, programmeMessages } from '@/features/programmes/messages';
import type { CityName } from '@/features/programmes/queries';
import { ProgrammeCard } from '@/features/programmes/list/ui/programme-card';
import { paths } from '@/lib/paths';

type Props = {
  locale: Locale;
  /** The programmes that are open for applications, the nearest deadlines first. */
  open: ProgrammePage;
  /** The pools with the most left. */
  pools: ProgrammePage;
  cities: readonly CityName[];
  /** The latest public notices, rendered by the caller. */
  notices?: ReactNode;
};

/** Shows the two forms that most visitors come for: to find a programme, and to check a code. */
function Finders({ locale, cities }: Props) {
  const t = homeMessages(locale);
  const p = programmeMessages(locale);
  return (
    <div className="border-line bg-surface divide-line divide-y rounded border">
      <div className="space-y-4 p-5">
        <h2 className="text-lg">{t.find}</h2>
        <GetForm
          locale={locale}
          action={localePath(locale, paths.programmes())}
          search={t.find}
          className="space-y-4"
        >
          <TextField name="q" label={p.search} hint={t.findHint} />
          <SelectField
            name="city"
            label={p.city}
            width="full"
            options={[{ value: '', label: p.all }, ...cityChoices(cities, locale)]}
          />
          <Button type="submit">{t.search}</Button>
        </GetForm>
      </div>
      <div className="space-y-4 p-5">
        <h2 className="text-lg">{t.verify}</h2>
        <GetForm locale={locale} action={localePath(locale, paths.verify())} className="space-y-4">
          <TextField name="code" label={t.verifyCode} hint={t.verifyHint} maxLength={40} />
          <Button type="submit" variant="secondary">
            {t.verifyAction}
          </Button>
        </GetForm>
      </div>
    </div>
  );
}

/** Shows the shortest form of the comparison: one amount and one region. */
function CompareEntry({ locale }: { locale: Locale }) {
  const t = homeMessages(locale);
  return (
    <div className="space-y-2">
      <GetForm
        locale={locale}
        action={localePath(locale, paths.compare())}
        className="flex flex-wrap items-end gap-x-4 gap-y-3 space-y-0"
      >
        <MoneyField name="contractAmount" label={t.compareAmount} />
        <SelectField
          name="region"
          label={t.compareRegion}
          optional
          options={[
            { value: '', label: compareMessages(locale).unsaid },
            ...profileOptions('region', locale),
          ]}
        />
        <Button type="submit">{t.compareAction}</Button>
      </GetForm>
      <p className="text-muted text-sm">{t.compareNote}</p>
    </div>
  );
}

/** Shows the procedure in four steps in one row. */
function Steps({ locale }: { locale: Locale }) {
  const t = homeMessages(locale);
  const steps = [
    [t.step1, t.step1Body],
    [t.step2, t.step2Body],
    [t.step3, t.step3Body],
    [t.step4, t.step4Body],
  ] as const;
  return (
    <ol className="grid gap-x-6 gap-y-6 sm:grid-cols-2 lg:grid-cols-4">
      {steps.map(([title, body], at) => (
        <li key={title} className="border-primary border-t-2 pt-3">
          <p className="flex items-baseline gap-2">
            <span aria-hidden className="text-primary tabular text-2xl font-semibold">
              {at + 1}
            </span>
            <strong className="text-lg font-semibold">{title}</strong>
          </p>
          <p className="text-muted mt-1">{body}</p>
        </li>
      ))}
    </ol>
  );
}

/** Shows a public table of the pools: budget, committed, promised, left. */
function PoolTable({ locale, pools }: Props) {
  const t = homeMessages(locale);
  return (
    <Table
      caption={t.money}
      columns={[
        { key: 'programme', header: t.programme, wrap: true },
        { key: 'city', header: t.city },
        { key: 'budget', header: t.budget, align: 'right' },
        { key: 'committed', header: t.committed, align: 'right' },
        { key: 'promised', header: t.promised, align: 'right' },
        { key: 'left', header: t.left, align: 'right' },
      ]}
      rows={pools.rows.flatMap(({ id, slug, title, city, pool, rules }) =>
        pool
          ? [
              {
                key: id,
                href: localePath(locale, paths.programme(slug)),
                cells: {
                  programme: <Phrases text={say(title, locale)} />,
                  city: say(city, locale),
                  budget: formatPool(pool.budgetFen, rules, locale),
                  committed: formatPool(pool.committedFen, rules, locale),
                  promised: formatPool(pool.promisedFen, rules, locale),
                  left: formatPool(pool.leftFen, rules, locale),
                },
              },
            ]
          : [],
      )}
      empty={null}
    />
  );
}

function MoreLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link className="link inline-flex min-h-6 items-center" href={href}>
      {children}
    </Link>
  );
}

/** Shows the front page: what the portal is, what is open, how it works, and what is left in the pools. */
export function Home(props: Props) {
  const { locale, open, pools, notices } = props;
  const t = homeMessages(locale);
  const on = shanghaiDate(open.asOf);
  const all = localePath(locale, paths.programmes());
  return (
    <div className="space-y-12">
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-12">
        <div className="space-y-8 lg:pt-6">
          <div className="space-y-4">
            <h1 className="text-3xl sm:text-4xl">{t.title}</h1>
            <p className="measure text-lg">{t.lead}</p>
          </div>
          <CompareEntry locale={locale} />
          <Section id="steps" title={t.steps}>
            <Steps locale={locale} />
          </Section>
        </div>
        <Finders {...props} />
      </div>
      <Section
        id="open"
        title={t.open}
        lead={t.openLead}
        actions={<MoreLink href={all}>{t.allProgrammes({ n: pools.total })}</MoreLink>}
      >
        {open.rows.length === 0 ? (
          <EmptyState title={t.noneOpen} body={t.noneOpenBody} />
        ) : (
          <Grid>
            {open.rows.map((programme) => (
              <ProgrammeCard key={programme.id} programme={programme} on={on} locale={locale} />
            ))}
          </Grid>
        )}
      </Section>
      {notices && (
        <Section
          id="notices"
          title={t.notices}
          actions={<MoreLink href={localePath(locale, paths.notices())}>{t.allNotices}</MoreLink>}
        >
          {notices}
        </Section>
      )}
      <Section
        id="money"
        title={t.money}
        lead={t.moneyLead({ at: formatDateTime(open.asOf, locale) })}
      >
        <PoolTable {...props} />
      </Section>
    </div>
  );
}
