import { StatusTag } from '@/components/ui/status-tag';
import type { ApplicationState } from '@/features/applications/domain/lifecycle';
import { stateTones } from '@/features/applications/ui/state-tag';
import { provisionalMessages } from '@/features/calendar/messages';
import type { Locale } from '@/lib/locale';
import type { ServiceClock } from '../domain/service-clock';
import { reviewMessages, stateNames } from '../messages';

/** Shows the state of a case in words. */
export function CaseTag({ state, locale }: { state: ApplicationState; locale: Locale }) {
  return <StatusTag tone={stateTones[state]}>{stateNames(locale)[state]}</StatusTag>;
}

/** Describes in working days how far the city is with its promised days. */
export function clockText(clock: ServiceClock, locale: Locale): string {
  const t = reviewMessages(locale);
  if (clock.kind === 'stopped') return t.stopped;
  if (clock.kind === 'paused') return t.paused({ n: Math.max(0, clock.daysLeft) });
  return clock.overdue ? t.daysOver({ n: -clock.daysLeft }) : t.daysLeft({ n: clock.daysLeft });
}

export function Clock({ clock, locale }: { clock: ServiceClock; locale: Locale }) {
  const text = clockText(clock, locale);
  if (clock.kind !== 'running') return <span className="text-muted">{text}</span>;
  if (clock.overdue) return <StatusTag tone="danger">{text}</StatusTag>;
  if (clock.daysLeft <= 2) return <StatusTag tone="warn">{text}</StatusTag>;
  return (
    <>
      {text}
      {clock.provisional && (
        <span className="text-muted text-sm"> {provisionalMessages(locale).short}</span>
      )}
    </>
  );
}
