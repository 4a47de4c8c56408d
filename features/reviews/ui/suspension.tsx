import { Callout } from '@/components/ui/callout';
import { words } from '@/components/ui/words';
import { clauseText } from '@/features/rules/clause-text';
import { say } from '@/lib/bilingual';
import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { suspensionMessages } from '../messages';
import type { Suspension } from '../suspension-queries';

/** Tells officers that the programme or an article was suspended since, and that the case goes on under the rules of its day. */
export function SuspensionNote(props: { suspension: Suspension; locale: Locale }) {
  const { suspension, locale } = props;
  const { programme, articles, submittedOn } = suspension;
  const t = suspensionMessages(locale);
  return (
    <Callout tone="info" title={programme ? t[programme.state] : t.articles}>
      {programme?.reason && <p>{words(t.reason({ reason: programme.reason }))}</p>}
      {articles.map(({ clause, suspendedFrom, reason }) => (
        <p key={clause}>
          {t.article({
            article: clauseText(locale, clause),
            from: suspendedFrom ? formatDate(suspendedFrom, locale) : '',
            reason: reason ? say(reason, locale) : '',
          })}
        </p>
      ))}
      <p>{t.goesOn({ on: formatDate(submittedOn, locale) })}</p>
    </Callout>
  );
}
