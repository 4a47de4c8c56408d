import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Amount } from '@/components/ui/money';
import { Figure, PageBody, PageHeader } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { fen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import { awardImportLifecycle } from '../domain/lifecycle';
import { awardDoneText, awardMessages, importStates } from '../messages';
import { importTones } from './tones';
import type { ImportDetail } from '../queries';
import type { AwardRowFilter, AwardRowPage } from '../row-queries';
import { DiscardPart, NoticePart, ProblemPart, ProposePart, ReleasePart } from './import-parts';
import { RowTable } from './row-table';

type Props = { locale: Locale; list: ImportDetail; role: Authority };

/** The running notice of the list, if it has one. */
type ListNotice = { id: string | undefined };

/** Shows who acted, and when. */
function By({ name, at, locale }: { name: string | null; at: Date | null; locale: Locale }) {
  return (
    <>
      {words(name)}
      {at && (
        <>
          {' · '}
          <DateTime at={at} locale={locale} />
        </>
      )}
    </>
  );
}

function Facts({ locale, list }: Props) {
  const t = awardMessages(locale);
  const issued = list.state === 'released' || list.counts.issued > 0;
  const decided = issued ? t.releasedBy : t.declinedBy;
  const item = (term: string, name: string | null, at: Date | null) =>
    at ? [{ term, value: <By name={name} at={at} locale={locale} /> }] : [];
  return (
    <DescriptionList
      items={[
        {
          term: t.originalFile,
          value: (
            <a className="link break-all" href={paths.api.awardFile(list.id)} download>
              {words(list.fileName)}
            </a>
          ),
        },
        ...item(t.uploadedBy, list.createdBy, list.createdAt),
        ...(list.checkedAt
          ? [{ term: t.checkedAt, value: <DateTime at={list.checkedAt} locale={locale} /> }]
          : []),
        ...item(t.proposedBy, list.proposedBy, list.proposedAt),
        ...item(t.publishedBy, list.publishedBy, list.publishedAt),
        ...item(decided, list.decidedBy, list.decidedAt),
      ]}
    />
  );
}

function Figures({ locale, list }: Props) {
  const t = awardMessages(locale);
  const count = (n: number) => n.toLocaleString('en');
  const issued = list.state === 'released';
  const onNotice = list.state === 'publicised';
  const left = list.pool?.leftFen;
  const figures = { ready: t.ready, issued: t.issuedRows, onNotice: t.onNotice };
  const counted = issued ? 'issued' : onNotice ? 'onNotice' : 'ready';
  const promised = onNotice ? t.poolPromised : t.poolAfter;
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Figure label={t.rows} value={count(list.rowCount)} />
      <Figure label={figures[counted]} value={count(list.readyCount)} />
      {issued || onNotice || list.state === 'proposed' ? (
        <Figure label={t.setAside} value={count(list.setAsideCount)} />
      ) : (
        <Figure
          label={t.problems}
          value={count(list.problemCount)}
          note={list.setAsideCount > 0 && `${t.setAside} ${count(list.setAsideCount)}`}
        />
      )}
      <Figure
        label={issued ? t.issuedTotal : t.total}
        value={<Amount fen={list.totalFen} locale={locale} overview />}
        note={
          left !== undefined && (
            <>
              {issued ? t.poolLeft : promised}{' '}
              <Amount
                fen={issued || onNotice ? left : fen(left - list.totalFen)}
                locale={locale}
                overview
              />
            </>
          )
        }
      />
    </div>
  );
}

/** Shows what the user must not overlook about the list in its present state. */
function Notes({ locale, list, role, done }: Props & { done: string | undefined }) {
  const t = awardMessages(locale);
  return (
    <>
      <Flash text={awardDoneText(locale, done)} />
      {done === 'same_file' && (
        <Callout tone="warn" title={t.sameFile} live>
          {t.sameFileBody}
        </Callout>
      )}
      {list.state === 'discarded' && (
        <Callout tone="neutral" title={t.discarded}>
          {list.reason}
        </Callout>
      )}
      {list.state === 'checked' && list.reason && (
        <Callout tone="warn" title={t.sentBack}>
          {list.reason}
        </Callout>
      )}
      {list.state === 'uploaded' && (
        <Callout tone="info" title={t.mapNeeded}>
          {may('award.import', role) && (
            <ButtonLink
              className="mt-2"
              href={localePath(locale, paths.city.awardMapping(list.id))}
            >
              {t.mapButton}
            </ButtonLink>
          )}
        </Callout>
      )}
    </>
  );
}

/** Shows one list, from its rows to its vouchers. */
export function ImportPageView(
  props: Props & {
    page: AwardRowPage;
    filter: AwardRowFilter;
    done: string | undefined;
    now: Date;
    notice: ListNotice;
    /** The forms by which the list is put on public notice and withdrawn from it. */
    publish: ReactNode;
    withdraw: ReactNode;
  },
) {
  const { locale, list, role, page, filter, now } = props;
  const t = awardMessages(locale);
  const open = awardImportLifecycle.can(list.state, 'discard') && may('award.import', role);
  return (
    <PageBody>
      <PageHeader
        eyebrow={
          <>
            {list.reference}{' '}
            <StatusTag tone={importTones[list.state]}>{importStates(locale)[list.state]}</StatusTag>
          </>
        }
        title={say(list.title, locale)}
        back={{ href: localePath(locale, paths.city.awards()), label: t.title }}
        actions={
          list.state === 'checked' &&
          may('award.import', role) && (
            <ButtonLink
              variant="secondary"
              size="sm"
              href={localePath(locale, paths.city.awardMapping(list.id))}
            >
              {t.mapAgain}
            </ButtonLink>
          )
        }
      />
      <Notes {...props} />
      {list.state !== 'uploaded' && <Figures {...props} />}
      <Facts {...props} />
      {list.state === 'checked' && <ProblemPart {...props} />}
      {list.state === 'checked' && <ProposePart {...props} />}
      {list.state === 'proposed' && <ReleasePart {...props} />}
      {list.state === 'publicised' && <NoticePart {...props} noticeId={props.notice.id} />}
      {list.state !== 'uploaded' && (
        <RowTable
          locale={locale}
          importId={list.id}
          page={page}
          filter={filter}
          stage={list.state}
          now={now}
        />
      )}
      {open && <DiscardPart {...props} />}
    </PageBody>
  );
}
