import { DateOnly } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { DateField, HiddenField, SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager, Table } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { say } from '@/lib/bilingual';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import { issueBillAction } from '../actions';
import { funderMessages } from '../messages';
import type { FunderFilter, listFundedProgrammes, listFunding } from '../queries';
import { BillTag } from './bill-tag';

type Loaded = Awaited<ReturnType<typeof listFunding>>;
type Sum = Loaded['sums'][number];
type Props = {
  locale: Locale;
  page: Partial<Pick<Loaded, 'sums'>> & Pick<Loaded, 'rows' | 'nextCursor'>;
  programmes: Awaited<ReturnType<typeof listFundedProgrammes>>;
  search: ReadFilter<FunderFilter>;
  role: Authority;
};

/** Shows the button that bills a funder for what is not billed of the period; nothing without both its days. */
function Issue({ sum, locale, filter }: { sum: Sum; locale: Locale; filter: FunderFilter }) {
  const t = funderMessages(locale);
  if (sum.openFen <= 0n || !filter.from || !filter.to) return null;
  return (
    <ActionForm action={issueBillAction} locale={locale} scope={sum.funderId.slice(-8)}>
      <HiddenField name="funderId" value={sum.funderId} />
      <HiddenField name="fromOn" value={filter.from} />
      <HiddenField name="toOn" value={filter.to} />
      <HiddenField name="shownFen" value={sum.openFen.toString()} />
      <SubmitButton size="sm">
        {t.issue}
        <span className="sr-only"> {say(sum.name, locale)}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** Shows what each funder bears of the period, what is billed of it, and to finance the button for the rest. */
function Shares({ locale, page, search, role }: Props) {
  const t = funderMessages(locale);
  const { filter } = search;
  const mayBill = may('funder.bill', role);
  const hasBrought = (page.sums ?? []).some(({ broughtFen }) => broughtFen !== 0n);
  return (
    <>
      <Table
        caption={t.shares}
        columns={[
          { key: 'funder', header: t.funder, wrap: true },
          { key: 'programme', header: t.programme, wrap: true },
          { key: 'share', header: t.share, align: 'right' },
          { key: 'billed', header: t.billed, align: 'right' },
          ...(hasBrought ? [{ key: 'brought', header: t.brought, align: 'right' as const }] : []),
          { key: 'open', header: t.open, align: 'right' },
          ...(mayBill && filter.from && filter.to ? [{ key: 'issue', header: t.bill }] : []),
        ]}
        rows={(page.sums ?? []).map((sum) => ({
          key: sum.funderId,
          cells: {
            funder: say(sum.name, locale),
            programme: say(sum.programme, locale),
            share: <Amount fen={sum.shareFen} locale={locale} />,
            billed: <Amount fen={sum.billedFen} locale={locale} />,
            brought: <Amount fen={sum.broughtFen} locale={locale} />,
            open: <Amount fen={sum.openFen} locale={locale} />,
            issue: <Issue sum={sum} locale={locale} filter={filter} />,
          },
        }))}
        empty={<EmptyState title={t.noShares} body={t.noSharesBody} />}
      />
      {mayBill && !(filter.from && filter.to) && (page.sums ?? []).length > 0 && (
        <p className="text-muted no-print">{t.choosePeriod}</p>
      )}
    </>
  );
}

function Bills({ locale, page, search }: Props) {
  const t = funderMessages(locale);
  const { cursor, programme, from, to } = search.filter;
  return (
    <Section title={t.bills}>
      <Table
        caption={t.bills}
        columns={[
          { key: 'reference', header: t.reference },
          { key: 'funder', header: t.funder, wrap: true },
          { key: 'programme', header: t.programme, wrap: true },
          { key: 'period', header: t.period, wrap: true },
          { key: 'amount', header: t.amount, align: 'right' },
          { key: 'received', header: t.received, align: 'right' },
          { key: 'state', header: t.state },
        ]}
        rows={page.rows.map((bill) => ({
          key: bill.id,
          href: localePath(locale, paths.city.funderBill(bill.id)),
          cells: {
            reference: bill.reference,
            funder: say(bill.funder, locale),
            programme: say(bill.programme, locale),
            period: (
              <>
                <DateOnly on={bill.fromOn} locale={locale} /> –{' '}
                <DateOnly on={bill.toOn} locale={locale} />
              </>
            ),
            amount: <Amount fen={bill.amountFen} locale={locale} />,
            received: <Amount fen={bill.paidFen} locale={locale} />,
            state: <BillTag state={bill.state} locale={locale} />,
          },
        }))}
        empty={<EmptyState title={t.noBills} />}
      />
      <Pager
        locale={locale}
        path={localePath(locale, paths.city.funders())}
        query={{ programme, from, to }}
        cursor={cursor}
        nextCursor={page.nextCursor}
      />
    </Section>
  );
}

/** Shows what each funder bears of a period, and the city's bills to funders. */
export function FundingPage(props: Props) {
  const { locale, programmes, search } = props;
  const { filter } = search;
  const t = funderMessages(locale);
  const path = localePath(locale, paths.city.funders());
  return (
    <PageBody>
      <PageHeader title={t.title} lead={t.lead} />
      <Section title={t.shares} lead={t.sharesLead}>
        <FilterBar locale={locale} path={path} label={t.filter} search={search}>
          <SelectField
            name="programme"
            label={t.programme}
            optional
            defaultValue={filter.programme ?? ''}
            options={[
              { value: '', label: t.all },
              ...programmes.map(({ id, title }) => ({
                value: id,
                label: say(title, locale),
              })),
            ]}
          />
          <DateField name="from" label={t.fromOn} optional defaultValue={filter.from ?? ''} />
          <DateField name="to" label={t.toOn} optional defaultValue={filter.to ?? ''} />
        </FilterBar>
        {search.fits ? <Shares {...props} /> : <UnfitFilter locale={locale} path={path} />}
      </Section>
      {search.fits && <Bills {...props} />}
    </PageBody>
  );
}
