import { Callout } from '@/components/ui/callout';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Amount } from '@/components/ui/money';
import { Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { formatFen, sumFen, zeroFen } from '@/lib/money';
import { applyAnswerAction } from '../actions';
import type { CheckedAnswer } from '../answer-check';
import { answerMessages } from '../answer-messages';
import { isApplied, type JudgedLine } from '../domain/bank-answer';

type Props = { locale: Locale; answerId: string; checked: CheckedAnswer };

/** How many lines of each kind are shown. */
const shown = 200;

/** Shows judged lines: what the bank says, and what happens to the payment. */
function Lines(props: { locale: Locale; caption: string; lines: readonly JudgedLine[] }) {
  const { locale, caption, lines } = props;
  const t = answerMessages(locale);
  return (
    <>
      <Table
        caption={caption}
        density="compact"
        columns={[
          { key: 'line', header: t.line },
          { key: 'key', header: t.payee, wrap: true },
          { key: 'amount', header: t.amount, align: 'right' },
          { key: 'said', header: t.said, wrap: true },
          { key: 'verdict', header: t.verdict, wrap: true },
        ]}
        rows={lines.slice(0, shown).map((line) => ({
          key: String(line.line),
          cells: {
            line: line.line,
            key: line.reference ?? words(line.said.key),
            amount:
              line.amountFen === undefined ? (
                words(line.said.amount)
              ) : (
                <Amount fen={line.amountFen} locale={locale} />
              ),
            said: words(line.said.result),
            verdict: (
              <>
                {t[line.verdict]}
                {line.verdict === 'pay' && ` · ${line.paidOn} · ${line.bankReference}`}
                {line.verdict === 'fail' && <> · {words(line.reason)}</>}
              </>
            ),
          },
        }))}
        empty={null}
      />
      {lines.length > shown && <p className="text-muted">{t.firstShown({ n: shown })}</p>}
    </>
  );
}

const sumOf = (lines: readonly JudgedLine[]): string =>
  formatFen(sumFen(lines.map(({ amountFen }) => amountFen ?? zeroFen)));

/** Shows what applying a bank's answer would do, and the button that does it. */
export function AnswerLines({ locale, answerId, checked }: Props) {
  const t = answerMessages(locale);
  const applied = checked.lines.filter(isApplied);
  const left = checked.lines.filter((line) => !isApplied(line));
  const paid = applied.filter(({ verdict }) => verdict === 'pay');
  const failed = applied.filter(({ verdict }) => verdict === 'fail');
  const { silent } = checked;
  return (
    <>
      {left.length > 0 && (
        <Section title={t.left} lead={t.leftLead({ n: left.length })}>
          <Lines locale={locale} caption={t.left} lines={left} />
        </Section>
      )}
      {silent.length > 0 && (
        <Callout
          tone="warn"
          title={t.silent({ n: silent.length, references: silent.slice(0, shown).join(', ') })}
        />
      )}
      {applied.length > 0 && (
        <Section
          title={t.applied}
          lead={`${t.paidSum({ n: paid.length, amount: sumOf(paid) })} · ${t.failedSum({ n: failed.length, amount: sumOf(failed) })}`}
        >
          <Lines locale={locale} caption={t.applied} lines={applied} />
        </Section>
      )}
      {applied.length > 0 ? (
        <Section title={t.confirm} lead={t.confirmLead}>
          <ActionForm action={applyAnswerAction} locale={locale} scope="apply">
            <HiddenField name="answerId" value={answerId} />
            <HiddenField name="judged" value={checked.judged} />
            <SubmitButton>
              {t.confirmButton({ paid: paid.length, failed: failed.length })}
            </SubmitButton>
          </ActionForm>
        </Section>
      ) : (
        <Callout tone="warn" title={t.nothing} />
      )}
    </>
  );
}
