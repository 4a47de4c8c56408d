import { Callout } from '@/components/ui/callout';
import { DateField, HiddenField, SelectField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { columnName } from '@/features/tables/domain/columns';
import { localePath, type Locale } from '@/lib/locale';
import { textOf } from '@/lib/messages';
import { paths } from '@/lib/paths';
import { discardAnswerAction, mapAnswerAction } from '../actions';
import { answerMessages, answerRefusals } from '../answer-messages';
import type { AnswerView } from '../answer-queries';
import { answerFields } from '../domain/bank-answer';
import type { BankAnswerState } from '../domain/lifecycle';
import { AnswerLines } from './answer-lines';

type Props = { locale: Locale; answer: AnswerView };

const tones = { read: 'warn', applied: 'final', discarded: 'neutral' } as const;

function stateText(state: BankAnswerState, locale: Locale): string {
  const t = answerMessages(locale);
  return { read: t.read, applied: t.appliedState, discarded: t.discarded }[state];
}

function FirstLines({ locale, answer }: Props) {
  const t = answerMessages(locale);
  return (
    <Table
      caption={t.firstLines}
      density="compact"
      columns={[
        { key: 'line', header: t.line },
        ...answer.headers.map((header, at) => ({
          key: `c${at}`,
          header: columnName(at, header),
          wrap: true,
        })),
      ]}
      rows={answer.preview.map((row) => ({
        key: String(row.line),
        cells: {
          line: row.line,
          ...Object.fromEntries(
            answer.headers.map((_, at) => [`c${at}`, words(row.cells[at] ?? '')]),
          ),
        },
      }))}
      empty={null}
    />
  );
}

/** Shows the form that says which column holds what. */
function Mapping({ locale, answer }: Props) {
  const t = answerMessages(locale);
  const { columns, paidOn, bankReference } = answer.mapping;
  const options = answer.headers.map((header, at) => ({
    value: String(at),
    label: columnName(at, header),
  }));
  return (
    <Section title={t.mapTitle} lead={t.mapLead}>
      <FirstLines locale={locale} answer={answer} />
      <ActionForm action={mapAnswerAction} locale={locale} scope="mapping">
        <HiddenField name="answerId" value={answer.id} />
        <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
          {answerFields.map((field) => (
            <SelectField
              key={field}
              name={`column_${field}`}
              label={t[field]}
              optional={field !== 'result'}
              width="full"
              defaultValue={columns[field]?.toString() ?? ''}
              options={
                field === 'result' ? options : [{ value: '', label: t.noColumn }, ...options]
              }
            />
          ))}
          <DateField name="paidOn" label={t.paidOnAll} optional defaultValue={paidOn} />
          <TextField
            name="bankReference"
            label={t.bankReferenceAll}
            optional
            width="medium"
            maxLength={60}
            defaultValue={bankReference}
          />
        </div>
        <SubmitButton variant={answer.checked ? 'secondary' : 'primary'}>{t.check}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** Shows a bank's answer: its columns, what it says of each payment, and what applying it does. */
export function AnswerPage({ locale, answer }: Props) {
  const t = answerMessages(locale);
  const { checked } = answer;
  return (
    <PageBody>
      <PageHeader
        title={t.title}
        eyebrow={
          <>
            <StatusTag tone={tones[answer.state]}>{stateText(answer.state, locale)}</StatusTag>{' '}
            {words(answer.fileName)}
          </>
        }
        back={{
          href: localePath(locale, paths.city.settlement(answer.batchId)),
          label: answer.batch,
        }}
      />
      {answer.state === 'read' && (
        <>
          {checked?.ok === true && (
            <AnswerLines locale={locale} answerId={answer.id} checked={checked.value} />
          )}
          {checked?.ok === false && (
            <Callout
              tone="danger"
              title={textOf(answerRefusals, locale, checked.code, checked.values)}
            />
          )}
          <Mapping locale={locale} answer={answer} />
          <ActionForm action={discardAnswerAction} locale={locale} scope="discard">
            <HiddenField name="answerId" value={answer.id} />
            <SubmitButton variant="secondary">{t.discard}</SubmitButton>
          </ActionForm>
        </>
      )}
    </PageBody>
  );
}
