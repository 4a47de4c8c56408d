import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { HiddenField, MoneyField, SelectField, TextField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { organisationName } from '@/lib/organisation-name';
import { PauseNotice } from '@/features/pauses/ui/notice';
import { say } from '@/lib/bilingual';
import { WorthField } from '@/features/rules/ui/worth-field';
import { formatUntil } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { authoriseHoldAction } from '../actions';
import type { HoldForm } from '../hold-queries';
import { holdMessages } from '../messages';
import { AmountLimits } from './amount-limits';
import { SharePreview } from './share-preview';
import { worthHint } from './worth-hint';

type Props = { form: HoldForm; locale: Locale };

/** Returns why nothing can be held; undefined if something can. */
function obstacleOf({ form, locale }: Props): string | undefined {
  const t = holdMessages(locale);
  if (form.state === 'frozen') return t.notNow_frozen;
  if (form.state === 'revoked') return t.notNow_revoked;
  if (form.state === 'expired' || form.expired) return t.notNow_expired;
  if (form.pause?.begun) return t.notNow_paused;
  return form.availableFen === 0n ? t.notNow_empty : undefined;
}

/** Shows the form that sets an amount aside for one order at one vendor. */
export function HoldPage(props: Props) {
  const { form, locale } = props;
  const t = holdMessages(locale);
  const back = localePath(locale, paths.startup.voucher(form.voucherId));
  const obstacle = obstacleOf(props);
  return (
    <PageBody narrow>
      <PageHeader
        eyebrow={say(form.programme, locale)}
        title={t.title}
        lead={t.lead}
        back={{ href: back, label: t.back }}
      />
      <PauseNotice pause={form.pause} locale={locale} />
      {obstacle ? (
        <>
          <Callout tone="warn" title={t.notNow}>
            {obstacle}
          </Callout>
          <ButtonLink href={back} variant="secondary">
            {t.back}
          </ButtonLink>
        </>
      ) : (
        <ActionForm action={authoriseHoldAction} locale={locale}>
          <HiddenField name="voucherId" value={form.voucherId} />
          <SelectField
            name="vendorId"
            label={t.vendor}
            hint={t.vendorHint}
            options={form.vendors.map((vendor) => ({
              value: vendor.id,
              label: organisationName(vendor, locale),
            }))}
          />
          <TextField name="orderNumber" label={t.orderNumber} maxLength={60} width="medium" />
          <MoneyField name="orderFen" label={t.orderAmount} />
          <WorthField
            name="amountFen"
            price={form.price}
            locale={locale}
            label={form.price ? t.quantity : t.amount}
            hint={worthHint(form, locale)}
          />
          <AmountLimits
            locale={locale}
            total="orderFen"
            restFen={form.availableFen}
            price={form.price}
            of="voucher"
            percentOfOrder={form.percentOfOrder}
            orders={form.orders}
          />
          <SharePreview locale={locale} total="orderFen" part="amountFen" price={form.price} />
          <p className="text-muted measure">
            {t.until({ days: form.holdDays, on: formatUntil(form.validTo, locale) })}
          </p>
          <SubmitButton>{t.submit}</SubmitButton>
        </ActionForm>
      )}
    </PageBody>
  );
}
