import { Link } from '@/components/ui/link';
import { Flash } from '@/components/ui/callout';
import { HiddenField, MoneyField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { GetForm } from '@/components/ui/get-form';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Card, Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen, formatYuanPlain, minFen, zeroFen } from '@/lib/money';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import { refuseClaimAction, sendBackClaimAction, verifyClaimAction } from '../actions';
import { claimLifecycle } from '../domain/lifecycle';
import { claimDoneText, claimMessages } from '../messages';
import type { ClaimDetail } from '../queries';
import { trialError, type Trial } from '../trial';
import { Course, Facts, Invoices, Reasons, Worth } from './claim-parts';
import { ClaimTag } from './claim-tag';
import { Evidence } from './evidence';

type Act = 'verify' | 'sendBack' | 'refuse';
type Props = { claim: ClaimDetail; locale: Locale };

/** Works out, as often as wanted, what other accepted costs would give; then verifies with exactly these. */
function Verify({ claim, locale, trial }: Props & { trial: Trial }) {
  const t = claimMessages(locale);
  const path = localePath(locale, paths.city.claim(claim.id));
  const costsFen = claim.costsFen ?? zeroFen;
  const acceptedFen = claim.worth.costsFen;
  const reduced = acceptedFen < costsFen;
  const payable = minFen(claim.worth.amountFen, claim.claimedFen ?? zeroFen);
  const error = trialError(trial, claim.costsFen, locale);
  return (
    <div className="space-y-6">
      <p className="measure">{t.verifyLead}</p>
      <GetForm
        locale={locale}
        action={path}
        {...(trial.typed && { values: { accepted: trial.typed } })}
        {...(error && { errors: { accepted: error } })}
      >
        <MoneyField
          name="accepted"
          label={t.accepted}
          hint={t.tryHint({ amount: formatFen(costsFen) })}
          defaultValue={formatYuanPlain(acceptedFen)}
        />
        <SubmitButton variant="secondary">{t.tryCosts}</SubmitButton>
      </GetForm>
      {!error && payable > 0n && (
        <ActionForm
          key={acceptedFen.toString()}
          action={verifyClaimAction}
          locale={locale}
          scope="verify"
        >
          <HiddenField name="claimId" value={claim.id} />
          <HiddenField name="acceptedFen" value={formatYuanPlain(acceptedFen)} />
          {reduced && (
            <TextArea name="reason" label={t.reductionReason} maxLength={1000} rows={3} />
          )}
          <SubmitButton>{t.verifyAmount({ amount: formatFen(payable) })}</SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}

function SendBack({ claim, locale }: Props) {
  const t = claimMessages(locale);
  return (
    <ActionForm action={sendBackClaimAction} locale={locale} scope="sendBack">
      <p className="measure">{t.sendBackLead}</p>
      <HiddenField name="claimId" value={claim.id} />
      <TextArea name="correction" label={t.correction} maxLength={1000} />
      <SubmitButton>{t.sendBack}</SubmitButton>
    </ActionForm>
  );
}

function Refuse({ claim, locale }: Props) {
  const t = claimMessages(locale);
  return (
    <ActionForm action={refuseClaimAction} locale={locale} scope="refuse">
      <p className="measure">{t.refuseLead}</p>
      <HiddenField name="claimId" value={claim.id} />
      <TextArea name="reason" label={t.reason} maxLength={1000} />
      <SubmitButton variant="danger">{t.refuse}</SubmitButton>
    </ActionForm>
  );
}

/** Shows the three possible decisions, one form at a time. */
function Decide(props: Props & { act: string | undefined; trial: Trial }) {
  const { claim, locale, act } = props;
  const t = claimMessages(locale);
  const mayReturn = claim.correction === null;
  const chosen: Act =
    act === 'refuse' ? 'refuse' : act === 'sendBack' && mayReturn ? 'sendBack' : 'verify';
  const tab = (of: Act, label: string) => ({
    href: localePath(
      locale,
      of === 'verify' ? paths.city.claim(claim.id) : paths.city.claim(claim.id, { act: of }),
    ),
    label,
    current: chosen === of,
  });
  return (
    <Section id="decide" title={t.decide}>
      <Card className="space-y-6">
        <LinkTabs
          label={t.decide}
          tabs={[
            tab('verify', t.verify),
            ...(mayReturn ? [tab('sendBack', t.sendBack)] : []),
            tab('refuse', t.refuse),
          ]}
        />
        {chosen === 'verify' && <Verify {...props} />}
        {chosen === 'sendBack' && <SendBack {...props} />}
        {chosen === 'refuse' && <Refuse {...props} />}
      </Card>
    </Section>
  );
}

/** Shows a claim to the city: what was paid on which invoices, what it is worth by the rules, and the decision. */
export function CityClaim(
  props: Props & {
    done: string | undefined;
    act: string | undefined;
    verifier: boolean;
    trial: Trial;
  },
) {
  const { claim, locale, done, verifier } = props;
  const t = claimMessages(locale);
  return (
    <PageBody>
      <PageHeader
        eyebrow={`${t.claim} ${claim.reference ?? ''}`}
        title={organisationName(claim.holder, locale)}
        back={{ href: localePath(locale, paths.city.claims()), label: t.claims }}
        lead={<ClaimTag state={claim.state} locale={locale} />}
      />
      <Flash text={claimDoneText(locale, done)} />
      <Columns
        aside={
          <>
            <Facts {...props} />
            <p>
              <Link className="link" href={localePath(locale, paths.city.voucher(claim.voucherId))}>
                {t.seeVoucher}
              </Link>
            </p>
            <Course {...props} />
          </>
        }
      >
        <Reasons {...props} />
        <Section id="invoices" title={t.invoices}>
          <Invoices {...props} open={false} />
        </Section>
        <Evidence {...props} open={false} />
        <Worth {...props} />
        {verifier && claimLifecycle.can(claim.state, 'verify') && <Decide {...props} />}
      </Columns>
    </PageBody>
  );
}
