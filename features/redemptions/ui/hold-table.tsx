import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { Until } from '@/components/ui/date-time';
import { EmptyState } from '@/components/ui/empty-state';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { Worth } from '@/features/rules/ui/worth';
import { organisationName } from '@/lib/organisation-name';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { releaseHoldAction } from '../actions';
import type { HoldSummary } from '../hold-queries';
import { holdMessages, redemptionMessages } from '../messages';

const tones: Record<HoldSummary['state'], Tone> = {
  open: 'success',
  released: 'neutral',
  expired: 'neutral',
};

type Props = {
  locale: Locale;
  rows: readonly HoldSummary[];
  /** What the user may do with an open hold. */
  offer?: 'release' | 'redeem';
  /** The organisations named in a row: the other side, or both for the city. */
  parties?: readonly ('vendor' | 'holder')[];
  empty?: ReactNode;
};

function Offer({ hold, locale, offer }: { hold: HoldSummary; locale: Locale; offer: string }) {
  if (offer === 'redeem') {
    const t = redemptionMessages(locale);
    return (
      <ButtonLink
        href={localePath(locale, paths.vendor.newRedemption({ hold: hold.id }))}
        variant="secondary"
        size="sm"
      >
        {t.redeem}
        <span className="sr-only"> {words(hold.orderNumber)}</span>
      </ButtonLink>
    );
  }
  const t = holdMessages(locale);
  return (
    <ActionForm action={releaseHoldAction} locale={locale} className="space-y-2">
      <HiddenField name="holdId" value={hold.id} />
      <SubmitButton variant="secondary" size="sm">
        {t.release}
        <span className="sr-only"> {words(hold.orderNumber)}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** Shows the amounts set aside for orders, and how much of each was claimed, redeemed and left open. */
export function HoldTable({ locale, rows, offer, parties = ['vendor'], empty }: Props) {
  const t = holdMessages(locale);
  const open = (hold: HoldSummary) => hold.state === 'open' && hold.openFen > 0n;
  return (
    <Table
      caption={t.holds}
      columns={[
        { key: 'order', header: t.order },
        ...(parties.includes('vendor') ? [{ key: 'vendor', header: t.vendor, wrap: true }] : []),
        ...(parties.includes('holder') ? [{ key: 'holder', header: t.holder, wrap: true }] : []),
        { key: 'held', header: t.held, align: 'right' as const },
        { key: 'claimed', header: t.claimed, align: 'right' as const },
        { key: 'captured', header: t.captured, align: 'right' as const },
        { key: 'open', header: t.open, align: 'right' as const },
        { key: 'expires', header: t.expires },
        offer ? { key: 'offer', header: t.action } : { key: 'state', header: t.state },
      ]}
      rows={rows.map((hold) => ({
        key: hold.id,
        cells: {
          order: hold.orderNumber,
          vendor: organisationName(hold.vendor, locale),
          holder: organisationName(hold.holder, locale),
          held: <Worth fen={hold.amountFen} price={hold.price} locale={locale} />,
          claimed: <Worth fen={hold.claimedFen} price={hold.price} locale={locale} />,
          captured: <Worth fen={hold.capturedFen} price={hold.price} locale={locale} />,
          open: <Worth fen={hold.openFen} price={hold.price} locale={locale} />,
          expires: <Until at={hold.expiresAt} locale={locale} />,
          state: <StatusTag tone={tones[hold.state]}>{t[`state_${hold.state}`]}</StatusTag>,
          offer:
            offer && open(hold) ? (
              <Offer hold={hold} locale={locale} offer={offer} />
            ) : (
              <StatusTag tone={tones[hold.state]}>{t[`state_${hold.state}`]}</StatusTag>
            ),
        },
      }))}
      empty={empty ?? <EmptyState title={t.none} body={t.noneBody} />}
    />
  );
}
