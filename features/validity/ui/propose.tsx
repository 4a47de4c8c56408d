import { Callout } from '@/components/ui/callout';
import { DateField, HiddenField, TextArea, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card, PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { addDays, formatDate, shanghaiDate } from '@/lib/dates';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { proposeExtensionAction, proposeRevocationAction } from '../actions';
import type { ChangeKind } from '../domain/lifecycle';
import { validityMessages, validityRefusals } from '../messages';
import type { VoucherStanding } from '../queries';
import { Effects, StandingFacts } from './standing';

type Props = { standing: VoucherStanding; locale: Locale };

/** Returns why a change cannot be proposed now, in words. */
function obstacleOf({ standing, locale, kind }: Props & { kind: ChangeKind }): string | undefined {
  const t = validityRefusals(locale);
  if (standing.objection === 'term_over') {
    return t.term_over({ on: formatDate(shanghaiDate(standing.validTo), locale) });
  }
  if (standing.objection) return t[standing.objection];
  if (kind === 'revocation') return undefined;
  if (standing.latest === undefined) return t.extension_not_allowed;
  return standing.extended ? t.extended_already : undefined;
}

/** Shows the voucher as it stands, what would happen, and the form that proposes it. */
function Propose(props: Props & { kind: ChangeKind }) {
  const { standing, locale, kind } = props;
  const t = validityMessages(locale);
  const { voucherId, code, validTo, latest } = standing;
  const obstacle = obstacleOf(props);
  const revoking = kind === 'revocation';
  const last = latest && formatDate(latest, locale);
  return (
    <PageBody>
      <PageHeader
        eyebrow={<span className="code">{formatVoucherCode(code)}</span>}
        title={revoking ? t.revoke : t.extend}
        lead={revoking ? t.revokeLead : last && t.extendLead({ on: last })}
        back={{ href: localePath(locale, paths.city.voucher(voucherId)), label: t.voucher }}
      />
      <StandingFacts {...props} />
      {obstacle ? (
        <Callout tone="warn" title={t.notNow}>
          {obstacle}
        </Callout>
      ) : (
        <>
          <Effects {...props} to={null} />
          <Card className="max-w-2xl">
            <ActionForm
              action={revoking ? proposeRevocationAction : proposeExtensionAction}
              locale={locale}
            >
              <HiddenField name="voucherId" value={voucherId} />
              {!revoking && latest && (
                <DateField
                  name="validTo"
                  label={t.newValidTo}
                  min={addDays(shanghaiDate(validTo), 1)}
                  max={latest}
                />
              )}
              <TextField name="ground" label={t.ground} hint={t.groundHint} maxLength={200} />
              <TextArea
                name="reason"
                label={t.reason}
                hint={t.reasonHint}
                rows={4}
                maxLength={1000}
              />
              <SubmitButton variant={revoking ? 'danger' : 'primary'}>
                {revoking ? t.revoke : t.extend}
              </SubmitButton>
            </ActionForm>
          </Card>
        </>
      )}
    </PageBody>
  );
}

/** Shows the page on which a revocation is proposed. */
export const ProposeRevocation = (props: Props) => <Propose {...props} kind="revocation" />;

/** Shows the page on which an extension is proposed. */
export const ProposeExtension = (props: Props) => <Propose {...props} kind="extension" />;
