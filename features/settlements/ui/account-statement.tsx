import { ButtonLink } from '@/components/ui/button-link';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { DateField, SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { Pager, Table } from '@/components/ui/table';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { words } from '@/components/ui/words';
import type { RecoveryPage } from '@/features/recoveries/queries';
import { OwnDebts } from '@/features/recoveries/ui/debts';
import { say } from '@/lib/bilingual';
import { formatDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { organisationName } from '@/lib/organisation-name';
import { amountColumns, mostPdfRows } from '../domain/statement';
import { statementMessages } from '../statement-messages';
import type { Statement, StatementSearch } from '../statement-queries';
import type { StatementRow } from '../statement-rows';
import { kindText, referenceText, settledText } from '../statement-table';

/** What an address of a statement says: the period or the days. */
export type StatementQuery = { period?: string; from?: string; to?: string };

/** What differs between the pages: whose statement it is, and where it and its files are. */
export type StatementPlace = {
  /** The address of the page, without its language. */
  path: string;
  fileOf: (query: StatementQuery & { format: 'csv' | 'xlsx' | 'pdf'; locale: Locale }) => string;
};

type Props = {
  locale: Locale;
  statement: Statement;
  search: StatementSearch;
  place: StatementPlace;
  back?: { path: string; label: string };
  debts?: RecoveryPage;
  /** Where every payment is shown with what it is for. */
  paymentsPath?: string;
};

const queryOf = ({ filter }: StatementSearch): StatementQuery => ({
  ...(filter.period && { period: filter.period }),
  ...(filter.from && { from: filter.from }),
  ...(filter.to && { to: filter.to }),
});

function Chooser({ locale, statement, search, place }: Props) {
  const t = statementMessages(locale);
  const { years, quarters, months } = statement.periods;
  return (
    <FilterBar locale={locale} path={localePath(locale, place.path)} label={t.show} search={search}>
      <SelectField
        name="period"
        label={t.period}
        defaultValue={search.filter.period ?? ''}
        options={[
          { value: '', label: t.ownDays },
          ...years.map((year) => ({ value: year, label: t.yearOf({ year }) })),
          ...quarters.map((value) => {
            const [year = '', quarter = ''] = value.split('-Q');
            return { value, label: t.quarterOf({ year, quarter }) };
          }),
          ...months.map((value) => ({ value, label: value })),
        ]}
      />
      <DateField name="from" label={t.from} defaultValue={search.filter.from ?? ''} />
      <DateField name="to" label={t.to} defaultValue={search.filter.to ?? ''} />
    </FilterBar>
  );
}

/** Lists the columns of a statement: those of advances only where there was one. */
const columnsOf = ({ totals }: Statement) =>
  amountColumns.filter(
    (column) => (column !== 'drawn' && column !== 'advanced') || totals.amounts[column] !== 0n,
  );

/** Shows what was owed at the beginning, what happened in sum, and what is owed at the end. */
function Totals({ locale, statement }: Pick<Props, 'locale' | 'statement'>) {
  const t = statementMessages(locale);
  const { totals, span, payee } = statement;
  const shown = (fen: Fen) => <Amount fen={fen} locale={locale} />;
  return (
    <Section
      title={t.fromTo({ from: formatDate(span.from, locale), to: formatDate(span.to, locale) })}
      lead={t.balanceHint}
    >
      <DescriptionList
        items={[
          { term: t.of, value: words(organisationName(payee, locale)) },
          { term: t.opening, value: shown(totals.openingFen) },
          ...columnsOf(statement).map((column) => ({
            term: t[column],
            value: shown(totals.amounts[column]),
          })),
          { term: t.closing, value: shown(totals.closingFen) },
        ]}
      />
    </Section>
  );
}

function Files({ locale, statement, search, place }: Props) {
  const t = statementMessages(locale);
  const long = statement.totals.count > mostPdfRows;
  const formats = long ? (['xlsx', 'csv'] as const) : (['pdf', 'xlsx', 'csv'] as const);
  return (
    <Section title={t.files}>
      <p className="flex flex-wrap gap-3">
        {formats.map((format) => (
          <ButtonLink
            key={format}
            variant="secondary"
            size="sm"
            download
            href={place.fileOf({ ...queryOf(search), format, locale })}
          >
            {format.toUpperCase()}
          </ButtonLink>
        ))}
      </p>
      {long && <p className="text-muted measure">{t.tooMany({ most: mostPdfRows })}</p>}
    </Section>
  );
}

/** Returns the cells of one row. What it does not have is left empty. */
function cellsOf(row: StatementRow, locale: Locale) {
  const t = statementMessages(locale);
  const amounts = Object.fromEntries(
    amountColumns.map((column) => [
      column,
      row.amounts[column] !== 0n && <Amount fen={row.amounts[column]} locale={locale} />,
    ]),
  );
  const muted = (text: string) => <span className="text-muted block text-sm">{words(text)}</span>;
  return {
    ...amounts,
    day: formatDate(row.day, locale),
    what: (
      <>
        {kindText(locale, row)}
        {muted(say(row.city, locale))}
      </>
    ),
    reference: (
      <>
        {words(referenceText(locale, row))}
        {row.orderNumber && muted(`${t.order} ${row.orderNumber}`)}
        {row.invoices.length > 0 && muted(`${t.invoices} ${row.invoices.join('; ')}`)}
        {row.invoiceFen !== null && (
          <span className="text-muted block text-sm">
            {t.invoiced} <Amount fen={row.invoiceFen} locale={locale} />
          </span>
        )}
      </>
    ),
    settled: (
      <>
        {row.kind !== 'paid' && row.payment?.reference}
        <span className="text-muted block text-sm">{settledText(locale, row)}</span>
        {row.payment?.state === 'paid' && muted(row.payment.bankReference ?? '')}
        {row.account && muted(row.account)}
      </>
    ),
  };
}

function Rows({ locale, statement, search, place }: Props) {
  const t = statementMessages(locale);
  const { filter } = search;
  return (
    <Section title={t.rows}>
      <Table
        caption={t.rows}
        columns={[
          { key: 'day', header: t.day },
          { key: 'what', header: t.what },
          { key: 'reference', header: t.reference, wrap: true },
          ...columnsOf(statement).map((column) => ({
            key: column,
            header: t[column],
            align: 'right' as const,
          })),
          { key: 'settled', header: t.settledBy },
        ]}
        rows={statement.rows.map((row) => ({ key: row.id, cells: cellsOf(row, locale) }))}
        empty={<EmptyState title={t.none} />}
      />
      <Pager
        locale={locale}
        path={localePath(locale, place.path)}
        query={queryOf(search)}
        cursor={filter.cursor}
        nextCursor={statement.nextCursor}
      />
    </Section>
  );
}

/** Shows a statement of account: the choice of its period, its sums, its files and its rows. */
export function AccountStatement(props: Props) {
  const { locale, search, place, back, debts, paymentsPath } = props;
  const t = statementMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        lead={t.lead}
        {...(back && { back: { href: localePath(locale, back.path), label: back.label } })}
        actions={
          paymentsPath && (
            <ButtonLink variant="secondary" href={localePath(locale, paymentsPath)}>
              {t.payments}
            </ButtonLink>
          )
        }
      />
      {debts && <OwnDebts page={debts} locale={locale} />}
      <Section title={t.choose}>
        <Chooser {...props} />
      </Section>
      {search.fits ? (
        <>
          <Totals {...props} />
          <Files {...props} />
          <Rows {...props} />
        </>
      ) : (
        <UnfitFilter locale={locale} path={localePath(locale, place.path)} />
      )}
    </PageBody>
  );
}
