import { Link } from '@/components/ui/link';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout, Flash } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Card as Panel, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { Pager } from '@/components/ui/table';
import { EntryTable } from '@/features/ledger/ui/entry-table';
import { organisationName } from '@/lib/organisation-name';
import { say } from '@/lib/bilingual';
import { claimDoneText } from '@/features/claims/messages';
import { CityClaims, OwnClaims } from '@/features/claims/ui/voucher-claims';
import { redemptionDoneText } from '@/features/redemptions/messages';
import { HoldTable } from '@/features/redemptions/ui/hold-table';
import { RedemptionTable } from '@/features/redemptions/ui/redemption-table';
import { formatWorth } from '@/features/rules/amount';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { freezeVoucherAction, unfreezeVoucherAction } from '../actions';
import { voucherDoneText, voucherMessages } from '../messages';
import type { VoucherDetail } from '../queries';
import { endsSoon } from './own-vouchers';
import { UnitBalance } from './unit-balance';
import { Card, VoucherStatusTag } from './voucher-parts';
import { CopyCode, Uses } from './voucher-uses';

type Props = { voucher: VoucherDetail; locale: Locale };

/** Shows the most important notes for the holder. */
function Notes({ voucher, locale }: Props) {
  const t = voucherMessages(locale);
  if (voucher.status === 'frozen') {
    return (
      <Callout tone="warn" title={t.frozenTitle}>
        {voucher.frozenReason}
      </Callout>
    );
  }
  if (voucher.status === 'expired') {
    return (
      <Callout tone="neutral" title={t.expiredTitle}>
        {t.expiredBody({ amount: formatWorth(voucher.returnedFen, voucher.price, locale) })}
      </Callout>
    );
  }
  if (voucher.payout === 'at_once') {
    return (
      <Callout
        tone="info"
        title={voucher.mode === 'automatic' ? t.automaticBody : t.deferredBody}
      />
    );
  }
  if (voucher.payout === 'claims' && !endsSoon(voucher)) {
    return voucher.availableFen > 0n && <Callout tone="info" title={t.claimsBody} />;
  }
  if (!endsSoon(voucher)) return null;
  return (
    <Callout tone="warn" title={t.endsSoon({ n: voucher.daysLeft })}>
      {t.endsSoonBody({ amount: formatWorth(voucher.availableFen, voucher.price, locale) })}
    </Callout>
  );
}

/** Shows every movement of the voucher's money, page by page. */
function Movements({ voucher, locale, path }: Props & { path: string }) {
  const t = voucherMessages(locale);
  const { rows, nextCursor } = voucher.entries;
  return (
    <Section id="history" title={t.history} lead={t.historyLead}>
      <EntryTable locale={locale} entries={rows} />
      <Pager
        locale={locale}
        path={path}
        name="entries"
        anchor="history"
        cursor={voucher.entriesFrom}
        nextCursor={nextCursor}
      />
    </Section>
  );
}

/** Returns the source of the voucher as an item of the facts, for its holder. */
function originItem({ origin }: VoucherDetail, locale: Locale) {
  const t = voucherMessages(locale);
  if (origin.kind === 'award') return { term: t.awardedFor, value: origin.awardedFor };
  const href = localePath(locale, paths.startup.status(origin.id));
  return {
    term: t.application,
    value: (
      <Link className="link" href={href}>
        {origin.reference}
      </Link>
    ),
  };
}

/** Shows a link from a voucher to the case or the list that it comes from. */
function ToOrigin({ voucher: { origin }, locale }: Props) {
  const t = voucherMessages(locale);
  const to =
    origin.kind === 'application'
      ? { path: paths.city.case(origin.id), text: `${t.seeCase} ${origin.reference}` }
      : origin.list && {
          path: paths.city.awardList(origin.list.id),
          text: `${t.seeList} ${origin.list.reference}`,
        };
  return (
    to && (
      <ButtonLink variant="secondary" size="sm" href={localePath(locale, to.path)}>
        {to.text}
      </ButtonLink>
    )
  );
}

