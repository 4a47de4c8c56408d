import { StatusTag } from '@/components/ui/status-tag';
import { say } from '@/lib/bilingual';
import { formatDateTime } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { organisationMessages } from '../messages';
import type { OwnOrganisation } from '../queries';

/** Shows the cities whose verification of the organisation is in force, each with its day. */
export function VerifiedBy({ locale, own }: { locale: Locale; own: OwnOrganisation }) {
  const t = organisationMessages(locale);
  const current = own.verifications.filter(({ state }) => state === 'verified');
  if (current.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {current.map(({ id, city, decidedAt }) => (
        <li key={id}>
          <StatusTag tone="success">
            {t.verifiedBy({
              city: say(city, locale),
              on: decidedAt ? formatDateTime(decidedAt, locale) : '',
            })}
          </StatusTag>
        </li>
      ))}
    </ul>
  );
}
