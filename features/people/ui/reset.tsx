import { Link } from '@/components/ui/link';
import { ButtonLink } from '@/components/ui/button-link';
import { Callout } from '@/components/ui/callout';
import { EmailField, HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader, Section } from '@/components/ui/page';
import { PasswordField } from '@/components/ui/password-field';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { forgotPasswordAction, setNewPasswordAction } from '../actions';
import { peopleMessages, peopleRefusals } from '../messages';

/**
 * Shows the form that requests a link by mail. It explains beforehand why none may come, because the answer
 * is the same for every address.
 */
export function ForgotPassword({ locale }: { locale: Locale }) {
  const t = peopleMessages(locale);
  return (
    <PageBody narrow>
      <PageHeader
        title={t.forgottenTitle}
        lead={t.forgottenLead}
        back={{ href: localePath(locale, paths.signIn()), label: t.signIn }}
      />
      <ActionForm action={forgotPasswordAction} locale={locale}>
        <EmailField name="email" label={t.email} width="medium" autoComplete="username" />
        <SubmitButton>{t.sendLink}</SubmitButton>
      </ActionForm>
      <Section title={t.noMail}>
        <ul className="measure list-disc space-y-2 pl-5">
          <li>{t.noMailSpam}</li>
          <li>{t.noMailInvited}</li>
          <li>{t.noMailClosed}</li>
        </ul>
      </Section>
    </PageBody>
  );
}

/** Shows the form for the new password, or that the link is no longer valid. */
export function NewPassword(props: { locale: Locale; token: string; email: string | undefined }) {
  const { locale, token, email } = props;
  const t = peopleMessages(locale);
  const again = localePath(locale, paths.forgotPassword());
  if (email === undefined) {
    return (
      <PageBody narrow>
        <PageHeader title={t.newPasswordTitle} />
        <Callout tone="danger" title={peopleRefusals(locale).link_unusable} />
        <ButtonLink href={again}>{t.askAgain}</ButtonLink>
      </PageBody>
    );
  }
  return (
    <PageBody narrow>
      <PageHeader title={t.newPasswordTitle} lead={t.newPasswordLead({ email })} />
      <ActionForm action={setNewPasswordAction} locale={locale}>
        {/* Names the account for the browser's password manager. The field has no name, so it is never sent. */}
        <input type="email" autoComplete="username" defaultValue={email} readOnly hidden />
        <PasswordField
          name="password"
          label={t.newPassword}
          hint={t.passwordHint}
          autoComplete="new-password"
        />
        <HiddenField name="token" value={token} />
        <SubmitButton>{t.setPassword}</SubmitButton>
      </ActionForm>
      <p>
        <Link className="link" href={again}>
          {t.askAgain}
        </Link>
      </p>
    </PageBody>
  );
}
