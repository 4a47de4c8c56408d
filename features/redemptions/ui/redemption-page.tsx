import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { Callout, Flash } from '@/components/ui/callout';
import { HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Card, Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatUntil } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import {
  confirmRedemptionAction,
  disputeRedemptionAction,
  rejectRedemptionAction,
  verifyRedemptionAction,
} from '../actions';
import { redemptionLifecycle } from '../domain/lifecycle';
import { redemptionDoneText, redemptionMessages } from '../messages';
import type { RedemptionDetail } from '../queries';
import { Amounts, Course, Evidence, Facts, Reasons } from './redemption-parts';
import { RedemptionTag } from './redemption-tag';

type Props = { redemption: RedemptionDetail; locale: Locale };
type Shown = Props & { done: string | undefined };
type Choosing = Props & { act: string | undefined };

/** Shows what all readers of a redemption see. What the user can do (`children`) follows the amounts. */
function Frame(
  props: Shown & { back: { href: string; label: string }; aside?: ReactNode; children?: ReactNode },
) {
  const { redemption, locale, done, back, aside, children } = props;
  const t = redemptionMessages(locale);
  return (
    <PageBody>
      <PageHeader
        eyebrow={t.redemption}
        title={redemption.reference}
        back={back}
        lead={<RedemptionTag state={redemption.state} locale={locale} />}
      />
      <Flash text={redemptionDoneText(locale, done)} />
      <Columns
        aside={
          <>
            {aside}
            <Course {...props} />
          </>
        }
      >
        <Reasons {...props} />
        <Amounts {...props} />
        {children}
        <Facts {...props} />
        <Evidence {...props} />
      </Columns>
    </PageBody>
  );
}

/** Shows the two answers that a start-up can give, one form at a time. */
function Answer({ redemption, locale, act }: Choosing) {
  const t = redemptionMessages(locale);
  const path = localePath(locale, paths.startup.redemption(redemption.id));
  const mayDispute = redemptionLifecycle.can(redemption.state, 'dispute');
  const disputing = act === 'dispute' && mayDispute;
  const confirm = redemption.state === 'disputed' ? t.confirmAfter : t.confirm;
  return (
    <Section title={t.answer} lead={t.answerLead}>
      <Card className="space-y-6">
        {redemption.state === 'submitted' && redemption.silenceUntil && (
          <Callout
            tone="warn"
            title={t.silence({ on: formatUntil(redemption.silenceUntil, locale) })}
          />
        )}
        {mayDispute && (
          <LinkTabs
            label={t.answer}
            tabs={[
              { href: path, label: t.confirm, current: !disputing },
              { href: `${path}?act=dispute`, label: t.dispute, current: disputing },
            ]}
          />
        )}
        <ActionForm
          key={String(disputing)}
          action={disputing ? disputeRedemptionAction : confirmRedemptionAction}
          locale={locale}
        >
          <HiddenField name="redemptionId" value={redemption.id} />
          {disputing && (
            <TextArea name="reason" label={t.reason} hint={t.disputeLead} maxLength={1000} />
          )}
          <SubmitButton variant={disputing ? 'danger' : 'primary'}>
            {disputing ? t.dispute : confirm}
          </SubmitButton>
        </ActionForm>
      </Card>
    </Section>
  );
}

/** Shows the start-up what a vendor claims, and asks for an answer. */
export function StartupRedemption(props: Shown & Choosing & { owner: boolean }) {
  const { redemption, locale, owner } = props;
  const t = redemptionMessages(locale);
  const open = redemptionLifecycle.can(redemption.state, 'confirm');
  return (
    <Frame
      {...props}
      back={{
        href: localePath(locale, paths.startup.voucher(redemption.voucherId)),
        label: t.seeVoucher,
      }}
    >
      {open && owner && <Answer {...props} />}
      {open && !owner && <Callout tone="info" title={t.ownerOnly} />}
    </Frame>
  );
}

