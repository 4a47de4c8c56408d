import type { ReactNode } from 'react';
import { DateTime } from '@/components/ui/date-time';
import { Amount } from '@/components/ui/money';
import { StatusTag, type Tone } from '@/components/ui/status-tag';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { organisationName } from '@/lib/organisation-name';
import { paths } from '@/lib/paths';
import type { AdvanceRequestState } from '../domain/lifecycle';
import { advanceMessages, requestStates } from '../messages';
import type { Request } from '../queries';

const tones: Record<AdvanceRequestState, Tone> = {
  proposed: 'warn',
  released: 'success',
  declined: 'neutral',
};

export const RequestTag = ({ state, locale }: { state: AdvanceRequestState; locale: Locale }) => (
  <StatusTag tone={tones[state]}>{requestStates(locale)[state]}</StatusTag>
);

/** Shows proposals about advances, each with its page. */
export function Requests(props: {
  locale: Locale;
  caption: string;
  requests: readonly Request[];
  empty: ReactNode;
}) {
  const { locale, caption, requests, empty } = props;
  const t = advanceMessages(locale);
  return (
    <Table
      caption={caption}
      columns={[
        { key: 'reference', header: t.reference },
        { key: 'kind', header: t.kind },
        { key: 'vendor', header: t.vendor, wrap: true },
        { key: 'programme', header: t.programme, wrap: true },
        { key: 'amount', header: t.amount, align: 'right' },
        { key: 'maker', header: t.proposedBy },
        { key: 'state', header: t.state },
      ]}
      rows={requests.map((request) => ({
        key: request.id,
        href: localePath(locale, paths.city.advanceRequest(request.id)),
        cells: {
          reference: request.reference,
          kind: t[`kind_${request.kind}`],
          vendor: words(organisationName(request.payee, locale)),
          programme: say(request.programme, locale),
          amount: <Amount fen={request.amountFen} locale={locale} />,
          maker: (
            <>
              {words(request.maker)} <br />
              <DateTime at={request.proposedAt} locale={locale} />
            </>
          ),
          state: <RequestTag state={request.state} locale={locale} />,
        },
      }))}
      empty={empty}
    />
  );
}
