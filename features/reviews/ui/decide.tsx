import { Callout } from '@/components/ui/callout';
import { Checkbox, HiddenField, SelectField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Card, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen, type Fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import {
  assignCasesAction,
  passFinalAction,
  recommendCaseAction,
  refuseFinalAction,
  refuseFirstAction,
  takeCaseAction,
} from '../actions';
import type { CaseView } from '../case-queries';
import { turnOf, type Act } from '../domain/acts';
import { formatWorth } from '@/features/rules/amount';
import { soleLimit } from '@/features/rules/domain/sole-limit';
import { unitPriceOf } from '@/features/rules/domain/unit-price';
import { termNames } from '@/features/rules/term-messages';
import { WorthField } from '@/features/rules/ui/worth-field';
import { reviewMessages } from '../messages';
import type { Reviewer } from '../queries';
import { FinishStage, openStageOf } from './stage-list';
import { Correct } from './correct';

type Props = { view: CaseView; locale: Locale; reviewers: readonly Reviewer[] };

const labels = {
  take: 'take',
  assign: 'assign',
  correct: 'correct',
  recommend: 'recommend',
  refuseFirst: 'refuseTitle',
  pass: 'decide',
  refuseFinal: 'refuseTitle',
} as const satisfies Record<Act, keyof ReturnType<typeof reviewMessages>>;

function Take({ view, locale }: Props) {
  const t = reviewMessages(locale);
  return (
    <ActionForm action={takeCaseAction} locale={locale}>
      <p>{t.takeLead}</p>
      <HiddenField name="applicationId" value={view.id} />
      <SubmitButton>{t.take}</SubmitButton>
    </ActionForm>
  );
}

function Assign({ view, locale, reviewers }: Props) {
  const t = reviewMessages(locale);
  return (
    <ActionForm action={assignCasesAction} locale={locale}>
      <HiddenField name="applicationIds" value={view.id} />
      <SelectField
        name="reviewerId"
        label={t.reviewer}
        defaultValue={view.assigneeId ?? ''}
        width="medium"
        options={reviewers.map(({ id, name, open }) => ({
          value: id,
          label: t.onDesk({ name, n: open }),
        }))}
      />
      <SubmitButton>{t.assign}</SubmitButton>
    </ActionForm>
  );
}

function Approve(
  props: Props & {
    action: typeof passFinalAction;
    most: Fen | null;
    texts: { lead: string; amount: string; submit: string };
    /** The free amount of the budget, for an act that promises money. */
    free?: string;
  },
) {
  const { view, locale, action, most, texts, free } = props;
  const t = reviewMessages(locale);
  const price = unitPriceOf(view.programme);
  return (
    <ActionForm action={action} locale={locale}>
      <p className="measure">{texts.lead}</p>
      <HiddenField name="applicationId" value={view.id} />
      <HiddenField name="unprintable" value="" />
      <WorthField
        name="amountFen"
        price={price}
        locale={locale}
        label={texts.amount}
        hint={[
          most === null ? undefined : t.atMost({ most: formatWorth(most, price, locale) }),
          free,
        ]
          .filter((part) => part !== undefined)
          .join(' ')}
        {...(most !== null && { defaultFen: most })}
      />
      <TextArea name="reason" label={t.reason} rows={4} maxLength={2000} />
      <Checkbox name="noConflict" label={t.noConflict} />
      <SubmitButton>{texts.submit}</SubmitButton>
    </ActionForm>
  );
}

function Refuse(props: Props & { action: typeof refuseFirstAction }) {
  const { view, locale, action } = props;
  const t = reviewMessages(locale);
  return (
    <ActionForm action={action} locale={locale}>
      <HiddenField name="applicationId" value={view.id} />
      <HiddenField name="unprintable" value="" />
      <TextArea name="reason" label={t.reason} hint={t.refuseLead} rows={4} maxLength={2000} />
      <Checkbox name="noConflict" label={t.noConflict} />
      <SubmitButton variant="danger">{t.refuseTitle}</SubmitButton>
    </ActionForm>
  );
}

/** Returns whether the first reviewer decides this case alone, by the limit of its rules. */
function decidesAlone({ assessedFen, programme }: CaseView): boolean {
  const limit = soleLimit(programme);
  return limit !== undefined && assessedFen !== null && assessedFen <= limit;
}

/** Returns the label of the amount or, in a programme with a unit price, of the quantity. */
function amountLabel({ programme }: CaseView, locale: Locale, act: 'recommend' | 'decide'): string {
  const t = reviewMessages(locale);
  const price = unitPriceOf(programme);
  return price ? t[`${act}Quantity`]({ unit: termNames(locale)[price.unit] }) : t[`${act}Amount`];
}

function recommendTexts({ view, locale }: Props) {
  const t = reviewMessages(locale);
  const limit = soleLimit(view.programme);
  return limit !== undefined && decidesAlone(view)
    ? {
        lead: t.aloneLead({ limit: formatWorth(limit, unitPriceOf(view.programme), locale) }),
        amount: amountLabel(view, locale, 'decide'),
        submit: t.passAlone,
      }
    : {
        lead: t.recommendLead,
        amount: amountLabel(view, locale, 'recommend'),
        submit: t.recommend,
      };
}

/** Returns what passing the case means for the budget, by the programme's rules. */
function freeText({ view, locale }: Props): string {
  const t = reviewMessages(locale);
  const amount = formatFen(view.poolLeftFen);
  switch (view.exhaustion) {
    case 'pro_rata':
      return [t.freeOnly({ amount }), t.freeShares].join(' ');
    case 'queue':
      return [t.freeHint({ amount }), t.freeQueues].join(' ');
    default:
      return t.freeHint({ amount });
  }
}

function Form({ act, ...props }: Props & { act: Act }) {
  const t = reviewMessages(props.locale);
  const stage = openStageOf(props.view);
  if (act === 'recommend' && stage) return <FinishStage {...props} stage={stage} />;
  switch (act) {
    case 'take':
      return <Take {...props} />;
    case 'assign':
      return <Assign {...props} />;
    case 'correct':
      return <Correct {...props} />;
    case 'recommend':
      return (
        <Approve
          {...props}
          action={recommendCaseAction}
          most={props.view.assessedFen}
          texts={recommendTexts(props)}
          {...(decidesAlone(props.view) && { free: freeText(props) })}
        />
      );
    case 'pass':
      return (
        <Approve
          {...props}
          action={passFinalAction}
          most={props.view.recommendedFen}
          texts={{
            lead: t.decideLead,
            amount: amountLabel(props.view, props.locale, 'decide'),
            submit: t.decide,
          }}
          free={freeText(props)}
        />
      );
    case 'refuseFirst':
      return <Refuse {...props} action={refuseFirstAction} />;
    case 'refuseFinal':
      return <Refuse {...props} action={refuseFinalAction} />;
  }
}

/** Shows what the reader may do to the case now, or whose turn it is and why the reader may not act. */
export function Decide(props: Props & { act: string | undefined }) {
  const { view, locale } = props;
  const t = reviewMessages(locale);
  const open = view.acts.filter(({ bar }) => bar === null).map(({ act }) => act);
  const bars = [...new Set(view.acts.flatMap(({ bar }) => bar ?? []))];
  const path = localePath(locale, paths.city.case(view.id));
  const current = open.find((act) => act === props.act) ?? open[0];
  return (
    <Section id="decide" title={t.action}>
      {bars.map((bar) => (
        <Callout key={bar} tone="info" title={t[`bar_${bar}`]} />
      ))}
      {current ? (
        <Card className="space-y-6">
          {open.length > 1 && (
            <LinkTabs
              label={t.action}
              tabs={open.map((act) => ({
                href: `${path}?act=${act}#decide`,
                label: t[labels[act]],
                current: act === current,
              }))}
            />
          )}
          <Form key={current} {...props} act={current} />
        </Card>
      ) : (
        bars.length === 0 && <p className="text-muted">{t[`turn_${turnOf(view.state)}`]}</p>
      )}
    </Section>
  );
}
