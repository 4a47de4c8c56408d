import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { DescriptionList } from '@/components/ui/description-list';
import { Section } from '@/components/ui/page';
import { words } from '@/components/ui/words';
import { Deadline } from '@/features/calendar/ui/deadline';
import type { Locale } from '@/lib/locale';
import { appealMessages } from '../messages';
import type { OwnAppeal } from '../queries';

/** Shows the applicant an open appeal with the day of its decision, or why it was dismissed. */
export function OwnAppealNote({ own, locale }: { own: OwnAppeal | undefined; locale: Locale }) {
  const t = appealMessages(locale);
  const appeal = own?.appeal;
  if (own?.state === 'appealed' && appeal) {
    return (
      <Section title={t.appealTitle}>
        <DescriptionList
          items={[
            { term: t.appealReference, value: appeal.reference },
            { term: t.appealFiled, value: <DateTime at={appeal.filedAt} locale={locale} /> },
            { term: t.appealDue, value: <Deadline at={appeal.dueAt} locale={locale} /> },
          ]}
        />
      </Section>
    );
  }
  if (own?.state !== 'rejected' || appeal?.state !== 'dismissed') return null;
  return (
    <Callout tone="danger" title={t.appealDismissed}>
      <p className="whitespace-pre-wrap">{words(appeal.decision)}</p>
    </Callout>
  );
}
