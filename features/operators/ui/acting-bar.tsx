import { ActionForm } from '@/components/ui/form';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { formatDate } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import type { SessionMandate } from '@/server/session';
import { leaveMandateAction } from '../actions';
import { mandateMessages } from '../messages';

/** Says above every page for whom the user acts and by which agency, and lets the user stop. */
export function ActingBar({ locale, mandate }: { locale: Locale; mandate: SessionMandate }) {
  const t = mandateMessages(locale);
  const bureau = say(mandate.bureau, locale);
  const agency = say(mandate.agency, locale);
  return (
    <aside aria-label={t.actingLabel} className="border-line bg-info-bg text-info border-b">
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 sm:px-6">
        <p className="mr-auto">
          <strong>{words(t.acting({ bureau, agency }))}</strong>{' '}
          <span className="text-sm">
            {t.actingUntil({ on: formatDate(mandate.lastOn, locale) })}
          </span>
        </p>
        <ActionForm action={leaveMandateAction} locale={locale} scope="leave-mandate">
          <SubmitButton variant="secondary" size="sm">
            {t.leave}
          </SubmitButton>
        </ActionForm>
      </div>
    </aside>
  );
}
