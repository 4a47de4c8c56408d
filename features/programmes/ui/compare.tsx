import { ButtonLink } from '@/components/ui/button-link';
import { DescriptionList } from '@/components/ui/description-list';
import { Card, Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { addressOf } from '@/lib/address';
import { formatDate, shanghaiDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { otherUnits } from '../compare-input';
import { compareMessages } from '../compare-messages';
import type { Compared, ComparisonView } from '../compare-queries';
import { answerTexts } from '../compare-text';
import type { Comparison } from '../domain/compare';
import { CompareForm } from './compare-form';
import { NoItem, YesItem } from './compare-item';

type Props = ComparisonView & {
  locale: Locale;
  /** Whether the answers are to be changed. */
  changing: boolean;
};
type ResultProps = Props & { result: Comparison<Compared> };

const listClass = 'divide-line border-line bg-surface divide-y rounded border';

function ChangeLinks({ locale, answers }: Props) {
  const t = compareMessages(locale);
  const path = localePath(locale, '/compare');
  return (
    <>
      <ButtonLink href={addressOf(path, { ...answers, change: 'yes' })}>{t.change}</ButtonLink>
      <ButtonLink href={path} variant="secondary">
        {t.again}
      </ButtonLink>
    </>
  );
}

/** What decides most, and is assumed where it is not told. */
const sharpening = ['applicantType', 'region', 'registeredOn', 'signedOn'];

/** Beside the result: what it was worked out from, and how to change that. */
function Aside(props: Props) {
  const { locale, answers } = props;
  const t = compareMessages(locale);
  return (
    <div className="space-y-6 lg:sticky lg:top-4">
      <Card className="space-y-4">
        <h2 className="text-lg">{t.answers}</h2>
        <DescriptionList items={answerTexts(answers, locale)} />
        <div className="no-print hidden gap-2 lg:grid">
          <ChangeLinks {...props} />
        </div>
        {sharpening.some((name) => answers[name] === undefined) && (
          <p className="text-sm">{t.sharpen}</p>
        )}
        <p className="text-muted no-print text-sm">{t.share}</p>
      </Card>
      <div className="space-y-1 text-sm">
        <p className="font-semibold">{t.general}</p>
        <ul className="text-muted list-disc space-y-1 pl-5">
          <li>{t.general1}</li>
          <li>{t.general2}</li>
          <li>{t.general3}</li>
        </ul>
      </div>
    </div>
  );
}

function CompareResult(props: ResultProps) {
  const { locale, programmes, asOf, answers, result } = props;
  const t = compareMessages(locale);
  const { yes, no } = result;
  const date = formatDate(shanghaiDate(asOf), locale);
  return (
    <>
      <PageBody>
        <PageHeader title={compareTitle(props)} lead={t.asOf({ date, n: programmes.length })} />
        <Columns aside={<Aside {...props} />}>
          {yes.length > 0 && (
            <Section id="yes" title={t.yes}>
              <ol className={listClass}>
                {yes.map((found, at) => (
                  <YesItem
                    key={found.programme.slug}
                    {...{ locale, answers, found }}
                    rank={at + 1}
                  />
                ))}
              </ol>
            </Section>
          )}
          {no.length > 0 && (
            <Section id="no" title={t.no}>
              <ul className={listClass}>
                {no.map((found) => (
                  <NoItem key={found.programme.slug} {...{ locale, answers, found }} />
                ))}
              </ul>
            </Section>
          )}
        </Columns>
      </PageBody>
      <div className="bottom-bar no-print bg-bg border-line sticky bottom-0 -mx-4 mt-8 flex flex-wrap gap-2 border-t px-4 py-3 sm:-mx-6 sm:px-6 lg:hidden">
        <ChangeLinks {...props} />
      </div>
    </>
  );
}

/** The heading of the page, for its title too. */
export function compareTitle({ locale, result, changing }: Props): string {
  const t = compareMessages(locale);
  if (!result || changing) return t.title;
  return result.yes.length > 0 ? t.eligible({ n: result.yes.length }) : t.noneEligible;
}

/** Where do I stand: one profile, and what every programme gives for it. */
export function Compare(props: Props) {
  const { locale, programmes, answers, faults, result, changing } = props;
  if (result && !changing) return <CompareResult {...props} result={result} />;
  const units = otherUnits.filter((unit) => programmes.some(({ rules }) => rules.unit === unit));
  return <CompareForm locale={locale} answers={answers} faults={faults} units={units} />;
}
