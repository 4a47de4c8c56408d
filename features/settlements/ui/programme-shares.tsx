import { EmptyState } from '@/components/ui/empty-state';
import { Amount } from '@/components/ui/money';
import { Table } from '@/components/ui/table';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import type { Share } from '../domain/plan';
import { planMessages } from '../plan-messages';
import type { ProgrammePlan } from '../plan-queries';

/** Shows an amount, and below it for how many payees it is and when it was verified. */
function ShareCell({ locale, share, day }: { locale: Locale; share: Share; day: string }) {
  const t = planMessages(locale);
  if (share.payees === 0) return <Amount fen={share.amountFen} locale={locale} />;
  return (
    <>
      <Amount fen={share.amountFen} locale={locale} />
      <span className="text-muted block text-sm">{t.payees({ n: share.payees })}</span>
      <span className="text-muted block text-sm">{day}</span>
    </>
  );
}

/** Shows for each programme what is ready to be settled, what waits for the end of a period, and when the next batch is due. */
export function ProgrammeShares({
  locale,
  programmes,
}: {
  locale: Locale;
  programmes: readonly ProgrammePlan[];
}) {
  const t = planMessages(locale);
  const shown = programmes.filter(
    ({ state, ready, waiting }) => state === 'published' || ready.payees + waiting.payees > 0,
  );
  return (
    <Table
      caption={t.programmes}
      columns={[
        { key: 'programme', header: t.programme, wrap: true },
        { key: 'ready', header: t.ready, align: 'right' },
        { key: 'waiting', header: t.waitingPeriod, align: 'right' },
        { key: 'next', header: t.next },
      ]}
      rows={shown.map(({ id, title, cycle, ready, waiting, through, nextOn }) => {
        const on = formatDate(through, locale);
        return {
          key: id,
          cells: {
            programme: (
              <>
                {words(say(title, locale))}
                <span className="text-muted block text-sm">{t[`cycle_${cycle}`]}</span>
              </>
            ),
            ready: <ShareCell locale={locale} share={ready} day={t.verifiedThrough({ on })} />,
            waiting: <ShareCell locale={locale} share={waiting} day={t.verifiedAfter({ on })} />,
            next: nextOn === null ? t.anyTime : formatDate(nextOn, locale),
          },
        };
      })}
      empty={<EmptyState title={t.noProgrammes} />}
    />
  );
}
