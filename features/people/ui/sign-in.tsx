import Link from 'next/link';
import { EmailField, HiddenField, TextField, Checkbox } from '@/components/ui/fields';
import { PasswordField } from '@/components/ui/password-field';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { createAccountAction, openSessionAction } from '../actions';
import { safePath } from '../domain';
import { peopleMessages } from '../messages';

type Props = { locale: Locale; next: string | undefined };

const onward = (path: string, next: string | undefined) =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path;

export function SignIn({ locale, next }: Props) {
  const t = peopleMessages(locale);
  const back = safePath(next);
  return (
    <PageBody narrow>
      <PageHeader title={t.signIn} />
      <ActionForm action={openSessionAction} locale={locale}>
        <EmailField name="email" label={t.email} width="medium" autoComplete="username" />
        <PasswordField name="password" label={t.password} />
        <HiddenField name="next" value={back ?? ''} />
        <SubmitButton>{t.signIn}</SubmitButton>
      </ActionForm>
      <p>
        {t.noAccount}{' '}
        <Link className="link" href={localePath(locale, onward('/sign-up', back))}>
          {t.signUp}
        </Link>
      </p>
    </PageBody>
  );
}

export function SignUp({ locale, next }: Props) {
  const t = peopleMessages(locale);
  const back = safePath(next);
  return (
    <PageBody narrow>
      <PageHeader title={t.signUp} lead={t.signUpLead} />
      <ActionForm action={createAccountAction} locale={locale}>
        <TextField name="name" label={t.name} width="medium" autoComplete="name" />
        <EmailField name="email" label={t.email} width="medium" autoComplete="username" />
        <PasswordField
          name="password"
          label={t.password}
          hint={t.passwordHint}
          autoComplete="new-password"
        />
        <Checkbox name="accepted" label={t.terms} />
        <HiddenField name="next" value={back ?? ''} />
        <SubmitButton>{t.signUp}</SubmitButton>
      </ActionForm>
      <p>
        {t.haveAccount}{' '}
        <Link className="link" href={localePath(locale, onward('/sign-in', back))}>
          {t.signIn}
        </Link>
      </p>
    </PageBody>
  );
}
