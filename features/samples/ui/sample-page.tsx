import { Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Link } from '@/components/ui/link';
import { Amount } from '@/components/ui/money';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager, Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { confirmDecisionAction, reportFindingAction } from '../actions';
import { sampleDoneText, sampleMessages } from '../messages';
import type { SampleLine, SampleView } from '../queries';
import { sampleTitle } from './sample-desk';

type Localised = { locale: Locale };

function Check({ line, locale }: Localised & { line: SampleLine }) {
  const t = sampleMessages(locale);
  if (line.mine) return <>{t.own}</>;
  const which = <span className="sr-only"> {line.reference}</span>;
  return (
    <TwoAnswers>
      <ActionForm action={confirmDecisionAction} locale={locale}>
        <HiddenField name="decisionId" value={line.decisionId} />
        <SubmitButton size="sm">
          {t.confirm}
          {which}
        </SubmitButton>
      </ActionForm>
      <Decline
        action={reportFindingAction}
        locale={locale}
        scope={line.reference}
        subject={{ name: 'decisionId', id: line.decisionId }}
        reason={{ name: 'reason', label: t.reason }}
        label={t.report}
        which={which}
      />
    </TwoAnswers>
  );
}

function Outcome(props: Localised & { line: SampleLine; mayCheck: boolean }) {
  const { line, locale, mayCheck } = props;
  const t = sampleMessages(locale);
  if (!line.isDrawn) return <span className="text-muted">{t.notDrawn}</span>;
  if (line.outcome === null) {
    return mayCheck ? <Check {...props} /> : <StatusTag tone="info">{t.waiting}</StatusTag>;
  }
  return (
    <>
      <StatusTag tone={line.outcome === 'finding' ? 'warn' : 'success'}>
        {t[line.outcome]}
      </StatusTag>
      <span className="text-muted block">
        {words([line.reason, line.checkedBy].filter(Boolean).join(' · '))}
      </span>
    </>
  );
}

/** Shows one sample: how it was drawn and can be drawn again, every case that it covers, and the checks of the drawn ones. */
export function SamplePage(
  props: Localised & {
    page: SampleView;
    cursor: string | undefined;
    done: string | undefined;
    mayCheck: boolean;
  },
) {
  const { locale, page, cursor, done, mayCheck } = props;
  const { sample, lines } = page;
  const t = sampleMessages(locale);
  const open = sample.drawn - sample.checked;
  return (
    <PageBody>
      <PageHeader
        title={sampleTitle(sample, locale)}
        back={{ href: localePath(locale, paths.city.samples()), label: t.title }}
      />
      <Flash text={sampleDoneText(locale, done)} />
      <Card className="space-y-4">
        <DescriptionList
          items={[
            { term: t.decisions, value: sample.decisions },
            { term: t.drawn, value: sample.drawn },
            { term: t.checked, value: sample.checked },
            { term: t.findings, value: sample.findings },
            {
              term: t.drawnBy,
              value: (
                <>
                  {words(sample.drawnBy)} · <DateTime at={sample.drawnAt} locale={locale} />
                </>
              ),
            },
            { term: t.seed, value: <span className="tabular break-all">{sample.seed}</span> },
          ]}
        />
        {open > 0 && !mayCheck && <p className="text-muted">{t.approverOnly({ count: open })}</p>}
      </Card>
      <Section title={t.how}>
        <p className="measure">{t.howText(sample)}</p>
      </Section>
      <Section id="cases" title={t.cases}>
        <Table
          caption={t.cases}
          columns={[
            { key: 'case', header: t.case },
            { key: 'outcome', header: t.outcome, wrap: true },
            { key: 'amount', header: t.amount, align: 'right' },
            { key: 'by', header: t.decidedBy },
            { key: 'id', header: t.caseId },
          ]}
          rows={lines.map((line) => ({
            key: line.decisionId,
            cells: {
              case: (
                <Link
                  className="link"
                  href={localePath(locale, paths.city.case(line.applicationId))}
                >
                  {line.reference}
                </Link>
              ),
              outcome: <Outcome line={line} locale={locale} mayCheck={mayCheck} />,
              amount: <Amount fen={line.amountFen} locale={locale} />,
              by: (
                <>
                  {words(line.decidedBy)} <br />
                  <DateTime at={line.at} locale={locale} />
                </>
              ),
              id: <span className="tabular text-sm">{line.applicationId}</span>,
            },
          }))}
          empty={null}
        />
        <Pager
          locale={locale}
          path={localePath(locale, paths.city.sample(sample.id))}
          cursor={cursor}
          nextCursor={page.nextCursor}
          anchor="cases"
        />
      </Section>
    </PageBody>
  );
}
