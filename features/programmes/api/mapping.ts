import type { Locale } from '@/lib/locale';
import { fen, formatYuanPlain, zeroFen } from '@/lib/money';
import { refusalText, remedyText, stepDetail, stepText } from '@/features/rules/reason-texts';
import { neededFactNames } from '@/features/rules/domain/needed-facts';
import type { Assessment } from '@/features/rules/domain/assess';
import type { IsoDate } from '@/lib/dates';
import type { AssessmentRefusal, AssessmentStep } from '@/features/rules/domain/sheet';
import { availabilityOfProgramme } from '../domain/availability';
import { say, type Bilingual } from '@/lib/bilingual';
import type { Unit } from '@/features/rules/domain/rules';
import type { Programme, ProgrammeSummary, Round, Version } from '../queries';
import type { AnswerOf } from './schemas';
import { paths } from '@/lib/paths';

/** Functions that map programmes and assessments to the responses of the public API. */

const nameOf = ({ 'zh-CN': zh, en }: Bilingual): Bilingual => ({ 'zh-CN': zh, en });

const toRound = (round: Round | undefined): AnswerOf<'Round'> | null =>
  round
    ? {
        number: round.number,
        opensAt: round.opensAt.toISOString(),
        closesAt: round.closesAt.toISOString(),
      }
    : null;

/** Returns the rounds to apply in: none for automatic programmes, whatever the city plans for its own list. */
const toRounds = (of: PublicSummary): Pick<AnswerOf<'ProgrammeSummary'>, 'round' | 'nextRound'> =>
  availabilityOfProgramme(of) === 'automatic'
    ? { round: null, nextRound: null }
    : { round: toRound(of.round), nextRound: toRound(of.nextRound) };

/** The parts of a programme that the public API shows. */
type PublicSummary = Omit<ProgrammeSummary, 'id' | 'daysLeft'>;
export type PublicProgramme = PublicSummary &
  Pick<Programme, 'bureau' | 'asOf'> & {
    version: Pick<Version, 'id' | 'number' | 'publishedAt'>;
  };

/**
 * Returns the summary of a programme as the public API shows it.
 * @param origin of the portal, for the address of the guide
 */
export const toSummary = (of: PublicSummary, origin: string): AnswerOf<'ProgrammeSummary'> => ({
  slug: of.slug,
  url: new URL(paths.programme(of.slug), origin).toString(),
  city: { slug: of.city.slug, name: nameOf(of.city) },
  title: of.title,
  summary: of.summary,
  kind: of.rules.kind,
  mode: of.rules.mode,
  unit: of.rules.unit ?? 'yuan',
  open: availabilityOfProgramme(of) === 'open',
  ...toRounds(of),
  poolLeft: of.pool ? formatYuanPlain(of.pool.leftFen) : null,
});

const toVersion = ({ version }: Pick<PublicProgramme, 'version'>): AnswerOf<'Version'> => ({
  id: version.id,
  number: version.number,
  publishedAt: version.publishedAt?.toISOString() ?? null,
});

export const toProgramme = (of: PublicProgramme, origin: string): AnswerOf<'Programme'> => ({
  ...toSummary(of, origin),
  bureau: nameOf(of.bureau),
  version: toVersion(of),
  facts: neededFactNames(of.rules),
  rules: of.rules as AnswerOf<'Rules'>,
});

/** Names of values that count days; all other bigint values of the domain are amounts in fen. */
const dayCounts: ReadonlySet<string> = new Set(['inside', 'whole']);

const toValues = (values: AssessmentRefusal['values']): AnswerOf<'Refusal'>['values'] =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (typeof value !== 'bigint') return [name, value];
      return [name, dayCounts.has(name) ? Number(value) : formatYuanPlain(fen(value))];
    }),
  );

const toRefusal =
  (locale: Locale, unit: Unit | undefined) =>
  (refusal: AssessmentRefusal): AnswerOf<'Refusal'> => ({
    code: refusal.code,
    clause: refusal.clause,
    reason: refusalText(locale, refusal, unit),
    remedy: remedyText(locale, refusal, unit),
    values: toValues(refusal.values),
  });

const toStep =
  (locale: Locale, unit: Unit | undefined) =>
  (step: AssessmentStep): AnswerOf<'Step'> => ({
    code: step.code,
    clause: step.clause,
    label: stepText(locale, step, unit),
    detail: stepDetail(locale, step, unit) ?? null,
    before: formatYuanPlain(step.beforeFen),
    after: formatYuanPlain(step.afterFen),
  });

/**
 * Returns an assessment as the public API shows it.
 * @param on the day for which the rules were applied
 */
export function toAssessment(
  of: Pick<PublicProgramme, 'slug' | 'version' | 'asOf' | 'pool' | 'rules'>,
  result: Assessment,
  on: IsoDate,
  locale: Locale,
): AnswerOf<'Assessment'> {
  const { unit, pool } = of.rules;
  const given = result.eligible ? result : undefined;
  const part = pool.subPools?.find(({ id }) => id === given?.subPool);
  return {
    programme: { slug: of.slug, version: toVersion(of) },
    asOf: of.asOf.toISOString(),
    on,
    eligible: result.eligible,
    amount: given ? formatYuanPlain(given.amountFen) : null,
    unit: unit ?? 'yuan',
    ceiling: given?.ceiling ?? false,
    queued: given?.queued ?? false,
    subPool: part ? { id: part.id, title: say(part.title, locale) } : null,
    funding: (given?.funding ?? []).map((share) => ({
      funder: say(share, locale),
      amount: formatYuanPlain(share.fen),
    })),
    poolLeft: formatYuanPlain(of.pool?.leftFen ?? zeroFen),
    steps: result.steps.map(toStep(locale, unit)),
    refusals: result.eligible ? [] : result.refusals.map(toRefusal(locale, unit)),
  };
}
