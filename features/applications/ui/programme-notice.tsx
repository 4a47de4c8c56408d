import { Callout } from '@/components/ui/callout';
import type { Locale } from '@/lib/locale';
import { applicationMessages, applicationRefusals } from '../messages';
import type { ApplicationView } from '../view-queries';

/** Shows that a draft cannot be submitted now, because its programme is suspended or has ended. */
export function ProgrammeNotice({ view, locale }: { view: ApplicationView; locale: Locale }) {
  const { state, reason } = view.programmeState;
  if (view.state !== 'draft' || (state !== 'suspended' && state !== 'closed')) return null;
  const t = applicationRefusals(locale);
  const why = state === 'suspended' ? t.programme_suspended : t.programme_ended;
  return (
    <Callout tone="warn" title={applicationMessages(locale).cannotSubmitNow}>
      {why({ reason: reason ?? '' })}
    </Callout>
  );
}
