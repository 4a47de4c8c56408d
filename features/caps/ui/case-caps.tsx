import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { Decline, TwoAnswers } from '@/components/ui/decline';
import { DescriptionList } from '@/components/ui/description-list';
import { HiddenField, TextField } from '@/components/ui/fields';
import { FileField } from '@/components/ui/file-field';
import { ActionForm } from '@/components/ui/form';
import { Card, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { formatWorth } from '@/features/rules/amount';
import { Worth } from '@/features/rules/ui/worth';
import { WorthField } from '@/features/rules/ui/worth-field';
import type { Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { declineCapAction, proposeCapAction, releaseCapAction } from '../actions';
import { capMessages } from '../messages';
import type { CapDecision, CaseCaps } from '../queries';

type Localised = { locale: Locale };

function Propose({ caps, locale }: Localised & { caps: CaseCaps }) {
  const t = capMessages(locale);
  return (
    <ActionForm action={proposeCapAction} locale={locale}>
      <HiddenField name="applicationId" value={caps.applicationId} />
      <WorthField name="capFen" price={caps.price} locale={locale} label={t.cap} />
      <TextField name="basis" label={t.basis} hint={t.basisHint} maxLength={200} />
      <FileField name="document" label={t.document} />
      <SubmitButton variant="secondary">{t.propose}</SubmitButton>
    </ActionForm>
  );
}

function Decide({ decision, locale }: Localised & { decision: CapDecision }) {
  const t = capMessages(locale);
  if (!decision.mayDecide) return <p className="text-muted">{t.approverOnly}</p>;
  if (decision.mine) return <Callout tone="info" title={t.own} />;
  return (
    <TwoAnswers>
      <ActionForm action={releaseCapAction} locale={locale}>
        <HiddenField name="decisionId" value={decision.id} />
        <SubmitButton>{t.release}</SubmitButton>
      </ActionForm>
      <Decline
        action={declineCapAction}
        locale={locale}
        scope={decision.id.slice(-8)}
        subject={{ name: 'decisionId', id: decision.id }}
        reason={{ name: 'answer', label: t.declineReason }}
        label={t.decline}
      />
    </TwoAnswers>
  );
}

function DecisionCard(props: Localised & { decision: CapDecision; price: CaseCaps['price'] }) {
  const { decision, price, locale } = props;
  const t = capMessages(locale);
  const { beforeFen, afterFen, decidedAt, decidedBy, answer, document } = decision;
  const by = (name: string, at: Date) => (
    <>
      {words(name)} · <DateTime at={at} locale={locale} />
    </>
  );
  return (
    <Card className="space-y-4">
      <DescriptionList
        items={[
          { term: t.state, value: t[decision.state] },
          { term: t.cap, value: <Worth fen={decision.capFen} price={price} locale={locale} /> },
          { term: t.basis, value: words(decision.basis) },
          {
            term: t.document,
            value: (
              <a className="link break-all" href={paths.api.document(document.id)}>
                {document.fileName}
              </a>
            ),
          },
          ...(beforeFen !== null && afterFen !== null
            ? [
                {
                  term: t.effect,
                  value: t.effectText({
                    before: formatWorth(beforeFen, price, locale),
                    after: formatWorth(afterFen, price, locale),
                  }),
                },
              ]
            : []),
          { term: t.proposedBy, value: by(decision.proposedBy, decision.proposedAt) },
          ...(decidedAt ? [{ term: t.decidedBy, value: by(decidedBy ?? '', decidedAt) }] : []),
          ...(answer ? [{ term: t.declineReason, value: words(answer) }] : []),
        ]}
      />
      {decision.state === 'proposed' && <Decide decision={decision} locale={locale} />}
    </Card>
  );
}

/** Shows the decisions on a higher cap for a case, and the form for one where it may be proposed. */
export function CaseCapsSection({ caps, locale }: Localised & { caps: CaseCaps }) {
  const t = capMessages(locale);
  if (!caps.mayPropose && caps.decisions.length === 0) return null;
  return (
    <Section
      id="cap"
      title={t.title}
      lead={t.lead({ cap: formatWorth(caps.capFen, caps.price, locale) })}
    >
      {caps.decisions.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} price={caps.price} locale={locale} />
      ))}
      {caps.mayPropose && <Propose caps={caps} locale={locale} />}
    </Section>
  );
}