/** Shows the vendor the state of its claim. */
export function VendorRedemption(props: Shown) {
  const { locale } = props;
  const t = redemptionMessages(locale);
  return (
    <Frame
      {...props}
      back={{ href: localePath(locale, paths.vendor.redemptions()), label: t.redemptions }}
    />
  );
}

/** Shows what the portal has checked, and what it waits for. */
function Checks({ redemption, locale }: Props) {
  const t = redemptionMessages(locale);
  const confirmed = redemption.confirmedAt !== null;
  const disputed = redemption.state === 'disputed';
  const awaited = disputed ? t.check_disputed : t.check_notConfirmed;
  return (
    <Section title={t.checks}>
      <ul className="space-y-2">
        {[t.check_invoice, t.check_hold, t.check_share].map((text) => (
          <li key={text} className="flex flex-wrap items-baseline gap-x-3">
            <StatusTag tone="success">{t.ok}</StatusTag>
            {text}
          </li>
        ))}
        <li className="flex flex-wrap items-baseline gap-x-3">
          {confirmed ? (
            <>
              <StatusTag tone="success">{t.ok}</StatusTag>
              {redemption.silent ? t.check_silent : t.check_confirmed}
            </>
          ) : (
            <StatusTag tone={disputed ? 'warn' : 'info'}>{awaited}</StatusTag>
          )}
        </li>
      </ul>
    </Section>
  );
}

function Verdict({ redemption, locale, act }: Choosing) {
  const t = redemptionMessages(locale);
  const path = localePath(locale, paths.city.redemption(redemption.id));
  const mayVerify = redemptionLifecycle.can(redemption.state, 'verify');
  const rejecting = act === 'reject' || !mayVerify;
  return (
    <Section title={t.decide}>
      <Card className="space-y-6">
        {mayVerify && (
          <LinkTabs
            label={t.decide}
            tabs={[
              { href: path, label: t.verify, current: !rejecting },
              { href: `${path}?act=reject`, label: t.reject, current: rejecting },
            ]}
          />
        )}
        <ActionForm
          key={String(rejecting)}
          action={rejecting ? rejectRedemptionAction : verifyRedemptionAction}
          locale={locale}
        >
          <p className="measure">{rejecting ? t.rejectLead : t.verifyLead}</p>
          <HiddenField name="redemptionId" value={redemption.id} />
          {rejecting && <TextArea name="reason" label={t.reason} maxLength={1000} />}
          <SubmitButton variant={rejecting ? 'danger' : 'primary'}>
            {rejecting ? t.reject : t.verify}
          </SubmitButton>
        </ActionForm>
      </Card>
    </Section>
  );
}

/** Shows the city the claim with its evidence, what is already checked, and the decision. */
export function CityRedemption(
  props: Shown & Choosing & { verifier: boolean; mayRecover: boolean; children?: ReactNode },
) {
  const { redemption, locale, verifier, mayRecover } = props;
  const t = redemptionMessages(locale);
  const open = redemptionLifecycle.can(redemption.state, 'reject');
  const entry = redemption.captureEntryId ?? undefined;
  const recover = paths.city.recover(redemption.voucherId, { entry });
  return (
    <Frame
      {...props}
      back={{ href: localePath(locale, paths.city.redemptions()), label: t.redemptions }}
      aside={
        <>
          <p>
            <Link
              className="link"
              href={localePath(locale, paths.city.voucher(redemption.voucherId))}
            >
              {t.seeVoucher}
            </Link>
          </p>
          {mayRecover && redemptionLifecycle.can(redemption.state, 'reverse') && (
            <p>
              <Link className="link" href={localePath(locale, recover)}>
                {t.recover}
              </Link>
            </p>
          )}
        </>
      }
    >
      {open && <Checks {...props} />}
      {open && verifier && <Verdict {...props} />}
      {props.children}
    </Frame>
  );
}
