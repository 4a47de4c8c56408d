import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { Section } from '@/components/ui/page';
import { formatUntil } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { formatFen, zeroFen } from '@/lib/money';
import { paths } from '@/lib/paths';
import { validityMessages } from '../messages';
import type { ChangeSummary, DecidedChange } from '../queries';
import { ChangeTable } from './change-table';

/** Shows on the city's page of a voucher what was proposed and decided on it, and the ways to propose. */
export function CityVoucherChanges(props: {
  locale: Locale;
  voucherId: string;
  changes: readonly ChangeSummary[];
  /** Whether the reader may propose, and there is something to change. */
  mayPropose: boolean;
}) {
  const { locale, voucherId, changes, mayPropose } = props;
  const t = validityMessages(locale);
  const waits = changes.some(({ state }) => state === 'proposed');
  if (!mayPropose && changes.length === 0) return null;
  return (
    <Section
      id="changes"
      title={t.title}
      actions={
        <ButtonLink
          variant="secondary"
          size="sm"
          href={localePath(locale, paths.city.voucherChanges())}
        >
          {t.seeAll}
        </ButtonLink>
      }
    >
      {changes.length > 0 && <ChangeTable locale={locale} rows={changes} ofOne empty={null} />}
      {mayPropose && !waits && (
        <div className="flex flex-wrap gap-3">
          <ButtonLink variant="secondary" href={localePath(locale, paths.city.extend(voucherId))}>
            {t.extend}
          </ButtonLink>
          <ButtonLink variant="secondary" href={localePath(locale, paths.city.revoke(voucherId))}>
            {t.revoke}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}

/** Shows the holder that its voucher was revoked, with the ground and the reason, or extended. */
export function OwnVoucherChanges(props: { locale: Locale; changes: readonly DecidedChange[] }) {
  const { locale, changes } = props;
  const t = validityMessages(locale);
  return changes.map(({ kind, ground, reason, returnedFen, validTo, validToBefore }) =>
    kind === 'revocation' ? (
      <Callout key={kind} tone="danger" title={t.revokedTitle}>
        {t.revokedBody({ ground, reason, amount: formatFen(returnedFen ?? zeroFen) })}
      </Callout>
    ) : (
      validTo &&
      validToBefore && (
        <Callout
          key={kind}
          tone="info"
          title={t.extendedTitle({
            from: formatUntil(validToBefore, locale),
            to: formatUntil(validTo, locale),
          })}
        />
      )
    ),
  );
}
