import { Link } from '@/components/ui/link';
import { Button } from '@/components/ui/button';
import { DateField, RadioGroup, SelectField } from '@/components/ui/fields';
import { GetForm } from '@/components/ui/get-form';
import { PageBody, PageHeader } from '@/components/ui/page';
import type { ListedVendor } from '@/features/vendors/queries';
import { formatDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { fieldErrors } from '@/server/messages';
import type { AnswerFault, CheckProgress } from '../domain/check';
import type { QuestionId } from '@/features/rules/domain/declared/questions';
import { partsOf } from '@/features/rules/domain/questions';
import { say } from '@/lib/bilingual';
import { programmeMessages } from '@/features/programmes/messages';
import type { Programme } from '@/features/programmes/queries';
import { CountedField } from '@/features/rules/ui/counted-field';
import { choicesOf, partLabel, questionHint, questionTitle } from '@/features/rules/question-texts';
import { checkMessages } from '../messages';
import { questionMessages } from '@/features/rules/question-messages';

export type Typed = Readonly<Record<string, string>>;
type Props = {
  locale: Locale;
  programme: Programme;
  vendors: readonly ListedVendor[];
  typed: Typed;
};

/** Returns the address of the check with these parameters. */
export function checkHref(locale: Locale, slug: string, parameters: Typed): string {
  const query = new URLSearchParams(parameters).toString();
  return localePath(locale, `${paths.check(slug)}${query && `?${query}`}`);
}

/**
 * Returns the text for a fault of an answer.
 * @param typed the answers as they were sent, because the text of a fault may name another answer
 */
export function faultText(locale: Locale, fault: AnswerFault, typed: Typed): string {
  const t = checkMessages(locale);
  if (fault === 'date_in_future') return t.date_in_future;
  if (fault === 'dates_reversed') {
    return t.dates_reversed({ on: formatDate(typed.startsOn ?? '', locale) });
  }
  return fieldErrors(locale)[fault];
}

/** Shows the fields of a question. The heading contains the question; the label repeats it for screen readers. */
function Fields({ locale, programme, vendors, question }: Props & { question: QuestionId }) {
  const t = questionMessages(locale);
  const label = <span className="sr-only">{t[question]}</span>;
  const { rules } = programme;
  const hint = questionHint(question, rules, locale);
  switch (question) {
    case 'vendorId':
      return (
        <SelectField
          name={question}
          label={label}
          hint={t.vendorIdHint}
          options={choicesOf(question, rules, vendors, locale)}
        />
      );
    case 'registeredOn':
    case 'signedOn':
      return <DateField name={question} label={label} hint={hint} />;
    case 'term':
      return (
        <div className="flex flex-wrap gap-6">
          <DateField name="startsOn" label={t.startsOn} />
          <DateField name="endsOn" label={t.endsOn} />
        </div>
      );
    case 'requestedAmount':
    case 'contractAmount':
    case 'paidAmount':
    case 'settledAmount':
    case 'meteredAmount':
    case 'excludedAmount':
    case 'taxAmount':
      return (
        <CountedField name={question} label={label} hint={hint} unit={rules.unit} locale={locale} />
      );
    case 'own':
    case 'awards':
      return partsOf(question, rules).map((part) => (
        <RadioGroup
          key={part}
          name={part}
          label={partLabel(part, rules, locale)}
          options={choicesOf(part, rules, vendors, locale)}
        />
      ));
    default:
      return (
        <>
          <RadioGroup
            name={question}
            label={label}
            hint={hint}
            options={choicesOf(question, rules, vendors, locale)}
          />
          {partsOf(question, rules).includes('otherSupportAmount') && (
            <CountedField
              name="otherSupportAmount"
              label={t.otherSupportAmount}
              unit={rules.unit}
              locale={locale}
              optional
            />
          )}
        </>
      );
  }
}

/** Shows one question on a page, as a plain form; the answers are kept in the address. */
export function CheckQuestion(
  props: Props & { progress: CheckProgress & { open: NonNullable<CheckProgress['open']> } },
) {
  const { locale, programme, typed, progress } = props;
  const { questions, open } = progress;
  const t = checkMessages(locale);
  const { slug, rules } = programme;
  const at = questions.indexOf(open.question);
  const own = new Set<string>([...partsOf(open.question, rules), 'change']);
  const others = Object.fromEntries(Object.entries(typed).filter(([name]) => !own.has(name)));
  const previous = questions[at - 1];
  const errors = Object.fromEntries(
    Object.entries(open.faults).map(([name, fault]) => [name, faultText(locale, fault, typed)]),
  );
  return (
    <PageBody narrow>
      <PageHeader
        eyebrow={`${say(programme.title, locale)} · ${t.position({ at: at + 1, of: questions.length })}`}
        title={questionTitle(open.question, locale)}
        back={
          previous
            ? { href: checkHref(locale, slug, { ...others, change: previous }), label: t.previous }
            : {
                href: localePath(locale, paths.programme(slug)),
                label: programmeMessages(locale).guide,
              }
        }
      />
      <GetForm
        key={open.question}
        locale={locale}
        action={checkHref(locale, slug, {})}
        errors={errors}
        values={typed}
        hiddenFields={others}
      >
        <Fields {...props} question={open.question} />
        <Button type="submit">{t.next}</Button>
      </GetForm>
      <p className="text-muted text-sm">
        {t.nothingStored}
        {at > 0 && (
          <>
            {' '}
            <Link className="link" href={checkHref(locale, slug, {})}>
              {t.again}
            </Link>
          </>
        )}
      </p>
    </PageBody>
  );
}
