import { buttonClass } from '@/components/ui/button';
import { PageBody, PageHeader } from '@/components/ui/page';
import type { Locale } from '@/lib/locale';
import { shellMessages } from './messages';
import { titled } from './title';

/** What the form kit carries along; the rest was typed. */
const carried = /^(\$ACTION|idempotencyKey$|revision$|base$|applicationId$|section$)/;

export const resendTitle = (locale: Locale) => titled(locale, shellMessages(locale).resendTitle);

/**
 * Carries a form that came too late, whole: signed in again, one sends it from here, and its own
 * page comes back with everything in it. It asks for a last press there, as its token is old.
 */
export function ResendPage(props: {
  locale: Locale;
  signIn: string;
  sent: readonly (readonly [name: string, value: string])[];
}) {
  const { locale, signIn, sent } = props;
  const t = shellMessages(locale);
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
      {/* The action's own fields go along, so that the same action answers. */}
      <form method="post" encType="multipart/form-data">
        {sent.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className={buttonClass()}>
          {t.resend}
        </button>
      </form>
      {typed.length > 0 && (
        <section className="space-y-3">
          <h2 className="text-xl">{t.resendTyped}</h2>
          {typed.map(([, value], at) => (
            <p key={at} className="border-line border-l-3 pl-4 whitespace-pre-wrap">
              {value}
            </p>
          ))}
        </section>
      )}
    </PageBody>
  );
}
