import { Link } from '@/components/ui/link';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { DescriptionList } from '@/components/ui/description-list';
import { GetForm } from '@/components/ui/get-form';
import { uiMessages } from '@/components/ui/messages';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { words } from '@/components/ui/words';
import { knownVendor } from '@/features/vendors/domain';
import type { ListedVendor } from '@/features/vendors/queries';
import { addressOf } from '@/lib/address';
import { formatFrom, shanghaiDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { zeroFen } from '@/lib/money';
import { formatAmount, formatAward, formatPool } from '@/features/rules/amount';
import { countsUnits, fromMoney } from '@/features/rules/domain/unit-price';
import { assess, type Assessment, type FundingShare } from '@/features/rules/domain/assess';
import { paths } from '@/lib/paths';
import {
  factsOfCheck,
  progressOf,
  readUsed,
  type CheckCircumstances,
  type CheckProgress,
} from '../domain/check';
import type { Rules, Unit } from '@/features/rules/domain/rules';
import { availabilityOfProgramme } from '@/features/programmes/domain/availability';
import { say } from '@/lib/bilingual';
import { programmeMessages } from '@/features/programmes/messages';
import type { Programme } from '@/features/programmes/queries';
import { CountedField } from '@/features/rules/ui/counted-field';
import { AssessmentSteps, RefusalReasons } from '@/features/rules/ui/assessment';
import { answerText, questionTitle } from '@/features/rules/question-texts';
import { CheckQuestion, checkHref, faultText, type Typed } from './check-question';
import { checkMessages } from '../messages';
import { comparedAnswers } from '@/features/programmes/check/profile-answers';

type Props = {
  locale: Locale;
  programme: Programme;
  vendors: readonly ListedVendor[];
  /** The parameters of the address, one value each. */
  typed: Typed;
};
type ResultProps = Props & { progress: CheckProgress };

const circumstancesOf = ({ programme, vendors }: Props): CheckCircumstances => ({
  on: shanghaiDate(programme.asOf),
  poolFen: fromMoney(programme.rules, programme.pool?.leftFen ?? zeroFen, 'down'),
  subPoolFen: programme.subPoolFen,
  vendors: vendors.map(knownVendor),
});

function assessCheck(props: Props, progress: CheckProgress): Assessment {
  const used = readUsed(props.typed.usedAmount);
  const usedFen = 'usedFen' in used ? used.usedFen : zeroFen;
  const { rules } = props.programme;
  return assess(rules, factsOfCheck(rules, progress.answers, circumstancesOf(props), usedFen));
}

/** Returns the text of a positive result: an amount to apply for, or one that is granted without an application. */
function eligibleText({ locale, programme }: Props): string {
  const t = checkMessages(locale);
  return programme.rules.mode === 'automatic' ? t.eligibleAutomatic : t.eligible;
}

/** Returns the heading of the check's page, also used as its title: the question or the result. */
export function checkTitle(props: Props): string {
  const { locale, programme, typed } = props;
  const t = checkMessages(locale);
  const progress = progressOf(programme.rules, typed, circumstancesOf(props));
  if (progress.open) {
    const wrong = Object.keys(progress.open.faults).length > 0;
    return (
      (wrong ? uiMessages(locale).errorPrefix : '') + questionTitle(progress.open.question, locale)
    );
  }
  const result = assessCheck(props, progress);
  if (!result.eligible) return t.notEligible;
  return `${eligibleText(props)} ${formatAward(result.amountFen, programme.rules, locale)}`;
}

function Answers({ locale, programme, vendors, typed, progress }: ResultProps) {
  const t = checkMessages(locale);
  return (
    <dl className="divide-line border-line divide-y border-y">
      {progress.questions.map((question) => (
        <div
          key={question}
          className="grid gap-x-6 gap-y-1 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
        >
          <dt className="text-muted">{questionTitle(question, locale)}</dt>
          <dd className="break-words">
            {words(answerText(question, programme.rules, progress.answers, vendors, locale))}
          </dd>
          <dd className="no-print">
            <Link
              className="link inline-flex min-h-6 items-center"
              href={checkHref(locale, programme.slug, { ...typed, change: question })}
            >
              {t.change}
              <span className="sr-only">: {questionTitle(question, locale)}</span>
            </Link>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Returns whether a cap counts the awards of the calendar year. */
const countsYear = ({ capPerYear, caps }: Rules): boolean =>
  capPerYear !== undefined || (caps ?? []).some(({ per }) => per === 'year');

/**
 * Shows a form for the amount awarded this year, which counts against the yearly cap; users without an award leave it
 * empty.
 */
function UsedForm({ locale, programme, typed }: Props) {
  const t = checkMessages(locale);
  const { usedAmount, ...others } = typed;
  const used = readUsed(usedAmount);
  return (
    <GetForm
      locale={locale}
      action={checkHref(locale, programme.slug, {})}
      hiddenFields={others}
      values={usedAmount === undefined ? {} : { usedAmount }}
      errors={'fault' in used ? { usedAmount: faultText(locale, used.fault, typed) } : {}}
      className="no-print flex flex-wrap items-end gap-4 space-y-0"
    >
      <CountedField
        name="usedAmount"
        label={countsUnits(programme.rules) ? t.usedQuantity : t.used}
        hint={t.usedHint}
        unit={programme.rules.unit}
        locale={locale}
        optional
      />
      <Button type="submit" variant="secondary">
        {t.recalculate}
      </Button>
    </GetForm>
  );
}

function Actions(props: ResultProps & { eligible: boolean }) {
  const { locale, programme, progress, eligible } = props;
  const t = checkMessages(locale);
  const carried = new URLSearchParams({ programme: programme.slug, ...progress.answers });
  const next = programme.nextRound;
  const availability = availabilityOfProgramme(programme);
  const p = programmeMessages(locale);
  const others = comparedAnswers(programme.rules, props.typed);
  return (
    <div className="no-print flex flex-wrap items-center gap-3">
      {eligible && availability === 'open' && (
        <ButtonLink
          href={localePath(locale, `${paths.startup.newApplication()}?${carried.toString()}`)}
        >
          {t.apply}
        </ButtonLink>
      )}
      <ButtonLink href={checkHref(locale, programme.slug, {})} variant="secondary">
        {t.again}
      </ButtonLink>
      <ButtonLink href={localePath(locale, addressOf(paths.compare(), others))} variant="secondary">
        {t.compareOthers}
      </ButtonLink>
      {eligible && availability === 'automatic' && (
        <p className="text-muted">{programmeMessages(locale).nobodyApplies}</p>
      )}
      {eligible && (availability === 'coming' || availability === 'closed') && (
        <p className="text-muted">
          {p.noRound} {next && p.applyFrom({ at: formatFrom(next.opensAt, locale) })}
        </p>
      )}
    </div>
  );
}

function Verdict({ result, ...props }: Props & { result: Assessment }) {
  const { locale, programme } = props;
  if (!result.eligible) return <>{checkMessages(locale).notEligible}</>;
  return (
    <>
      <span className="text-muted block text-lg font-normal">{eligibleText(props)} </span>
      <span className="tabular block text-4xl break-all">
        {formatAward(result.amountFen, programme.rules, locale)}
      </span>
    </>
  );
}

/** Shows how much of the amount each funder pays, where there are several. */
function Funding(props: {
  shares: readonly FundingShare[] | undefined;
  unit: Unit | undefined;
  locale: Locale;
}) {
  const { shares, unit, locale } = props;
  if (!shares) return null;
  return (
    <Section id="funding" title={checkMessages(locale).funding}>
      <DescriptionList
        items={shares.map((share) => ({
          term: say(share, locale),
          value: formatAmount(share.fen, unit, locale),
        }))}
      />
    </Section>
  );
}

function CheckResult(props: ResultProps) {
  const { locale, programme, progress } = props;
  const t = checkMessages(locale);
  const result = assessCheck(props, progress);
  const { unit } = programme.rules;
  const left = formatPool(programme.pool?.leftFen ?? zeroFen, programme.rules, locale);
  return (
    <PageBody narrow>
      <PageHeader
        eyebrow={say(programme.title, locale)}
        title={<Verdict {...props} result={result} />}
        back={{
          href: localePath(locale, paths.programme(programme.slug)),
          label: programmeMessages(locale).guide,
        }}
      />
      {result.eligible ? (
        <>
          <p className="text-muted measure">
            {result.ceiling && t.ceiling} {t.eligibleNote} {t.assumedPool({ left })}
          </p>
          {result.queued && <Callout tone="warn" title={t.queued} />}
          <Funding shares={result.funding} unit={unit} locale={locale} />
        </>
      ) : (
        <Section id="why" title={t.reasons} lead={t.reasonsCount({ n: result.refusals.length })}>
          <RefusalReasons refusals={result.refusals} locale={locale} unit={unit} />
        </Section>
      )}
      <Actions {...props} eligible={result.eligible} />
      {result.steps.length > 0 && (
        <Section id="how" title={result.eligible ? t.how : t.howOtherwise}>
          <AssessmentSteps steps={result.steps} locale={locale} unit={unit} />
          {countsYear(programme.rules) && <UsedForm {...props} />}
        </Section>
      )}
      <Section id="answers" title={t.answers}>
        <Answers {...props} />
      </Section>
    </PageBody>
  );
}

/** Shows the eligibility check: the next question, or the result. */
export function EligibilityCheck(props: Props) {
  const progress = progressOf(props.programme.rules, props.typed, circumstancesOf(props));
  const { open } = progress;
  return open ? (
    <CheckQuestion {...props} progress={{ ...progress, open }} />
  ) : (
    <CheckResult {...props} progress={progress} />
  );
}
