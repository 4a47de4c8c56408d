import type { ReactNode } from 'react';
import { Amount } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/status-tag';
import { Table } from '@/components/ui/table';
import type { Bilingual } from '@/lib/bilingual';
import { say } from '@/lib/bilingual';
import type { Locale } from '@/lib/locale';
import type { Fen } from '@/lib/money';
import { advanceMessages } from '../messages';

export type Account = {
  id: string;
  programme: Bilingual;
  levelFen: Fen;
  balanceFen: Fen;
  onTheWayFen: Fen;
  drawnFen: Fen;
  running: boolean;
};

export const AccountTag = ({ running, locale }: { running: boolean; locale: Locale }) => (
  <StatusTag tone={running ? 'success' : 'final'}>
    {advanceMessages(locale)[running ? 'running' : 'ended']}
  </StatusTag>
);

/** Shows advances with their levels and balances. The other party stands in the first column. */
export function Accounts<A extends Account>(props: {
  locale: Locale;
  accounts: readonly A[];
  other: { header: string; of: (account: A) => ReactNode };
  hrefOf?: (account: A) => string;
  empty: ReactNode;
}) {
  const { locale, accounts, other, hrefOf, empty } = props;
  const t = advanceMessages(locale);
  return (
    <Table
      caption={t.accounts}
      columns={[
        { key: 'other', header: other.header, wrap: true },
        { key: 'programme', header: t.programme, wrap: true },
        { key: 'level', header: t.level, align: 'right' },
        { key: 'balance', header: t.balance, align: 'right' },
        { key: 'drawn', header: t.drawn, align: 'right' },
        { key: 'state', header: t.state },
      ]}
      rows={accounts.map((account) => ({
        key: account.id,
        ...(hrefOf && { href: hrefOf(account) }),
        cells: {
          other: other.of(account),
          programme: say(account.programme, locale),
          level: <Amount fen={account.levelFen} locale={locale} />,
          balance: (
            <>
              <Amount fen={account.balanceFen} locale={locale} />
              {account.onTheWayFen > 0n && (
                <span className="text-muted block text-sm">
                  {t.onTheWay} <Amount fen={account.onTheWayFen} locale={locale} />
                </span>
              )}
            </>
          ),
          drawn: <Amount fen={account.drawnFen} locale={locale} />,
          state: <AccountTag running={account.running} locale={locale} />,
        },
      }))}
      empty={empty}
    />
  );
}
