import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import type { AuditEvent } from '@/features/audit/queries';
import { EventTimeline } from '@/features/audit/ui/event-timeline';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { confirmMandateAction, declineMandateAction, endMandateAction } from '../actions';
import { mandateDoneText, mandateMessages } from '../messages';
import type { MandateDetail } from '../queries';
import { Rights, StandingTag, termItems } from './mandate-parts';

type Props = { mandate: MandateDetail; locale: Locale };

/** Shows what the second administrator can do: confirm exactly what is listed above, or send it back. */
function Decide({ mandate, locale }: Props) {
  const t = mandateMessages(locale);
  if (mandate.mine) return <Callout tone="info" title={t.own} />;
  const agency = organisationName(mandate.agency, locale);
  return (
    <Section title={t.confirmTitle} lead={t.confirmLead({ agency, count: mandate.rights.length })}>
      <TwoAnswers>
        <ActionForm action={confirmMandateAction} locale={locale}>
          <HiddenField name="mandateId" value={mandate.id} />
          <SubmitButton>{t.confirm}</SubmitButton>
        </ActionForm>
        <Decline
          action={declineMandateAction}
          locale={locale}
          scope="decline"
          subject={{ name: 'mandateId', id: mandate.id }}
          reason={{ name: 'answer', label: t.answer }}
          label={t.decline}
        />
      </TwoAnswers>
    </Section>
  );
}

function End({ mandate, locale }: Props) {
  const t = mandateMessages(locale);
  return (
    <Section title={t.endTitle} lead={t.endLead}>
      <Decline
        action={endMandateAction}
        locale={locale}
        scope="end"
        subject={{ name: 'mandateId', id: mandate.id }}
        reason={{ name: 'endReason', label: t.endReason }}
        label={t.end}
      />
    </Section>
  );
}

function About({ mandate, locale }: Props) {
  const t = mandateMessages(locale);
  const step = (term: string, one: MandateDetail['decided']) =>
    one
      ? [
          {
            term,
            value: (
              <>
                {words(one.name)} · <DateTime at={one.at} locale={locale} />
              </>
            ),
          },
        ]
      : [];
  const text = (term: string, value: string | null) =>
    value ? [{ term, value: words(value) }] : [];
  return (
    <DescriptionList
      items={[
        { term: t.agency, value: organisationName(mandate.agency, locale) },
        { term: t.codeTerm, value: <span className="code">{mandate.creditCode}</span> },
        ...termItems(locale, mandate),
        ...step(t.proposedBy, mandate.proposed),
        ...step(t.decidedBy, mandate.decided),
        ...text(t.answer, mandate.answer),
        ...step(t.endedBy, mandate.ended),
        ...text(t.endReason, mandate.endReason),
      ]}
    />
  );
}

/** Shows a mandate with every right in words, what was done under it, and what the reader can do about it. */
export function MandatePage(
  props: Props & {
    page: { rows: AuditEvent[]; nextCursor: string | null };
    cursor: string | undefined;
    mayConfirm: boolean;
    mayEnd: boolean;
    done: string | undefined;
  },
) {
  const { mandate, locale, page, cursor, mayConfirm, mayEnd, done } = props;
  const t = mandateMessages(locale);
  const running = mandate.standing === 'in_force' || mandate.standing === 'coming';
  return (
    <PageBody>
      <PageHeader
        title={organisationName(mandate.agency, locale)}
        eyebrow={t.title}
        back={{ href: localePath(locale, paths.city.mandates()), label: t.title }}
        lead={<StandingTag standing={mandate.standing} locale={locale} />}
      />
      <Flash text={mandateDoneText(locale, done)} />
      <About mandate={mandate} locale={locale} />
      <Section title={t.rights}>
        <Rights rights={mandate.rights} locale={locale} />
      </Section>
      {mandate.standing === 'proposed' && mayConfirm && (
        <Decide mandate={mandate} locale={locale} />
      )}
      <Section id="history" title={t.history}>
        {page.rows.length > 0 ? (
          <EventTimeline events={[...page.rows].reverse()} locale={locale} />
        ) : (
          <EmptyState title={t.historyNone} />
        )}
        <Pager
          locale={locale}
          path={localePath(locale, paths.city.mandate(mandate.id))}
          cursor={cursor}
          nextCursor={page.nextCursor}
          anchor="history"
        />
      </Section>
      {running && mayEnd && <End mandate={mandate} locale={locale} />}
    </PageBody>
  );
}
