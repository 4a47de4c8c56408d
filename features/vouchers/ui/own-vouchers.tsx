import { Link } from '@/components/ui/link';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { EmptyState } from '@/components/ui/empty-state';
import { PageBody, PageHeader } from '@/components/ui/page';
import { Pager } from '@/components/ui/table';
import { formatWorth } from '@/features/rules/amount';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { voucherMessages } from '../messages';
import type { VoucherPage, VoucherSummary } from '../queries';
import { VoucherTable } from './voucher-table';

/** How many days before a voucher's last day its holder is warned. */
const warningDays = 30;

/** Returns whether the voucher expires soon with money left. */
export const endsSoon = (voucher: VoucherSummary): boolean =>
  !voucher.paused &&
  voucher.daysLeft >= 0 &&
  voucher.daysLeft <= warningDays &&
  voucher.availableFen > 0n;

/** Shows a warning with the vouchers that expire soon with money left. */
export function EndingSoon({ locale, rows }: { locale: Locale; rows: readonly VoucherSummary[] }) {
  const t = voucherMessages(locale);
  return rows.filter(endsSoon).map((voucher) => (
    <Callout key={voucher.id} tone="warn" title={t.endsSoon({ n: voucher.daysLeft })}>
      <Link className="link code" href={localePath(locale, paths.startup.voucher(voucher.id))}>
        {formatVoucherCode(voucher.code)}
      </Link>
      {' · '}
      {t.endsSoonBody({ amount: formatWorth(voucher.availableFen, voucher.price, locale) })}
    </Callout>
  ));
}

/** Shows the start-up's vouchers. Those that expire soon come first. */
export function OwnVouchers(props: {
  locale: Locale;
  page: VoucherPage;
  cursor: string | undefined;
}) {
  const { locale, page, cursor } = props;
  const t = voucherMessages(locale);
  const path = localePath(locale, paths.startup.vouchers());
  return (
    <PageBody>
      <PageHeader title={t.vouchers} lead={t.lead} />
      <div className="space-y-4">
        <EndingSoon locale={locale} rows={page.rows} />
        <VoucherTable
          locale={locale}
          rows={page.rows}
          to="startup"
          empty={
            <EmptyState
              title={t.noneTitle}
              body={t.noneBody}
              action={
                <ButtonLink href={localePath(locale, paths.programmes())}>{t.find}</ButtonLink>
              }
            />
          }
        />
        <Pager locale={locale} path={path} cursor={cursor} nextCursor={page.nextCursor} />
      </div>
    </PageBody>
  );
}
