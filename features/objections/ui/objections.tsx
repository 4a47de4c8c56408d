import { Link } from '@/components/ui/link';
import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { Checkbox, HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Amount } from '@/components/ui/money';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { organisationName } from '@/lib/organisation-name';
import type { ReadFilter } from '@/lib/input/filter';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { ObjectionSummary, ObjectionView } from '../queries';
import type { TurnFilter } from '@/features/reviews/turn-filter';
import { TurnList } from '@/features/reviews/ui/turn-list';
import { objectionMessages, objectionDoneText } from '../messages';
import { dismissObjectionAction, upholdObjectionAction } from '../actions';

const tones: Record<ObjectionSummary['state'], Tone> = {
  open: 'warn',
  dismissed: 'neutral',
  upheld: 'danger',
};

function State({ state, locale }: { state: ObjectionSummary['state']; locale: Locale }) {
  return (
    <StatusTag tone={tones[state]}>{objectionMessages(locale)[`objection_${state}`]}</StatusTag>
  );
}

/** Shows the city's objections, the newest first. */
export function ObjectionList(props: {
  locale: Locale;
  search: ReadFilter<TurnFilter>;
  page: { rows: readonly ObjectionSummary[]; nextCursor: string | null } | undefined;
  /** Whether the user resolves objections. */
  resolver: boolean;
}) {
  const { locale, search, page, resolver } = props;
  const t = objectionMessages(locale);
  return (
    <TurnList
      locale={locale}
      title={t.objections}
      lead={t.objectionsLead}
      path={localePath(locale, paths.city.objections())}
      acts={resolver}
      search={search}
      page={page}
      columns={[
        { key: 'reference', header: t.reference },
        { key: 'organisation', header: t.against, wrap: true },
        { key: 'objector', header: t.objector },
        { key: 'filed', header: t.filed },
        { key: 'state', header: t.state },
      ]}
      rows={({ rows }) =>
        rows.map((row) => ({
          key: row.id,
          href: localePath(locale, paths.city.objection(row.id)),
          cells: {
            reference: row.reference,
            organisation: organisationName(row.organisation, locale),
            objector: row.objectorName,
            filed: <DateTime at={row.createdAt} locale={locale} />,
            state: <State state={row.state} locale={locale} />,
          },
        }))
      }
      empty={<EmptyState title={t.noObjections} body={t.noObjectionsBody} />}
    />
  );
}

type ResolveProps = { objection: ObjectionView; locale: Locale; act: string | undefined };

/**
 * Shows two ways to resolve an objection, each with its own form. Links choose between them, with or without
 * a script.
 */
function Resolve(props: ResolveProps) {
  const { objection, locale, act } = props;
  const t = objectionMessages(locale);
  const upholding = act === 'uphold';
  const path = localePath(locale, paths.city.objection(objection.id));
  return (
    <Card className="space-y-6">
      <LinkTabs
        label={t.resolution}
        tabs={[
          { href: path, label: t.dismiss, current: !upholding },
          { href: `${path}?act=uphold`, label: t.uphold, current: upholding },
        ]}
      />
      <ActionForm
        key={String(upholding)}
        action={upholding ? upholdObjectionAction : dismissObjectionAction}
        locale={locale}
      >
        <p className="measure">{upholding ? t.upholdLead : t.dismissLead}</p>
        <HiddenField name="objectionId" value={objection.id} />
        <TextArea name="resolution" label={t.resolutionReason} rows={5} maxLength={2000} />
        <Checkbox name="noConflict" label={t.noConflict} />
        <SubmitButton variant={upholding ? 'danger' : 'primary'}>
          {upholding ? t.uphold : t.dismiss}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}

function Resolution({ objection, locale }: { objection: ObjectionView; locale: Locale }) {
  return (
    <div className="border-line border-l-4 pl-4">
      <p className="text-muted text-sm">
        {words(objection.resolvedBy)}
        {objection.resolvedAt && (
          <>
            {' · '}
            <DateTime at={objection.resolvedAt} locale={locale} />
          </>
        )}
      </p>
      <p className="measure mt-1 whitespace-pre-wrap">{words(objection.resolution)}</p>
    </div>
  );
}

/** Links to what the objection is about, for those who may see it: approvers do not work on lists. */
function About({ objection: { about }, locale, lists }: { lists: boolean } & ResolveProps) {
  const t = objectionMessages(locale);
  if (about.kind === 'row' && !lists) return <>{t.rowOf(about)}</>;
  const path =
    about.kind === 'case'
      ? paths.city.case(about.id)
      : paths.city.awardRow(about.listId, about.rowId);
  return (
    <Link className="link" href={localePath(locale, path)}>
      {about.kind === 'case' ? about.reference : t.rowOf(about)}
    </Link>
  );
}

/** Shows one objection: its text, the case, and how it was or will be resolved. */
export function ObjectionPage(
  props: ResolveProps & {
    done: string | undefined;
    resolver: boolean;
    /** Whether the user may see lists of awards. */
    lists: boolean;
  },
) {
  const { objection, locale, done, resolver } = props;
  const t = objectionMessages(locale);
  return (
    <PageBody narrow>
      <PageHeader
        title={t.objectionOf({ reference: objection.reference })}
        back={{ href: localePath(locale, paths.city.objections()), label: t.objections }}
        lead={<State state={objection.state} locale={locale} />}
      />
      <Flash text={objectionDoneText(locale, done)} />
      <DescriptionList
        items={[
          { term: t.against, value: organisationName(objection.organisation, locale) },
          {
            term: objection.about.kind === 'case' ? t.case : t.listRow,
            value: <About {...props} />,
          },
          { term: t.amount, value: <Amount fen={objection.amountFen} locale={locale} /> },
          { term: t.objector, value: objection.objectorName },
          { term: t.objectorContactShort, value: objection.objectorContact },
          { term: t.filed, value: <DateTime at={objection.createdAt} locale={locale} /> },
        ]}
      />
      <Section title={t.grounds}>
        <p className="measure whitespace-pre-wrap">{words(objection.grounds)}</p>
      </Section>
      {(objection.state !== 'open' || resolver) && (
        <Section title={t.resolution}>
          {objection.state !== 'open' && <Resolution {...props} />}
          {objection.state === 'open' && !objection.mayResolve && (
            <Callout tone="info" title={t.notYours} />
          )}
          {objection.state === 'open' && objection.mayResolve && <Resolve {...props} />}
        </Section>
      )}
    </PageBody>
  );
}
