import { Link } from '@/components/ui/link';
import { Flash } from '@/components/ui/callout';
import { EmailField, HiddenField, TextField, Checkbox } from '@/components/ui/fields';
import { PasswordField } from '@/components/ui/password-field';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { paths } from '@/lib/paths';
import type { endedSession } from '@/server/session';
import { createAccountAction, openSessionAction } from '../actions';
import { safePath } from '../domain';
import { doneText, peopleMessages } from '../messages';
import { SessionEnded } from './session-ended';

type Props = { locale: Locale; next: string | undefined };

export function SignIn(
  props: Props & { done: string | undefined; ended: Awaited<ReturnType<typeof endedSession>> },
) {
  const { locale, next, done, ended } = props;
  const t = peopleMessages(locale);
  const back = safePath(next);
  return (
    <PageBody narrow>
      <PageHeader title={t.signIn} />
      <Flash text={doneText(locale, done)} />
      {ended && <SessionEnded locale={locale} owner={ended.userId} why={ended.why} />}
      <ActionForm action={openSessionAction} locale={locale}>
        <EmailField name="email" label={t.email} width="medium" autoComplete="username" />
        <PasswordField name="password" label={t.password} />
        <HiddenField name="next" value={back ?? ''} />
        <SubmitButton>{t.signIn}</SubmitButton>
      </ActionForm>
      <div className="space-y-3">
        <p>
          <Link className="link" href={localePath(locale, paths.forgotPassword())}>
            {t.forgotten}
          </Link>
        </p>
        <p>
          {t.noAccount}{' '}
          <Link className="link" href={localePath(locale, paths.signUp({ next: back }))}>
            {t.signUp}
          </Link>
        </p>
      </div>
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
        <Link className="link" href={localePath(locale, paths.signIn({ next: back }))}>
          {t.signIn}
        </Link>
      </p>
    </PageBody>
  );
}
