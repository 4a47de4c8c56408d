import { Link } from '@/components/ui/link';
import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Checkbox, HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Amount } from '@/components/ui/money';
import { Card, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { DocumentLink } from '@/features/documents/ui/document-link';
import { organisationName } from '@/lib/organisation-name';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { dismissAppealAction, grantAppealAction } from '../actions';
import { appealDoneText, appealMessages } from '../messages';
import type { AppealView } from '../queries';
import { AppealTag, Due } from './appeal-list';

type Props = {
  appeal: AppealView;
  locale: Locale;
  act: string | undefined;
};

/**
 * Shows the two possible decisions, each with its own form. The links choose between them, with or without a script.
 */
function Decide({ appeal, locale, act }: Props) {
  const t = appealMessages(locale);
  const granting = act === 'grant';
  const path = localePath(locale, paths.city.appeal(appeal.id));
  return (
    <Card className="space-y-6">
      <LinkTabs
        label={t.decision}
        tabs={[
          { href: path, label: t.dismiss, current: !granting },
          { href: `${path}?act=grant`, label: t.grant, current: granting },
        ]}
      />
      <ActionForm
        key={String(granting)}
        action={granting ? grantAppealAction : dismissAppealAction}
        locale={locale}
      >
        <p className="measure">{granting ? t.grantLead : t.dismissLead}</p>
        {granting && (
          <p className="text-muted measure">{t.freeNote({ amount: formatFen(appeal.freeFen) })}</p>
        )}
        <HiddenField name="appealId" value={appeal.id} />
        <HiddenField name="unprintable" value="" />
        <TextArea name="decision" label={t.decisionReason} rows={5} maxLength={2000} />
        <Checkbox name="noConflict" label={t.noConflict} />
        <SubmitButton variant={granting ? 'primary' : 'danger'}>
          {granting ? t.grant : t.dismiss}
        </SubmitButton>
      </ActionForm>
    </Card>
  );
}

function Decision({ appeal, locale }: Pick<Props, 'appeal' | 'locale'>) {
  return (
    <div className="border-line border-l-4 pl-4">
      <p className="text-muted text-sm">
        {words(appeal.decidedBy)}
        {appeal.decidedAt && (
          <>
            {' · '}
            <DateTime at={appeal.decidedAt} locale={locale} />
          </>
        )}
      </p>
      <p className="measure mt-1 whitespace-pre-wrap">{words(appeal.decision)}</p>
    </div>
  );
}

function Refusal({ appeal, locale }: Pick<Props, 'appeal' | 'locale'>) {
  const t = appealMessages(locale);
  return (
    <Section title={t.refusal}>
      <DescriptionList
        items={[
          { term: t.refusedAt, value: <DateTime at={appeal.refusedAt} locale={locale} /> },
          ...(appeal.assessedFen === null
            ? []
            : [{ term: t.assessed, value: <Amount fen={appeal.assessedFen} locale={locale} /> }]),
          {
            term: t.reason,
            value: <span className="whitespace-pre-wrap">{words(appeal.refusalReason)}</span>,
          },
        ]}
      />
    </Section>
  );
}

/** Shows one appeal: against which refusal, for which reasons, and its decision. */
export function AppealPage(props: Props & { done: string | undefined; decider: boolean }) {
  const { appeal, locale, done, decider } = props;
  const t = appealMessages(locale);
  const open = appeal.state === 'open';
  return (
    <PageBody narrow>
      <PageHeader
        title={t.appealOf({ reference: appeal.reference })}
        back={{ href: localePath(locale, paths.city.appeals()), label: t.appeals }}
        lead={<AppealTag state={appeal.state} locale={locale} />}
      />
      <Flash text={appealDoneText(locale, done)} />
      <DescriptionList
        items={[
          { term: t.organisation, value: organisationName(appeal.organisation, locale) },
          {
            term: t.case,
            value: (
              <Link
                className="link"
                href={localePath(locale, paths.city.case(appeal.applicationId))}
              >
                {appeal.caseReference}
              </Link>
            ),
          },
          { term: t.filed, value: <DateTime at={appeal.filedAt} locale={locale} /> },
          { term: t.due, value: <Due appeal={appeal} now={appeal.now} locale={locale} /> },
        ]}
      />
      <Refusal appeal={appeal} locale={locale} />
      <Section title={t.grounds}>
        <p className="measure whitespace-pre-wrap">{words(appeal.grounds)}</p>
        {appeal.evidence.length > 0 && (
          <ul className="space-y-1">
            {appeal.evidence.map((document) => (
              <li key={document.id}>
                <DocumentLink document={document} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {(!open || decider) && (
        <Section title={t.decision}>
          {!open && <Decision appeal={appeal} locale={locale} />}
          {open && !appeal.mayDecide && <Callout tone="info" title={t.notYours} />}
          {open && appeal.mayDecide && <Decide {...props} />}
        </Section>
      )}
    </PageBody>
  );
}
