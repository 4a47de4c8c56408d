import { titled } from '@/components/shell/title';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import type { Locale } from '@/lib/locale';
import type { SentForm } from '@/server/sent-texts';
import { saveSectionAction } from '../actions';
import { applicationMessages } from '../messages';

/** Hidden fields of the form; the user typed all others. */
const carried = /^(revision|base|applicationId|section|onward)$/;

export const resendTitle = (locale: Locale) =>
  titled(locale, applicationMessages(locale).resendTitle);

/**
 * Shows a section that was sent without a script by a user who had been signed out meanwhile, so that nothing typed
 * is lost. After signing in again, the user sends it from this page. Its token belongs to no session, so the
 * section's own page is shown next, filled with these answers, and the user checks and saves them there.
 */
export function ResendPage(props: { locale: Locale; signIn: string; sent: SentForm }) {
  const { locale, signIn, sent } = props;
  const t = applicationMessages(locale);
  const typed = sent.filter(([name, value]) => !carried.test(name) && value !== '');
  return (
    <PageBody narrow>
      <PageHeader title={t.resendTitle} lead={t.resendLead} />
      <ol className="list-decimal space-y-3 pl-6">
        <li>
          {t.resendFirst}{' '}
          <a className="link" href={signIn} target="_blank">
            {t.signInAgain}
          </a>
        </li>
        <li>{t.resendThen}</li>
      </ol>
      <ActionForm action={saveSectionAction} locale={locale}>
        {sent.map(([name, value], at) => (
          <HiddenField key={at} name={name} value={value} />
        ))}
        <SubmitButton>{t.resend}</SubmitButton>
      </ActionForm>
      <section className="space-y-3">
        <h2 className="text-xl">{t.resendTyped}</h2>
        {typed.map(([, value], at) => (
          <p key={at} className="border-line border-l-3 pl-4 whitespace-pre-wrap">
            {words(value)}
          </p>
        ))}
      </section>
    </PageBody>
  );
}
