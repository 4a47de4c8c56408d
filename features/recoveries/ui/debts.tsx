import { Section } from '@/components/ui/page';
import type { Locale } from '@/lib/locale';
import { recoveryMessages } from '../messages';
import type { RecoveryPage } from '../queries';
import { InterestWorking } from './interest';
import { RecoveryTable } from './recovery-table';

/** Shows a payee what it owes, city by city; nothing if it owes nothing. */
export function OwnDebts({ page, locale }: { page: RecoveryPage; locale: Locale }) {
  const t = recoveryMessages(locale);
  if (page.rows.length === 0) return null;
  return (
    <Section title={t.yours} lead={t.yoursLead}>
      <RecoveryTable locale={locale} rows={page.rows} of="city" empty={null} />
      {page.rows.map(
        ({ id, reference, interest }) =>
          interest && (
            <details key={id}>
              <summary>
                {t.interest} · <span className="code">{reference}</span>
              </summary>
              <InterestWorking interest={interest} locale={locale} />
            </details>
          ),
      )}
    </Section>
  );
}

/** Shows a start-up what was recovered on its voucher; nothing if nothing was. */
export function VoucherRecoveries({ page, locale }: { page: RecoveryPage; locale: Locale }) {
  const t = recoveryMessages(locale);
  if (page.rows.length === 0) return null;
  return (
    <Section title={t.onVoucher}>
      <RecoveryTable locale={locale} rows={page.rows} of="payee" empty={null} />
    </Section>
  );
}
