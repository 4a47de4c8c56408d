import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField, MoneyField, SelectField } from '@/components/ui/fields';
import { FilterBar } from '@/components/ui/filter-bar';
import { ActionForm } from '@/components/ui/form';
import { DescriptionList } from '@/components/ui/description-list';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { say } from '@/lib/bilingual';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { proposeLevelAction } from '../actions';
import { advanceMessages } from '../messages';
import type { LevelBasis, LevelChoices, LevelFilter } from '../queries';
import { Basis } from './basis';

type Props = {
  locale: Locale;
  search: ReadFilter<LevelFilter>;
  choices: LevelChoices;
  basis: LevelBasis | undefined;
};

function Choice({ locale, search, choices }: Omit<Props, 'basis'>) {
  const t = advanceMessages(locale);
  const none = { value: '', label: t.choosePrompt };
  return (
    <FilterBar
      locale={locale}
      path={localePath(locale, paths.city.newAdvance())}
      label={t.show}
      search={search}
    >
      <SelectField
        name="programme"
        label={t.programme}
        defaultValue={search.filter.programme ?? ''}
        options={[
          none,
          ...choices.programmes.map(({ id, title }) => ({ value: id, label: say(title, locale) })),
        ]}
      />
      <SelectField
        name="vendor"
        label={t.vendor}
        defaultValue={search.filter.vendor ?? ''}
        options={[
          none,
          ...choices.vendors.map((vendor) => ({
            value: vendor.id,
            label: organisationName(vendor, locale),
          })),
        ]}
      />
    </FilterBar>
  );
}

/** Shows how the most is computed, what the vendor has already, and the form of the proposal. */
function Level({ locale, basis }: { locale: Locale; basis: LevelBasis }) {
  const t = advanceMessages(locale);
  const { account } = basis;
  return (
    <>
      <Section title={t.basis}>
        <Basis locale={locale} basis={basis} />
        {account && (
          <DescriptionList
            items={[
              { term: t.level, value: <Amount fen={account.levelFen} locale={locale} /> },
              { term: t.balance, value: <Amount fen={account.balanceFen} locale={locale} /> },
              { term: t.state, value: t[account.running ? 'running' : 'ended'] },
            ]}
          />
        )}
      </Section>
      <ActionForm action={proposeLevelAction} locale={locale}>
        <HiddenField name="programmeId" value={basis.programmeId} />
        <HiddenField name="payeeId" value={basis.payeeId} />
        <MoneyField name="amountFen" label={t.newLevel} />
        <SubmitButton>{t.propose}</SubmitButton>
      </ActionForm>
    </>
  );
}

/** Shows the page on which the level of an advance is proposed. */
export function NewLevelPage({ locale, search, choices, basis }: Props) {
  const t = advanceMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.propose}
        lead={t.releaseLead}
        back={{ href: localePath(locale, paths.city.advances()), label: t.title }}
      />
      {choices.programmes.length === 0 ? (
        <EmptyState title={t.noProgrammes} body={t.noneBody} />
      ) : (
        <Section title={t.choose}>
          <Choice locale={locale} search={search} choices={choices} />
        </Section>
      )}
      {!search.fits && (
        <UnfitFilter locale={locale} path={localePath(locale, paths.city.newAdvance())} />
      )}
      {basis && <Level locale={locale} basis={basis} />}
    </PageBody>
  );
}
