import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { Card, PageBody, PageHeader } from '@/components/ui/page';
import { StatusTag } from '@/components/ui/status-tag';
import { Pager } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { settlementMessages } from '../messages';
import type { getStatement } from '../queries';
import { statementMessages } from '../statement-messages';
import { paymentTones } from './batches';
import { PaymentLines } from './payment-lines';
import { say } from '@/lib/bilingual';

export function Statement(props: {
  locale: Locale;
  page: Awaited<ReturnType<typeof getStatement>>;
  cursor: string | undefined;
}) {
  const { locale, page, cursor } = props;
  const t = settlementMessages(locale);
  const href = localePath(locale, paths.vendor.payments());
  return (
    <PageBody>
      <PageHeader
        title={statementMessages(locale).payments}
        lead={t.statementLead}
        back={{ href: localePath(locale, paths.vendor.statement()), label: t.statement }}
      />
      {page.rows.length === 0 && <EmptyState title={t.noPayments} body={t.noPaymentsBody} />}
      {page.rows.map((payment) => (
        <Card key={payment.id} className="space-y-4">
          <div className="flex flex-wrap items-baseline justify-between gap-3">
            <h2 className="text-lg">
              {payment.reference}
              <span className="text-muted text-sm font-normal">
                {' '}
                · {payment.city && say(payment.city, locale)}
              </span>
            </h2>
            <span className="flex items-baseline gap-3">
              <Amount fen={payment.amountFen} locale={locale} className="font-semibold" />
              <StatusTag tone={paymentTones[payment.state]}>{t[payment.state]}</StatusTag>
            </span>
          </div>
          {payment.failureReason && (
            <p className="text-danger">
              {t.failureReason}: {words(payment.failureReason)}
            </p>
          )}
          <PaymentLines
            locale={locale}
            reference={payment.reference}
            lines={payment.lines}
            moves={payment.moves}
          />
        </Card>
      ))}
      <Pager locale={locale} path={href} cursor={cursor} nextCursor={page.nextCursor} />
    </PageBody>
  );
}