/** Shows a voucher to its holder: the card, its holds and redemptions, and every movement of its money. */
export function OwnVoucher(
  props: Props & {
    owner: boolean;
    writer: boolean;
    done: string | undefined;
    /** What the city decided on its validity. */
    changes: ReactNode;
    certificate: ReactNode;
    /** Whether a certificate was issued, which can be kept as PDF. */
    certified: boolean;
    children?: ReactNode;
  },
) {
  const { voucher, locale, owner, writer, done, certificate } = props;
  const t = voucherMessages(locale);
  const path = localePath(locale, paths.startup.voucher(voucher.id));
  const deduct = voucher.payout === 'vendor';
  const left =
    voucher.availableFen > 0n && (voucher.status === 'unused' || voucher.status === 'partly_used');
  const usable = deduct && left;
  return (
    <PageBody>
      <PageHeader
        eyebrow={say(voucher.city, locale)}
        title={say(voucher.programme, locale)}
        back={{ href: localePath(locale, paths.startup.vouchers()), label: t.vouchers }}
        actions={
          usable &&
          owner && (
            <ButtonLink href={localePath(locale, paths.startup.hold(voucher.id))}>
              {t.hold}
            </ButtonLink>
          )
        }
      />
      <Flash
        text={
          redemptionDoneText(locale, done) ??
          claimDoneText(locale, done) ??
          voucherDoneText(locale, done)
        }
      />
      {props.changes}
      <Notes {...props} />
      <Card {...props} codeAction={<CopyCode {...props} />} />
      <Uses voucher={voucher} locale={locale} certified={props.certified} />
      <UnitBalance voucher={voucher} locale={locale} />
      {certificate}
      {voucher.payout === 'claims' && (
        <OwnClaims
          locale={locale}
          voucherId={voucher.id}
          page={voucher.claims}
          validTo={voucher.validTo}
          mayClaim={writer && left}
          partialUse={voucher.partialUse}
        />
      )}
      {deduct && (
        <Section title={t.holds} lead={usable && t.holdLead}>
          <HoldTable
            locale={locale}
            rows={voucher.holds.rows}
            {...(owner && { offer: 'release' as const })}
          />
        </Section>
      )}
      {deduct && (
        <Section title={t.redemptions}>
          <RedemptionTable
            locale={locale}
            rows={voucher.redemptions.rows}
            path={paths.startup.redemption}
            parties={['vendor']}
            empty={<EmptyState title={t.noRedemptions} />}
          />
        </Section>
      )}
      {props.children}
      <Movements {...props} path={path} />
      <Section title={t.origin}>
        <DescriptionList
          items={[
            originItem(voucher, locale),
            { term: t.issuedAt, value: <DateTime at={voucher.issuedAt} locale={locale} /> },
          ]}
        />
      </Section>
    </PageBody>
  );
}

/** Shows the forms to freeze or unfreeze the voucher; the reason is recorded. */
function Oversight({ voucher, locale }: Props): ReactNode {
  const t = voucherMessages(locale);
  if (voucher.state !== 'active' && voucher.state !== 'frozen') return null;
  const frozen = voucher.state === 'frozen';
  return (
    <Section title={frozen ? t.unfreeze : t.freeze}>
      <Panel className="max-w-2xl">
        <ActionForm
          key={voucher.state}
          action={frozen ? unfreezeVoucherAction : freezeVoucherAction}
          locale={locale}
        >
          <p className="measure">{frozen ? t.unfreezeLead : t.freezeLead}</p>
          <HiddenField name="voucherId" value={voucher.id} />
          {!frozen && <TextArea name="reason" label={t.reason} rows={3} maxLength={500} />}
          <SubmitButton variant={frozen ? 'primary' : 'danger'}>
            {frozen ? t.unfreeze : t.freeze}
          </SubmitButton>
        </ActionForm>
      </Panel>
    </Section>
  );
}

/** Shows a voucher to the city: the same facts, the case it comes from, and the form to freeze it. */
export function CityVoucher(
  props: Props & {
    mayFreeze: boolean;
    mayRecover: boolean;
    done: string | undefined;
    /** What is announced about its programme. */
    notice: ReactNode;
    children?: ReactNode;
  },
) {
  const { voucher, locale, mayFreeze, done } = props;
  const t = voucherMessages(locale);
  const path = localePath(locale, paths.city.voucher(voucher.id));
  return (
    <PageBody>
      <PageHeader
        eyebrow={<span className="code">{formatVoucherCode(voucher.code)}</span>}
        title={organisationName(voucher.holder, locale)}
        back={{ href: localePath(locale, paths.city.vouchers()), label: t.vouchers }}
        lead={<VoucherStatusTag status={voucher.status} locale={locale} />}
        actions={
          <>
            <ToOrigin {...props} />
            {props.mayRecover && voucher.usedFen > 0n && (
              <ButtonLink
                variant="secondary"
                size="sm"
                href={localePath(locale, paths.city.recover(voucher.id))}
              >
                {t.recover}
              </ButtonLink>
            )}
          </>
        }
      />
      <Flash text={voucherDoneText(locale, done)} />
      {props.notice}
      {voucher.status === 'frozen' && (
        <Callout tone="warn" title={t.frozenTitle}>
          {voucher.frozenReason}
        </Callout>
      )}
      <Card {...props} />
      <UnitBalance voucher={voucher} locale={locale} />
      {voucher.payout === 'claims' && <CityClaims locale={locale} page={voucher.claims} />}
      {voucher.payout === 'vendor' && (
        <>
          <Section title={t.holds}>
            <HoldTable locale={locale} rows={voucher.holds.rows} />
          </Section>
          <Section title={t.redemptions}>
            <RedemptionTable
              locale={locale}
              rows={voucher.redemptions.rows}
              path={paths.city.redemption}
              parties={['vendor']}
              empty={<EmptyState title={t.noRedemptions} />}
            />
          </Section>
        </>
      )}
      <Movements {...props} path={path} />
      {props.children}
      {mayFreeze && <Oversight {...props} />}
    </PageBody>
  );
}
