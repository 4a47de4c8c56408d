import { Link } from '@/components/ui/link';
import { ButtonLink } from '@/components/ui/button-link';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Card, Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { StickyBar } from '@/components/ui/sticky-bar';
import { UnfitFilter } from '@/components/ui/unfit-filter';
import { addressOf } from '@/lib/address';
import { formatDate, shanghaiDate } from '@/lib/dates';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { regionOfCity } from '@/features/programmes/list/city-region';
import { paths } from '@/lib/paths';
import { type CompareFilter } from '../input';
import { compareMessages } from '../messages';
import type { Compared, ComparisonView } from '../queries';
import { answerTexts, headlineText } from '../text';
import { arrange, type Arrangement } from '../domain/arrange';
import type { Comparison } from '../domain/compare';
import { nearness } from '@/features/programmes/list/domain/nearness';
import { availabilities, type Availability } from '@/features/programmes/domain/availability';
import { CompareFilterForm } from './compare-filter';
import { CompareForm } from './compare-form';
import { NoItem, YesItem } from './compare-item';
import { otherUnits } from '@/features/programmes/check/profile-answers';

type Props = ComparisonView & {
  locale: Locale;
  /** Whether the user wants to change the answers. */
  changing: boolean;
  search: ReadFilter<CompareFilter>;
  /** The division where the reader is registered: from the answers, otherwise from the reader's organisation. */
  region: string | undefined;
};
type ResultProps = Props & { result: Comparison<Compared> };

const listClass = 'divide-line border-line bg-surface divide-y rounded border';

function ChangeLinks({ locale, answers }: Props) {
  const t = compareMessages(locale);
  const path = localePath(locale, paths.compare());
  return (
    <>
      <ButtonLink href={addressOf(path, { ...answers, change: 'yes' })}>{t.change}</ButtonLink>
      <ButtonLink href={path} variant="secondary">
        {t.again}
      </ButtonLink>
    </>
  );
}

/** The answers that decide most, and are assumed where they are missing. */
const sharpening = ['applicantType', 'region', 'registeredOn', 'signedOn'];

/** Shows the assumptions that apply to every programme; given answers are not assumptions. */
function General({ locale, answers }: Props) {
  const t = compareMessages(locale);
  const unanswered = [
    ['affiliated', t.generalVendor],
    ['otherSupport', t.generalSupport],
    ['onePerson', t.generalKind],
    ['model', t.generalModel],
    ['project', t.generalProject],
  ] as const;
  return (
    <div className="space-y-1 text-sm">
      <p className="font-semibold">{t.general}</p>
      <ul className="text-muted list-disc space-y-1 pl-5">
        <li>{t.general1}</li>
        <li>{t.general2}</li>
        <li>{t.general3}</li>
        {unanswered.map(
          ([name, text]) => answers[name] === undefined && <li key={name}>{text}</li>,
        )}
      </ul>
    </div>
  );
}

/** Shows beside the result the answers that it is based on, and how to change them. */
function Aside(props: Props) {
  const { locale, answers } = props;
  const t = compareMessages(locale);
  return (
    <div className="beside space-y-6">
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
      <General {...props} />
    </div>
  );
}

/**
 * Shows under the heading the amount and the region of the result, and a link to enter the region where it is missing.
 */
function Basis({ locale, answers }: Props) {
  const t = compareMessages(locale);
  const texts = answerTexts(answers, locale);
  const textOf = (term: string) => texts.find((item) => item.term === term)?.value;
  const change = addressOf(localePath(locale, paths.compare()), { ...answers, change: 'yes' });
  return (
    <p>
      {t.basis({
        amount: textOf(t.contractAmount) ?? '',
        region: textOf(t.region) ?? t.regionUnsaid,
      })}
      {answers.region === undefined && (
        <Link
          className="link no-print ml-3 inline-flex min-h-6 items-center"
          href={`${change}#f-region`}
        >
          {t.addRegion}
        </Link>
      )}
    </p>
  );
}

