import type { ReactNode } from 'react';
import { Link } from '@/components/ui/link';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { HiddenField, SelectField, TextField } from '@/components/ui/fields';
import { FileField } from '@/components/ui/file-field';
import { ActionForm } from '@/components/ui/form';
import { Card, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { addressOf } from '@/lib/address';
import { formatUntil } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import {
  checkImportAction,
  declineImportAction,
  discardImportAction,
  proposeImportAction,
  releaseImportAction,
  setAsideProblemAction,
  uploadCorrectionsAction,
} from '../actions';
import { awardMessages } from '../messages';
import { problemKind } from '../problem-texts';
import type { ImportDetail } from '../queries';

export type PartProps = { locale: Locale; list: ImportDetail; role: Authority };

/** Shows the form by which all rows with one kind of problem are left out together, with one reason. */
function SetKindAside({ locale, list }: PartProps) {
  const t = awardMessages(locale);
  return (
    <ActionForm action={setAsideProblemAction} locale={locale} scope="kind">
      <HiddenField name="importId" value={list.id} />
      <SelectField
        name="problem"
        label={t.setAsideAll}
        hint={t.setAsideAllLead}
        options={kinds(list).map(([code, rows]) => ({
          value: code,
          label: `${problemKind(locale, code)} (${rows})`,
        }))}
      />
      <TextField name="reason" label={t.reason} maxLength={200} />
      <SubmitButton variant="danger">{t.setAsideAllButton}</SubmitButton>
    </ActionForm>
  );
}

/** Lists the kinds of problems, the most frequent first. */
const kinds = (list: ImportDetail) =>
  Object.entries(list.problemSummary).sort(([, a], [, b]) => b - a);

/** Shows what is wrong with the list, by kind, and how to correct it. */
export function ProblemPart(props: PartProps) {
  const { locale, list, role } = props;
  const t = awardMessages(locale);
  const path = localePath(locale, paths.city.awardList(list.id));
  if (list.problemCount === 0) return null;
  return (
    <Section
      title={t.problemsTitle}
      lead={t.problemsLead}
      actions={
        <ButtonLink
          variant="secondary"
          size="sm"
          href={paths.api.awardProblems(list.id, { locale })}
        >
          {t.download}
        </ButtonLink>
      }
    >
      <Table
        caption={t.problemsTitle}
        density="compact"
        columns={[
          { key: 'problem', header: t.problem, wrap: true },
          { key: 'count', header: t.count, align: 'right' },
          { key: 'show', header: t.show },
        ]}
        rows={kinds(list).map(([code, rows]) => ({
          key: code,
          cells: {
            problem: problemKind(locale, code),
            count: rows.toLocaleString('en'),
            show: (
              <Link className="link" href={`${addressOf(path, { problem: code })}#rows`}>
                {t.show}
                <span className="sr-only"> {problemKind(locale, code)}</span>
              </Link>
            ),
          },
        }))}
        empty={null}
      />
      {may('award.import', role) && (
        <div className="grid gap-6 lg:grid-cols-2">
          <Card>
            <ActionForm action={uploadCorrectionsAction} locale={locale} scope="corrections">
              <HiddenField name="importId" value={list.id} />
              <FileField
                name="file"
                label={t.corrections}
                hint={t.correctionsHint}
                accept=".csv,.txt,.xlsx"
              />
              <SubmitButton variant="secondary" pendingLabel={t.checking}>
                {t.correctionsButton}
              </SubmitButton>
            </ActionForm>
          </Card>
          <Card>
            <SetKindAside {...props} />
          </Card>
        </div>
      )}
    </Section>
  );
}

/** Shows the buttons for checking again, and for proposing once every row is resolved. */
export function ProposePart({ locale, list, role }: PartProps) {
  const t = awardMessages(locale);
  const ready = list.problemCount === 0 && list.readyCount > 0;
  return (
    <Section title={t.proposeTitle} lead={t.proposeLead}>
      {list.problemCount > 0 && (
        <Callout tone="warn" title={t.unresolved({ n: list.problemCount })} />
      )}
      <div className="flex flex-wrap items-end gap-4">
        {ready && may('award.propose', role) && (
          <ActionForm action={proposeImportAction} locale={locale}>
            <HiddenField name="importId" value={list.id} />
            <SubmitButton pendingLabel={t.checking}>
              {t.proposeButton({ n: list.readyCount })}
            </SubmitButton>
          </ActionForm>
        )}
        {may('award.import', role) && (
          <ActionForm action={checkImportAction} locale={locale}>
            <HiddenField name="importId" value={list.id} />
            <SubmitButton variant="secondary" pendingLabel={t.checking}>
              {t.checkAgain}
            </SubmitButton>
          </ActionForm>
        )}
      </div>
    </Section>
  );
}

function ReleaseForm({ locale, list, n }: PartProps & { n: number }) {
  const t = awardMessages(locale);
  return (
    <ActionForm action={releaseImportAction} locale={locale}>
      <HiddenField name="importId" value={list.id} />
      <SubmitButton pendingLabel={t.releasing}>{t.releaseButton({ n })}</SubmitButton>
    </ActionForm>
  );
}

/**
 * Shows the second person's decision. Where the rules ask for a public notice, that is the publication (`publish`) and not yet
 * the issue.
 */
export function ReleasePart({ publish, ...props }: PartProps & { publish: ReactNode }) {
  const { locale, list, role } = props;
  const t = awardMessages(locale);
  if (!may('award.release', role)) return <Callout tone="info" title={t.financeOnly} />;
  if (list.mine) return <Callout tone="info" title={t.own} />;
  return (
    <Section
      title={list.needsNotice ? t.publishTitle : t.releaseTitle}
      lead={list.needsNotice ? t.publishLead : t.releaseLead}
    >
      <TwoAnswers>
        {list.needsNotice ? publish : <ReleaseForm {...props} n={list.readyCount} />}
        <Decline
          action={declineImportAction}
          locale={locale}
          scope="decline"
          subject={{ name: 'importId', id: list.id }}
          reason={{ name: 'reason', label: t.declineReason }}
          label={t.decline}
        />
      </TwoAnswers>
    </Section>
  );
}

/** Shows how far the public notice of a list is, and once it has ended the release of what nobody objects to. */
export function NoticePart(
  props: PartProps & { now: Date; noticeId: string | undefined; withdraw: ReactNode },
) {
  const { locale, list, role, now, noticeId, withdraw } = props;
  const t = awardMessages(locale);
  const { noticeEndsAt: ends, counts } = list;
  if (!ends) return null;
  const until = formatUntil(ends, locale);
  const over = ends <= now;
  const releases = may('award.release', role);
  return (
    <Section
      title={t.noticeTitle}
      lead={over ? t.noticeOver({ until }) : t.noticeLead({ until })}
      actions={
        noticeId && (
          <ButtonLink
            variant="secondary"
            size="sm"
            href={localePath(locale, paths.notice(noticeId))}
          >
            {t.seeNotice}
          </ButtonLink>
        )
      }
    >
      {counts.objected > 0 && <Callout tone="warn" title={t.held({ n: counts.objected })} />}
      {!releases && over && <Callout tone="info" title={t.financeOnly} />}
      {releases && list.mine && <Callout tone="info" title={t.own} />}
      {releases && !list.mine && (
        <>
          {over && counts.publicised > 0 && (
            <>
              <p className="measure">{t.releaseLead}</p>
              <ReleaseForm {...props} n={counts.publicised} />
            </>
          )}
          {withdraw}
        </>
      )}
    </Section>
  );
}

/** Shows how to discard a list. */
export function DiscardPart({ locale, list }: PartProps) {
  const t = awardMessages(locale);
  return (
    <Section title={t.discardTitle} lead={t.discardLead}>
      <details>
        <summary className="link inline-flex min-h-11 items-center">{t.discardTitle}</summary>
        <ActionForm
          action={discardImportAction}
          locale={locale}
          scope="discard"
          className="max-w-xl space-y-4 pt-2"
        >
          <HiddenField name="importId" value={list.id} />
          <TextField name="reason" label={t.reason} maxLength={500} />
          <SubmitButton size="sm" variant="danger">
            {t.discardButton}
          </SubmitButton>
        </ActionForm>
      </details>
    </Section>
  );
}
