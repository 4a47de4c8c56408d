import { Callout } from '@/components/ui/callout';
import { DateTime } from '@/components/ui/date-time';
import { HiddenField, TextArea } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { Section } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { say } from '@/lib/bilingual';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { requestSignOffAction, returnSignOffAction } from '../actions';
import { placeOf } from '../domain/preflight';
import { allFields } from '@/features/forms/domain/form';
import { longestReason } from '@/features/forms/domain/limits';
import { inOneLine } from '@/features/forms/domain/shown';
import { signOffMessages } from '../sign-off-messages';
import type { ApplicationView, SignOff } from '../view-queries';

type Props = { view: ApplicationView; locale: Locale };

/** Lists what was changed after the owner was asked, each with a link to its field. */
function Changed({ view, locale, signOff }: Props & { signOff: SignOff }) {
  const t = signOffMessages(locale);
  const labels = new Map(allFields(view.form).map((field) => [field.name, field.label]));
  const changed = signOff.changed.filter((name) => labels.has(name));
  if (changed.length === 0) return <p className="mt-1">{t.unchanged}</p>;
  return (
    <>
      <p className="mt-1">{t.changed}</p>
      <ul className="list-disc pl-5">
        {changed.map((name) => {
          const label = labels.get(name);
          const place = placeOf(view.form, [name]);
          const text = label ? say(label, locale) : name;
          return (
            <li key={name}>
              {place ? (
                <a
                  className="link inline-flex min-h-6 items-center"
                  href={localePath(
                    locale,
                    `${paths.startup.section(view.id, place.section, { from: 'review' })}#f-${name}`,
                  )}
                >
                  {words(text)}
                </a>
              ) : (
                words(text)
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Shows the state of the sign-off to every user who opens the case: requested, or returned with the reason. */
export function SignOffNotice({ view, locale }: Props) {
  const t = signOffMessages(locale);
  const { signOff } = view;
  if (!signOff) return null;
  if (signOff.state === 'returned') {
    return (
      <Callout tone="warn" title={t.returned({ who: signOff.answeredBy ?? '' })}>
        <p className="whitespace-pre-wrap">{words(signOff.reason)}</p>
        {signOff.answeredAt && (
          <p className="text-muted text-sm">
            <DateTime at={signOff.answeredAt} locale={locale} />
          </p>
        )}
      </Callout>
    );
  }
  return (
    <Callout tone="info" title={t.asked({ who: signOff.requestedBy })}>
      <p className="text-muted text-sm">
        <DateTime at={signOff.requestedAt} locale={locale} />
      </p>
      {signOff.note && <p className="whitespace-pre-wrap">{words(signOff.note)}</p>}
      <Changed view={view} locale={locale} signOff={signOff} />
    </Callout>
  );
}

/** Shows a member the form that asks the owners to submit the case. */
export function RequestSignOff({ view, locale }: Props) {
  const t = signOffMessages(locale);
  const names = inOneLine(view.owners);
  if (view.signOff?.state === 'open') {
    return <Callout tone="info" title={t.waiting({ names })} />;
  }
  return (
    <Section title={t.title} lead={t.lead({ names })}>
      <ActionForm action={requestSignOffAction} locale={locale}>
        <HiddenField name="applicationId" value={view.id} />
        <TextArea name="note" label={t.note} rows={3} maxLength={longestReason} optional />
        <SubmitButton>{t.send}</SubmitButton>
      </ActionForm>
    </Section>
  );
}

/** Shows an owner who was asked to sign off the form that returns the request with a reason. */
export function ReturnSignOff({ view, locale }: Props) {
  const t = signOffMessages(locale);
  if (view.signOff?.state !== 'open') return null;
  return (
    <details className="no-print">
      <summary className="link inline-flex min-h-11 items-center">{t.return}</summary>
      <div className="border-line mt-2 space-y-4 border-l-4 pl-4">
        <p className="measure">{words(t.returnLead({ who: view.signOff.requestedBy }))}</p>
        <ActionForm action={returnSignOffAction} locale={locale}>
          <HiddenField name="applicationId" value={view.id} />
          <TextArea name="reason" label={t.returnReason} rows={3} maxLength={longestReason} />
          <SubmitButton variant="secondary">{t.return}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
