import { DescriptionList } from '@/components/ui/description-list';
import { Section } from '@/components/ui/page';
import { formatUnitPrice } from '@/features/rules/amount';
import { Worth } from '@/features/rules/ui/worth';
import type { Locale } from '@/lib/locale';
import { voucherMessages } from '../messages';
import type { VoucherSummary } from '../queries';

/** Shows the balance of a voucher that counts another unit than yuan: each quantity with its value, and the price. */
export function UnitBalance({ voucher, locale }: { voucher: VoucherSummary; locale: Locale }) {
  const { price } = voucher;
  if (!price) return null;
  const t = voucherMessages(locale);
  const amounts = [
    [t.faceValue, voucher.faceValueFen],
    [t.available, voucher.availableFen],
    [t.unitHeld, voucher.heldFen],
    [t.unitUsed, voucher.usedFen],
    [t.unitReturned, voucher.returnedFen],
  ] as const;
  return (
    <Section title={t.unitBalance} lead={t.unitLead({ price: formatUnitPrice(price, locale) })}>
      <DescriptionList
        items={amounts.map(([term, fen]) => ({
          term,
          value: <Worth fen={fen} price={price} locale={locale} />,
        }))}
      />
    </Section>
  );
}
