import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { Table } from '@/components/ui/table';
import { formatVoucherCode } from '@/lib/identifiers';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import type { VoucherChangeState } from '../domain/lifecycle';
import { changeNames, changeStates, validityMessages } from '../messages';
import type { ChangeSummary } from '../queries';

const tones: Record<VoucherChangeState, Tone> = {
  proposed: 'warn',
  released: 'final',
  declined: 'neutral',
  taken_back: 'neutral',
};

export function ChangeTag({ state, locale }: { state: VoucherChangeState; locale: Locale }) {
  return <StatusTag tone={tones[state]}>{changeStates(locale)[state]}</StatusTag>;
}

/** Shows revocations and extensions as a table. @param props.ofOne all are of one voucher, so neither its code nor its holder is shown */
export function ChangeTable(props: {
  locale: Locale;
  rows: readonly ChangeSummary[];
  ofOne?: true;
  empty: ReactNode;
}) {
  const { locale, rows, ofOne, empty } = props;
  const t = validityMessages(locale);
  return (
    <Table
      caption={t.title}
      columns={[
        { key: 'reference', header: t.reference },
        { key: 'kind', header: t.kind },
        ...(ofOne
          ? []
          : [
              { key: 'holder' as const, header: t.holder, wrap: true },
              { key: 'voucher' as const, header: t.voucher },
            ]),
        { key: 'state', header: t.state },
        { key: 'at', header: t.proposedBy },
      ]}
      rows={rows.map((row) => ({
        key: row.id,
        href: localePath(locale, paths.city.voucherChange(row.id)),
        cells: {
          reference: row.reference,
          kind: changeNames(locale)[row.kind],
          holder: organisationName(row.holder, locale),
          voucher: <span className="code">{formatVoucherCode(row.code)}</span>,
          state: <ChangeTag state={row.state} locale={locale} />,
          at: <DateTime at={row.proposedAt} locale={locale} />,
        },
      }))}
      empty={empty}
    />
  );
}
