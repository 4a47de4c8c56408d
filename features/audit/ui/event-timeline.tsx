import { Timeline } from '@/components/ui/timeline';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import { actionText } from '../action-text';
import { actorText } from '../actor-text';
import { detailText } from '../detail-text';
import type { AuditEvent } from '../queries';

/** Shows the events about one subject, the newest first: action, person, time and details. */
export function EventTimeline(props: { events: readonly AuditEvent[]; locale: Locale }) {
  const { events, locale } = props;
  return (
    <Timeline
      locale={locale}
      items={[...events].reverse().map((event) => {
        const actor = actorText(locale, event);
        return {
          key: event.id,
          title: actionText(locale, event.action),
          at: event.at,
          by: [actor.name, actor.role].filter(Boolean).join(' · '),
          body: (
            <span className="text-sm break-words">{words(detailText(locale, event.data))}</span>
          ),
        };
      })}
    />
  );
}
