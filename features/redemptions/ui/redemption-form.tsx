import { EmptyState } from '@/components/ui/empty-state';
import {
  DateField,
  HiddenField,
  MoneyField,
  NumberField,
  SelectField,
  TextField,
} from '@/components/ui/fields';
import { FileField } from '@/components/ui/file-field';
import { ActionForm } from '@/components/ui/form';
import { DescriptionList } from '@/components/ui/description-list';
import { Amount } from '@/components/ui/money';
import { Columns, PageBody, PageHeader, Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { organisationName } from '@/lib/organisation-name';
import { say } from '@/lib/bilingual';
import { Worth } from '@/features/rules/ui/worth';
import { WorthField } from '@/features/rules/ui/worth-field';
import { valueNames } from '@/features/rules/value-messages';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { submitRedemptionAction } from '../actions';
import type { HoldPage, OpenHold } from '../hold-queries';
import { chips, furtherEvidence } from '../input';
import { chipNames, holdMessages, redemptionMessages, vendorHomeMessages } from '../messages';
import { HoldTable } from './hold-table';
import { AmountLimits } from './amount-limits';
import { SharePreview } from './share-preview';
import { worthHint } from './worth-hint';

function Form(props: { hold: OpenHold; locale: Locale }) {
  const { hold, locale } = props;
  const t = redemptionMessages(locale);
  const names = chipNames(locale);
  const papers = valueNames(locale);
  return (
    <ActionForm action={submitRedemptionAction} locale={locale}>
      <HiddenField name="holdId" value={hold.id} />
      <TextField
        name="invoiceNumber"
        label={t.invoiceNumber}
        hint={t.invoiceNumberHint}
        maxLength={40}
        width="medium"
      />
      <TextField
        name="invoiceCode"
        label={t.invoiceCode}
        hint={t.invoiceCodeHint}
        maxLength={20}
        width="short"
        optional
      />
      <MoneyField name="invoiceFen" label={t.invoice} />
      <WorthField
        name="subsidyFen"
        price={hold.price}
        locale={locale}
        label={hold.price ? t.quantity : t.subsidy}
        hint={worthHint(hold, locale)}
      />
      <AmountLimits
        locale={locale}
        total="invoiceFen"
        restFen={hold.openFen}
        price={hold.price}
        of="hold"
        percentOfOrder={hold.percentOfOrder}
      />
      <SharePreview locale={locale} total="invoiceFen" part="subsidyFen" price={hold.price} />
      <NumberField name="cardHours" label={t.cardHours} width="short" />
      <SelectField
        name="chip"
        label={t.chip}
        width="short"
        options={chips.map((chip) => ({ value: chip, label: names[chip] }))}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <DateField name="servedFrom" label={t.servedFrom} />
        <DateField name="servedTo" label={t.servedTo} />
      </div>
      <FileField name="invoiceFile" label={t.invoiceFile} />
      {furtherEvidence
        .filter((code) => code === 'usage' || hold.evidence.includes(code))
        .map((code) => (
          <FileField
            key={code}
            name={`${code}File`}
            label={papers[`paper_${code}`]}
            optional={!hold.evidence.includes(code)}
          />
        ))}
      <SubmitButton>{t.submit}</SubmitButton>
    </ActionForm>
  );
}

/** Shows the vendor the form that claims its part of one order, with the invoice. */
export function NewRedemption(props: { locale: Locale; hold: OpenHold }) {
  const { locale, hold } = props;
  const t = redemptionMessages(locale);
  const h = holdMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.newTitle}
        lead={t.newLead}
        back={{
          href: localePath(locale, paths.vendor.home()),
          label: vendorHomeMessages(locale).title,
        }}
      />
      <Columns
        aside={
          <DescriptionList
            items={[
              { term: t.holder, value: organisationName(hold.holder, locale) },
              { term: t.city, value: say(hold.cityName, locale) },
              { term: t.order, value: hold.orderNumber },
              { term: t.orderAmount, value: <Amount fen={hold.orderFen} locale={locale} /> },
              {
                term: t.holdAmount,
                value: <Worth fen={hold.amountFen} price={hold.price} locale={locale} />,
              },
              {
                term: h.open,
                value: (
                  <strong>
                    <Worth fen={hold.openFen} price={hold.price} locale={locale} />
                  </strong>
                ),
              },
            ]}
          />
        }
      >
        <Form {...props} />
      </Columns>
    </PageBody>
  );
}

/** Shows the vendor the open holds, so that it can choose the order of a new claim. */
export function ChooseHold({ locale, page }: { locale: Locale; page: HoldPage }) {
  const t = redemptionMessages(locale);
  const v = vendorHomeMessages(locale);
  return (
    <PageBody>
      <PageHeader
        title={t.newTitle}
        lead={t.newLead}
        back={{ href: localePath(locale, paths.vendor.home()), label: v.title }}
      />
      <Section title={t.chooseHold}>
        <HoldTable
          locale={locale}
          rows={page.rows}
          offer="redeem"
          parties={['holder']}
          empty={<EmptyState title={v.noHolds} body={v.noHoldsBody} />}
        />
      </Section>
    </PageBody>
  );
}
