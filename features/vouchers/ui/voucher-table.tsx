import type { ReactNode } from 'react';
import { Until } from '@/components/ui/date-time';
import { Table } from '@/components/ui/table';
import { Worth } from '@/features/rules/ui/worth';
import { organisationName } from '@/lib/organisation-name';
import { say } from '@/lib/bilingual';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { voucherMessages } from '../messages';
import type { VoucherSummary } from '../queries';
import { VoucherStatusTag } from './voucher-parts';
import { paths } from '@/lib/paths';

/** Shows a table of vouchers: with the city for a start-up, with the holder for a city. */
export function VoucherTable(props: {
  locale: Locale;
  rows: readonly VoucherSummary[];
  to: 'startup' | 'city';
  empty: ReactNode;
}) {
  const { locale, rows, to, empty } = props;
  const t = voucherMessages(locale);
  return (
    <Table
      caption={t.vouchers}
      columns={[
        { key: 'code', header: t.code },
        to === 'city'
          ? { key: 'holder', header: t.holder, wrap: true }
          : { key: 'programme', header: t.programme, wrap: true },
        { key: 'face', header: t.faceValue, align: 'right' },
        { key: 'available', header: t.available, align: 'right' },
        { key: 'state', header: t.state },
        { key: 'validTo', header: t.validTo },
      ]}
      rows={rows.map((voucher) => ({
        key: voucher.id,
        href: localePath(locale, paths[to].voucher(voucher.id)),
        cells: {
          code: <span className="code">{formatVoucherCode(voucher.code)}</span>,
          holder: organisationName(voucher.holder, locale),
          programme: say(voucher.programme, locale),
          face: <Worth fen={voucher.faceValueFen} price={voucher.price} locale={locale} />,
          available: <Worth fen={voucher.availableFen} price={voucher.price} locale={locale} />,
          state: <VoucherStatusTag status={voucher.status} locale={locale} />,
          validTo: <Until at={voucher.validTo} locale={locale} />,
        },
      }))}
      empty={empty}
    />
  );
}
