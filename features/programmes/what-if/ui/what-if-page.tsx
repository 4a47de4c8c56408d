import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Amount } from '@/components/ui/money';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { Pager, Table } from '@/components/ui/table';
import { DateOnly } from '@/components/ui/date-time';
import { words } from '@/components/ui/words';
import { addressOf } from '@/lib/address';
import { decodeIdCursor, pageOf, pageSize } from '@/lib/keyset';
import { localePath, type Locale } from '@/lib/locale';
import { fen } from '@/lib/money';
import { refusalText } from '@/features/rules/reason-texts';
import { say } from '@/lib/bilingual';
import { paths } from '@/lib/paths';
import { effects, type Effect, type WhatIf } from '../domain/what-if';
import { editorMessages } from '@/features/programmes/editor/messages';
import type { EditedProgramme } from '@/features/programmes/editor/queries';
import { factLabel } from '@/features/rules/parameter-texts';

const tones: Record<Effect, Tone> = {
  gained: 'success',
  more: 'success',
  less: 'warn',
  refused: 'danger',
  same: 'neutral',
};

type CaseFilter = { effect: Effect | undefined; cursor: string | undefined };
type ResultProps = {
  locale: Locale;
  programme: EditedProgramme;
  result: WhatIf;
  filter: CaseFilter;
};

function Totals({ locale, result }: Pick<ResultProps, 'locale' | 'result'>) {
  const t = editorMessages(locale);
  const { before, after } = result;
  const more = after.awards - before.awards;
  return (
    <Table
      caption={t.whatIf}
      columns={[
        { key: 'what', header: t.parameter },
        { key: 'before', header: t.before, align: 'right' },
        { key: 'after', header: t.after, align: 'right' },
        { key: 'difference', header: t.difference_, align: 'right' },
      ]}
      rows={[
        {
          key: 'awards',
          cells: {
            what: t.awardsOf({ n: result.cases }),
            before: before.awards,
            after: after.awards,
            difference: more > 0 ? `+${more}` : String(more).replace('-', '−'),
          },
        },
        {
          key: 'sum',
          cells: {
            what: t.sum,
            before: <Amount fen={before.sumFen} locale={locale} />,
            after: <Amount fen={after.sumFen} locale={locale} />,
            difference: <Amount fen={fen(after.sumFen - before.sumFen)} locale={locale} />,
          },
        },
      ]}
      empty={null}
    />
  );
}

function Reasons({ locale, result }: Pick<ResultProps, 'locale' | 'result'>) {
  const t = editorMessages(locale);
  if (result.reasons.length === 0) return null;
  return (
    <Section title={t.reasonsNew}>
      <ul className="divide-line border-line divide-y border-y">
        {result.reasons.map(({ refusal, count }) => (
          <li key={refusal.code} className="flex flex-wrap justify-between gap-x-6 py-2">
            <span>{words(refusalText(locale, refusal, result.unit))}</span>
            <span className="tabular">{t.countN({ n: count })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Cases({ locale, programme, result, filter }: ResultProps) {
  const t = editorMessages(locale);
  const path = localePath(locale, paths.city.whatIf(programme.id));
  const chosen = result.rows.filter(({ effect }) => !filter.effect || effect === filter.effect);
  const after = decodeIdCursor(filter.cursor);
  const from = after === undefined ? 0 : chosen.findIndex(({ id }) => id === after) + 1;
  const page = pageOf(chosen.slice(from, from + pageSize + 1), pageSize, ({ id }) => [id]);
  return (
    <>
      <LinkTabs
        label={t.effect}
        tabs={[undefined, ...effects].map((effect) => ({
          href: addressOf(path, { effect }),
          label: effect
            ? `${t[`effect_${effect}`]} ${result.counts[effect]}`
            : `${t.effectAll} ${result.cases}`,
          current: filter.effect === effect,
        }))}
      />
      <Table
        caption={t.cases}
        density="compact"
        columns={[
          { key: 'reference', header: t.reference },
          { key: 'applicant', header: t.applicant, wrap: true },
          { key: 'on', header: t.on },
          { key: 'effect', header: t.effect },
          { key: 'before', header: t.before, align: 'right' },
          { key: 'after', header: t.after, align: 'right' },
          { key: 'reasons', header: t.reasons, wrap: true },
        ]}
        rows={page.rows.map((row) => ({
          key: row.id,
          cells: {
            reference: row.reference,
            applicant: row.applicant,
            on: <DateOnly on={row.on} locale={locale} />,
            effect: <StatusTag tone={tones[row.effect]}>{t[`effect_${row.effect}`]}</StatusTag>,
            before: <Amount fen={row.before.amountFen} locale={locale} />,
            after: <Amount fen={row.after.amountFen} locale={locale} />,
            reasons: row.after.refusals
              .map((one) => refusalText(locale, one, result.unit))
              .join(' '),
          },
        }))}
        empty={<EmptyState title={t.same} />}
      />
      <Pager
        locale={locale}
        path={path}
        query={{ effect: filter.effect }}
        cursor={filter.cursor}
        nextCursor={page.nextCursor}
      />
    </>
  );
}

function Result(props: ResultProps & { most: number }) {
  const { locale, programme, result, most } = props;
  const t = editorMessages(locale);
  if (result.cases === 0) return <EmptyState title={t.whatIfNone} />;
  return (
    <>
      {result.unheld.length > 0 && (
        <Callout tone="warn" title={t.unheld}>
          {t.unheldLead}{' '}
          {result.unheld
            .map(({ fact, count }) => `${factLabel(locale, fact)} (${t.countN({ n: count })})`)
            .join(t.separator)}
        </Callout>
      )}
      <Totals locale={locale} result={result} />
      <Reasons locale={locale} result={result} />
      <Section
        title={t.cases}
        {...(result.cases === most && { lead: t.whatIfLimit({ n: most }) })}
        actions={
          <a
            className="link inline-flex min-h-6 items-center"
            href={paths.api.whatIf(programme.id, { locale })}
          >
            {t.csv}
          </a>
        }
      >
        <Cases {...props} />
      </Section>
    </>
  );
}

/** Shows what the draft would have given to all applicants so far. */
export function WhatIfPage(props: {
  locale: Locale;
  programme: EditedProgramme;
  result: WhatIf | undefined;
  filter: CaseFilter;
  most: number;
}) {
  const { locale, programme, result } = props;
  const t = editorMessages(locale);
  const why = !programme.open ? t.noDraft : !programme.current ? t.whatIfFirst : t.whatIfIncomplete;
  const title = say(programme.title, locale);
  return (
    <PageBody>
      <PageHeader
        title={t.whatIf}
        eyebrow={title}
        lead={t.whatIfLead}
        back={{ href: localePath(locale, paths.city.programme(programme.id)), label: title }}
        actions={
          programme.open?.state === 'draft' && (
            <ButtonLink
              href={localePath(locale, paths.city.rules(programme.id, 'amounts'))}
              variant="secondary"
              size="sm"
            >
              {t.openDraft}
            </ButtonLink>
          )
        }
      />
      {result ? <Result {...props} result={result} /> : <EmptyState title={why} />}
    </PageBody>
  );
}
