import { Callout } from '@/components/ui/callout';
import { DescriptionList } from '@/components/ui/description-list';
import { fileMessages } from '@/components/ui/file-messages';
import { StatusTag } from '@/components/ui/status-tag';
import { Table } from '@/components/ui/table';
import type { IsoDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import type { Rules } from '@/features/rules/domain/rules';
import { guideAmountMessages, guideTermMessages } from '../messages';
import { articleText, forceMark, forceMarks, type GuideTexts } from '../text';
import type { RuleText } from '../who';
import { programmeMessages } from '@/features/programmes/messages';
import { clauseText } from '@/features/rules/clause-text';

/** What the sentences of a guide need in addition: the rules and the day, to find which articles are in force. */
export type Reader = { rules: Rules; on: IsoDate; locale: Locale };

/** Shows a mark at a sentence whose article is not in force. */
function Mark({ rules, on, locale, clause }: Reader & { clause: string }) {
  const mark = forceMark(rules, clause, on, locale);
  if (!mark) return null;
  return (
    <span className="mt-1 flex flex-wrap items-baseline gap-x-2">
      <StatusTag tone="warn">{guideTermMessages(locale)[`tag_${mark.force}`]}</StatusTag>
      <span className="text-sm">{mark.text}</span>
    </span>
  );
}

/** Shows sentences of the guide, each with its article. */
export function RuleList({ items, ...reader }: Reader & { items: readonly RuleText[] }) {
  return (
    <ul className="measure list-disc space-y-1.5 pl-5">
      {items.map(({ text, clause }, at) => (
        <li key={at}>
          {text}{' '}
          <span className="text-muted text-sm whitespace-nowrap">
            {clauseText(reader.locale, clause)}
          </span>
          <Mark {...reader} clause={clause} />
        </li>
      ))}
    </ul>
  );
}

/** Shows several rates: the dimensions in which they differ as columns, then the rate and its article. */
export function RateRows({
  table,
  ...reader
}: Reader & { table: NonNullable<GuideTexts['rateTable']> }) {
  const t = guideAmountMessages(reader.locale);
  return (
    <Table
      caption={t.rateTable}
      columns={[
        ...table.columns.map((column) => ({ ...column, wrap: true })),
        { key: 'percent', header: t.percentColumn, align: 'right' },
        { key: 'clause', header: t.clauseColumn, wrap: true },
      ]}
      rows={table.rows.map(({ cells, percent, clause }, at) => ({
        key: String(at),
        cells: {
          ...cells,
          percent: <strong className="text-base font-semibold">{percent}</strong>,
          clause: (
            <>
              {clauseText(reader.locale, clause)}
              <Mark {...reader} clause={clause} />
            </>
          ),
        },
      }))}
      empty={null}
    />
  );
}

/** Shows at the head of the guide every article that is not in force today. */
export function ForceBanner({ rules, on, locale }: Reader) {
  const t = guideTermMessages(locale);
  const marks = forceMarks(rules, on, locale);
  if (marks.length === 0) return null;
  return (
    <Callout tone="warn" title={t.banner}>
      <ul className="list-disc space-y-1 pl-5">
        {marks.map((mark) => (
          <li key={mark.clause}>{articleText(mark, locale)}</li>
        ))}
      </ul>
      <p className="mt-1 text-sm">{t.bannerBody}</p>
    </Callout>
  );
}

/** Shows the documents to hand in, by stage. */
export function Papers({ texts, rules, on, locale }: Reader & { texts: GuideTexts }) {
  return (
    <>
      <DescriptionList
        items={texts.papers.map(({ stage, papers }) => ({ term: stage, value: papers }))}
      />
      <p className="text-muted text-sm">
        {fileMessages(locale).fileHint} {clauseText(locale, texts.evidenceClause)}
      </p>
      <Mark rules={rules} on={on} locale={locale} clause={texts.evidenceClause} />
    </>
  );
}

/** Shows the time limits of every stage. */
export function Times({ texts, locale }: { texts: GuideTexts; locale: Locale }) {
  const t = programmeMessages(locale);
  return (
    <Table
      caption={t.time}
      columns={[
        { key: 'stage', header: t.stage, wrap: true },
        { key: 'promised', header: t.promised },
        { key: 'note', header: t.basis, wrap: true },
      ]}
      rows={texts.times.map((term) => ({
        key: term.key,
        cells: {
          stage: term.stage,
          promised: term.promised,
          note: [clauseText(locale, term.clause), term.note].filter(Boolean).join(' · '),
        },
      }))}
      empty={null}
    />
  );
}

/** Shows the source, how long single articles are in force, and what was assumed. */
export function Sources({ texts, locale }: { texts: GuideTexts; locale: Locale }) {
  const t = programmeMessages(locale);
  return (
    <>
      <DescriptionList
        items={texts.source.map(({ term, text, href }) => ({
          term,
          value: href ? (
            <a className="link" href={href} rel="noreferrer nofollow">
              {text}
            </a>
          ) : (
            text
          ),
        }))}
      />
      {texts.force.length > 0 && (
        <Plain
          title={guideTermMessages(locale).terms}
          items={texts.force.map((term) => articleText(term, locale))}
        />
      )}
      {texts.assumed.length > 0 && <Plain title={t.assumed} items={texts.assumed} />}
    </>
  );
}

function Plain({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div className="space-y-2">
      <h3 className="font-semibold">{title}</h3>
      <ul className="measure list-disc space-y-1.5 pl-5">
        {items.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