function Group(
  props: ResultProps & { availability: Availability; arranged: Arrangement<Compared> },
) {
  const { locale, answers, region, availability, arranged } = props;
  const t = compareMessages(locale);
  const found = arranged.groups[availability];
  if (found.length === 0) return null;
  const isNear = found.some(({ programme }) => nearness(regionOfCity(programme.city), region) > 0);
  return (
    <Section id={availability} title={t[`group_${availability}`]} lead={isNear && t.nearFirst}>
      <ol className={listClass}>
        {found.map((one) => (
          <YesItem key={one.programme.slug} locale={locale} answers={answers} found={one} />
        ))}
      </ol>
    </Section>
  );
}

/** Shows the programmes in groups by availability; those that give nothing come last. */
function Groups(props: ResultProps) {
  const { locale, programmes, answers, search, region, result } = props;
  const t = compareMessages(locale);
  const path = addressOf(localePath(locale, paths.compare()), answers);
  const form = (
    <CompareFilterForm
      locale={locale}
      answers={answers}
      search={search}
      programmes={programmes}
      region={region}
    />
  );
  if (!search.fits) {
    return (
      <>
        {form}
        <UnfitFilter locale={locale} path={path} />
      </>
    );
  }
  const placeOf = ({ city }: Compared) => regionOfCity(city);
  const arranged = arrange(result, search.filter, placeOf, region);
  const shown = [...Object.values(arranged.groups).flat(), ...arranged.no].length;
  return (
    <>
      <div className="space-y-3">
        {form}
        {Object.keys(search.typed).length > 0 && (
          <p className="flex flex-wrap items-center gap-x-4">
            <span role="status" data-results className="font-semibold">
              {t.narrowed({ n: shown, of: programmes.length })}
            </span>
            <Link className="link no-print inline-flex min-h-8 items-center" href={path}>
              {t.showAll}
            </Link>
          </p>
        )}
        {shown === 0 && <EmptyState title={t.noneNarrowed} />}
      </div>
      {availabilities.map((availability) => (
        <Group key={availability} {...props} availability={availability} arranged={arranged} />
      ))}
      {arranged.no.length > 0 && (
        <Section id="no" title={t.no}>
          <ul className={listClass}>
            {arranged.no.map((found) => (
              <NoItem key={found.programme.slug} locale={locale} answers={answers} found={found} />
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function CompareResult(props: ResultProps) {
  const { locale, programmes, asOf } = props;
  const t = compareMessages(locale);
  const date = formatDate(shanghaiDate(asOf), locale);
  return (
    <>
      <PageBody>
        <div className="space-y-2">
          <PageHeader title={compareTitle(props)} lead={t.asOf({ date, n: programmes.length })} />
          <Basis {...props} />
        </div>
        <Columns aside={<Aside {...props} />}>
          <Groups {...props} />
        </Columns>
      </PageBody>
      <StickyBar
        edge="bottom"
        className="no-print bg-bg border-line -mx-4 mt-8 flex flex-wrap gap-2 border-t px-4 py-3 sm:-mx-6 sm:px-6 lg:hidden"
      >
        <ChangeLinks {...props} />
      </StickyBar>
    </>
  );
}

/** Returns the heading of the page, also used as its title. */
export const compareTitle = ({ locale, result, changing }: Props): string =>
  result && !changing ? headlineText(locale, result) : compareMessages(locale).title;

/** Shows the form for a profile, or what every programme gives for it. */
export function Compare(props: Props) {
  const { locale, programmes, answers, faults, result, changing } = props;
  if (result && !changing) return <CompareResult {...props} result={result} />;
  const units = otherUnits.filter((unit) => programmes.some(({ rules }) => rules.unit === unit));
  return <CompareForm locale={locale} answers={answers} faults={faults} units={units} />;
}
