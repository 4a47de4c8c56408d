import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { DateField, MoneyField, NumberField, SelectField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { type ProfileFaults } from '../input';
import { compareMessages } from '../messages';
import { profileOptions, type ChoiceField } from '../text';
import type { Unit } from '@/features/rules/domain/rules';
import { termNames } from '@/features/rules/term-messages';
import { faultText } from '@/features/programmes/check/ui/check-question';
import { unitField, type ProfileAnswers } from '@/features/programmes/check/profile-answers';

type Props = {
  locale: Locale;
  answers: ProfileAnswers;
  faults: ProfileFaults;
  /** Units other than money that some programme uses. */
  units: readonly Unit[];
};

function Select({ name, locale }: { name: ChoiceField; locale: Locale }) {
  const t = compareMessages(locale);
  return (
    <SelectField
      name={name}
      label={t[name]}
      width="full"
      optional
      options={[{ value: '', label: t.unsaid }, ...profileOptions(name, locale)]}
    />
  );
}

const grid = 'grid items-end gap-x-6 gap-y-5 sm:grid-cols-2';

/** Shows a part of the form that most users leave empty; it is open where a field in it has an answer or a fault. */
function Folded(props: { title: string; hint: string; open: boolean; children: ReactNode }) {
  const { title, hint, open, children } = props;
  return (
    <details open={open} className="border-line bg-surface group rounded border">
      <summary className="flex min-h-14 items-center justify-between gap-4 px-4 py-2 sm:px-5">
        <span>
          <span className="font-semibold">{title}</span>
          <span className="text-muted block text-sm">{hint}</span>
        </span>
        <ChevronDown
          aria-hidden
          className="text-muted size-5 shrink-0 transition-transform group-open:rotate-180"
          strokeWidth={1.75}
        />
      </summary>
      <fieldset className="border-line border-t px-4 py-5 sm:px-5">
        <legend className="sr-only">{title}</legend>
        <div className={grid}>{children}</div>
      </fieldset>
    </details>
  );
}

function Essentials({ locale }: { locale: Locale }) {
  const t = compareMessages(locale);
  return (
    <fieldset className="border-line bg-surface rounded border px-4 py-5 sm:px-5">
      <legend className="sr-only">{t.essentials}</legend>
      <div className={grid}>
        <MoneyField name="contractAmount" label={t.contractAmount} hint={t.contractAmountHint} />
        <Select name="applicantType" locale={locale} />
        <Select name="region" locale={locale} />
        <Select name="size" locale={locale} />
        <Select name="sector" locale={locale} />
        <Select name="purpose" locale={locale} />
        <Select name="chipOrigin" locale={locale} />
        <DateField name="registeredOn" label={t.registeredOn} optional />
      </div>
    </fieldset>
  );
}

function ContractPart({ locale, open }: { locale: Locale; open: boolean }) {
  const t = compareMessages(locale);
  return (
    <Folded title={t.contract} hint={t.contractHint} open={open}>
      <MoneyField name="paidAmount" label={t.paidAmount} hint={t.paidAmountHint} optional />
      <DateField name="signedOn" label={t.signedOn} optional />
      <DateField name="startsOn" label={t.startsOn} optional />
      <DateField name="endsOn" label={t.endsOn} optional />
      <Select name="affiliated" locale={locale} />
      <Select name="otherSupport" locale={locale} />
      <MoneyField name="otherSupportAmount" label={t.otherSupportAmount} optional />
    </Folded>
  );
}

const contractFields = [
  'paidAmount',
  'signedOn',
  'startsOn',
  'endsOn',
  'affiliated',
  'otherSupport',
  'otherSupportAmount',
];

/** Shows the form for the profile: the most important fields first, all optional except the amount. */
export function CompareForm({ locale, answers, faults, units }: Props) {
  const t = compareMessages(locale);
  const errors = Object.fromEntries(
    Object.entries(faults).map(([name, fault]) => [name, faultText(locale, fault, answers)]),
  );
  const inUse = (names: readonly string[]) =>
    names.some((name) => answers[name] !== undefined || faults[name] !== undefined);
  const moreFields = ['onePerson', 'model', 'project', ...units.map(unitField)];
  return (
    <PageBody narrow>
      <PageHeader title={t.title} lead={t.lead} />
      <GetForm
        locale={locale}
        action={localePath(locale, paths.compare())}
        values={answers}
        errors={errors}
        className="space-y-4"
      >
        <Essentials locale={locale} />
        <ContractPart locale={locale} open={inUse(contractFields)} />
        <Folded title={t.more} hint={t.moreHint} open={inUse(moreFields)}>
          <Select name="onePerson" locale={locale} />
          <Select name="model" locale={locale} />
          <Select name="project" locale={locale} />
          {units.map((unit) => (
            <NumberField
              key={unit}
              name={unitField(unit)}
              label={t.need({ unit: termNames(locale)[unit] })}
              hint={t.needHint}
              optional
            />
          ))}
        </Folded>
        <Button type="submit">{t.submit}</Button>
      </GetForm>
    </PageBody>
  );
}
