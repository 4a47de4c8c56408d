import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { HiddenField, MoneyField, SelectField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { Card } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import { fen, formatFen } from '@/lib/money';
import {
  declineBudgetChangeAction,
  proposeBudgetChangeAction,
  releaseBudgetChangeAction,
} from '../actions';
import type { BudgetChange } from '../change-queries';
import { budgetMessages, changeMessages } from '../messages';
import type { ProgrammeBudget } from '../queries';

type Localised = { locale: Locale };

const partOf = ({ part }: BudgetChange, locale: Locale) =>
  part ? say(part, locale) : budgetMessages(locale).whole;

/** Shows what a change adds or takes away, with its sign. */
function Difference({ change }: { change: BudgetChange }) {
  const more = change.toFen - change.fromFen;
  return <span className="tabular">{`${more > 0n ? '+' : ''}${formatFen(fen(more))}`}</span>;
}

function Decide({ change, locale }: Localised & { change: BudgetChange }) {
  const t = changeMessages(locale);
  const scope = change.id.slice(-8);
  return (
    <TwoAnswers>
      <ActionForm action={releaseBudgetChangeAction} locale={locale}>
        <HiddenField name="changeId" value={change.id} />
        <SubmitButton>{t.release}</SubmitButton>
      </ActionForm>
      <Decline
        action={declineBudgetChangeAction}
        locale={locale}
        scope={scope}
        subject={{ name: 'changeId', id: change.id }}
        reason={{ name: 'answer', label: t.declineReason }}
        label={t.decline}
      />
    </TwoAnswers>
  );
}

/** Shows a change that waits, and to finance the two decisions on it. */
export function ChangeCard(props: Localised & { change: BudgetChange; mayRelease: boolean }) {
  const { change, locale, mayRelease } = props;
  const t = changeMessages(locale);
  return (
    <Card className="space-y-4">
      <h3 className="text-lg">
        {words(
          [change.title && say(change.title, locale), partOf(change, locale)]
            .filter(Boolean)
            .join(' · '),
        )}
      </h3>
      <DescriptionList
        items={[
          { term: t.from, value: <Amount fen={change.fromFen} locale={locale} /> },
          {
            term: t.to,
            value: (
              <>
                <strong>
                  <Amount fen={change.toFen} locale={locale} />
                </strong>{' '}
                <span className="text-muted">
                  <Difference change={change} />
                </span>
              </>
            ),
          },
          { term: t.reason, value: change.reason },
          {
            term: t.proposedBy,
            value: (
              <>
                {words(change.proposedBy)} · <DateTime at={change.proposedAt} locale={locale} />
              </>
            ),
          },
        ]}
      />
      {!mayRelease && <p className="text-muted">{t.financeOnly}</p>}
      {mayRelease && change.mine && <Callout tone="info" title={t.own} />}
      {mayRelease && !change.mine && <Decide {...props} />}
    </Card>
  );
}

/** Shows the manager the form for a new budget of the programme or of one of its parts, unless one waits already. */
export function ProposeForm(
  props: Localised & { budget: ProgrammeBudget; open: readonly BudgetChange[] },
) {
  const { budget, open, locale } = props;
  const t = changeMessages(locale);
  const waiting = new Set(open.map(({ poolId }) => poolId));
  const now = (amount: typeof budget.budgetFen) => t.now({ amount: formatFen(amount) });
  const options = [budget, ...budget.subPools]
    .filter(({ id }) => !waiting.has(id))
    .map(({ id, title, budgetFen }) => ({
      value: id,
      label: `${id === budget.id ? budgetMessages(locale).whole : say(title, locale)} · ${now(budgetFen)}`,
    }));
  if (options.length === 0) return null;
  const several = budget.subPools.length > 0;
  return (
    <Card className="space-y-4">
      <h3 className="text-lg">{t.propose}</h3>
      <ActionForm action={proposeBudgetChangeAction} locale={locale} className="max-w-2xl">
        {several ? (
          <SelectField name="poolId" label={t.pool} width="full" options={options} />
        ) : (
          <HiddenField name="poolId" value={budget.id} />
        )}
        <MoneyField name="toFen" label={t.to} hint={several ? undefined : now(budget.budgetFen)} />
        <TextArea name="reason" label={t.reason} hint={t.reasonHint} rows={3} maxLength={500} />
        <SubmitButton>{t.propose}</SubmitButton>
      </ActionForm>
    </Card>
  );
}

/** Shows changes that were decided, the newest first. */
export function DecidedChanges({
  rows,
  locale,
}: {
  rows: readonly BudgetChange[];
  locale: Locale;
}) {
  const t = changeMessages(locale);
  return (
    <Table
      caption={t.decided}
      captionVisible
      columns={[
        { key: 'part', header: budgetMessages(locale).part, wrap: true },
        { key: 'state', header: t.state, wrap: true },
        { key: 'from', header: t.from, align: 'right' },
        { key: 'to', header: t.to, align: 'right' },
        { key: 'difference', header: t.difference, align: 'right' },
        { key: 'reason', header: t.reason, wrap: true },
        { key: 'proposed', header: t.proposedBy },
        { key: 'decided', header: t.decidedBy },
      ]}
      rows={rows.map((change) => ({
        key: change.id,
        cells: {
          part: partOf(change, locale),
          state: (
            <>
              <StatusTag tone={change.state === 'released' ? 'success' : 'warn'}>
                {t[change.state]}
              </StatusTag>
              {change.answer && <span className="text-muted block">{words(change.answer)}</span>}
            </>
          ),
          from: <Amount fen={change.fromFen} locale={locale} />,
          to: <Amount fen={change.toFen} locale={locale} />,
          difference: <Difference change={change} />,
          reason: change.reason,
          proposed: (
            <>
              {words(change.proposedBy)} <br />
              <DateTime at={change.proposedAt} locale={locale} />
            </>
          ),
          decided: change.decidedAt && (
            <>
              {words(change.decidedBy)} <br />
              <DateTime at={change.decidedAt} locale={locale} />
            </>
          ),
        },
      }))}
      empty={<p className="text-muted">{t.none}</p>}
    />
  );
}
