import { Link } from '@/components/ui/link';
import { StatusTag } from '@/components/ui/status-tag';
import { formatDateTime } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { may, type Authority } from '@/lib/permissions';
import { organisationMessages } from '../messages';

/** Shows whether the officials' own city has verified an applicant, in a mark small enough to follow its name. */
export function VerifiedMark(props: {
  organisation: { verified: { id: string; at: Date } | null };
  locale: Locale;
  role: Authority;
}) {
  const { organisation, locale, role } = props;
  const t = organisationMessages(locale);
  const { verified } = organisation;
  if (!verified) return <StatusTag tone="neutral">{t.notVerified}</StatusTag>;
  const mark = (
    <StatusTag tone="success">
      {t.verifiedOn({ on: formatDateTime(verified.at, locale) })}
    </StatusTag>
  );
  if (!may('verification.read', role)) return mark;
  return (
    <Link href={localePath(locale, paths.city.organisation(verified.id))} className="link">
      {mark}
    </Link>
  );
}
