import { Link } from '@/components/ui/link';
import { Callout } from '@/components/ui/callout';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { formatOverview } from '@/lib/money';
import { paths } from '@/lib/paths';
import { takenShare } from '../domain/parts';
import { budgetMessages } from '../messages';
import type { BudgetAlert } from '../queries';

/**
 * Shows a banner for every pool of which 80 or 95 % are committed or promised; `linked` where the budget is
 * on another page.
 */
export function BudgetAlerts(props: {
  locale: Locale;
  alerts: readonly BudgetAlert[];
  linked?: boolean;
}) {
  const { locale, alerts, linked = false } = props;
  const t = budgetMessages(locale);
  if (alerts.length === 0) return null;
  return (
    <div className="space-y-3">
      {alerts.map(({ programmeId, title, part, level, amounts }) => (
        <Callout
          key={`${programmeId}-${part?.en ?? ''}`}
          tone={level === 95 ? 'danger' : 'warn'}
          title={t.warn({
            pool: [title, part].flatMap((name) => (name ? [say(name, locale)] : [])).join(' · '),
            share: takenShare(amounts),
            amount: formatOverview(amounts.leftFen, locale),
          })}
        >
          {linked && (
            <Link
              className="link inline-flex min-h-6 items-center"
              href={localePath(locale, paths.city.budget(programmeId))}
            >
              {t.warnLink}
            </Link>
          )}
        </Callout>
      ))}
    </div>
  );
}
