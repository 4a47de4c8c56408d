import { EmptyState } from '@/components/ui/empty-state';
import { DateField, HiddenField, SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { say } from '@/lib/bilingual';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { proposeBatchAction } from '../actions';
import { settlementMessages } from '../messages';
import { planMessages } from '../plan-messages';
import type { BatchFilter, getWaiting, listChoices, Waiting } from '../plan-queries';
import { WaitingTable } from './batches';
import { ProgrammeShares } from './programme-shares';

type Props = {
  locale: Locale;
  search: ReadFilter<BatchFilter>;
  choices: Awaited<ReturnType<typeof listChoices>>;
  waiting: Awaited<ReturnType<typeof getWaiting>> | undefined;
};

/** Shows the choice of the programme and of the last day. */
function Choice({ locale, search, choices }: Props) {
  const t = planMessages(locale);
  return (
    <FilterBar
      locale={locale}
      path={localePath(locale, paths.city.newSettlement())}
      label={t.show}
      search={search}
    >
      <SelectField
        name="programme"
        label={t.programme}
        defaultValue={search.filter.programme ?? ''}
        options={[
          { value: '', label: t.allProgrammes },
          ...choices.map(({ id, title }) => ({ value: id, label: say(title, locale) })),
        ]}
      />
      <DateField
        name="through"
        label={t.through}
        hint={t.throughHint}
        defaultValue={search.filter.through ?? ''}
      />
    </FilterBar>
  );
}

/** Shows what the batch would pay, and the button that makes it. */
function Contents(props: { locale: Locale; filter: BatchFilter; waiting: Waiting }) {
  const { locale, filter, waiting } = props;
  const t = settlementMessages(locale);
  const plan = planMessages(locale);
  const { payableCount, payableFen } = waiting;
  const sum = { n: payableCount, amount: formatFen(payableFen) };
  return (
    <>
      <Section title={plan.programmes}>
        <ProgrammeShares locale={locale} programmes={waiting.programmes} />
      </Section>
      <Section title={plan.payeesToPay}>
        {payableCount === 0 && <EmptyState title={t.nothingPayable} body={t.nothingPayableBody} />}
        {waiting.count > 0 && <WaitingTable locale={locale} waiting={waiting} />}
      </Section>
      {payableCount > 0 && (
        <ActionForm action={proposeBatchAction} locale={locale}>
          <HiddenField name="programmeId" value={filter.programme ?? ''} />
          <HiddenField name="through" value={filter.through ?? ''} />
          <HiddenField name="payments" value={String(payableCount)} />
          <HiddenField name="totalFen" value={payableFen.toString()} />
          <SubmitButton>{t.makeButton(sum)}</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

/** Shows what a batch would pay before it is made: of the chosen programme, or of all. */
export function NewBatchPage(props: Props) {
  const { locale, search, waiting } = props;
  const t = settlementMessages(locale);
  const sum = waiting && { n: waiting.payableCount, amount: formatFen(waiting.payableFen) };
  return (
    <PageBody>
      <PageHeader
        title={t.make}
        lead={sum && sum.n > 0 ? t.makeConfirm(sum) : undefined}
        back={{ href: localePath(locale, paths.city.settlements()), label: t.title }}
      />
      <Section title={planMessages(locale).choose}>
        <Choice {...props} />
      </Section>
      {waiting ? (
        <Contents locale={locale} filter={search.filter} waiting={waiting} />
      ) : (
        <UnfitFilter locale={locale} path={localePath(locale, paths.city.newSettlement())} />
      )}
    </PageBody>
  );
}
