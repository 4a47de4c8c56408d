import { Callout } from '@/components/ui/callout';
import { ButtonLink } from '@/components/ui/button-link';
import { HiddenField } from '@/components/ui/fields';
import { ActionForm } from '@/components/ui/form';
import { PageBody, PageHeader } from '@/components/ui/page';
import { SubmitButton } from '@/components/ui/submit-button';
import { formatDate } from '@/lib/dates';
import { localePath, type Locale } from '@/lib/locale';
import { acceptInvitationAction } from '../actions';
import { lastDay } from '../domain';
import { peopleMessages, peopleRefusals } from '../messages';
import type { findInvitation } from '../queries';
import { paths } from '@/lib/paths';
import { roleNames } from '@/lib/role-messages';
import { say } from '@/lib/bilingual';

export function Invitation(props: {
  locale: Locale;
  token: string;
  invitation: Awaited<ReturnType<typeof findInvitation>>;
  signedInAs: string | null;
}) {
  const { locale, token, invitation, signedInAs } = props;
  const t = peopleMessages(locale);
  if (!invitation?.usable) {
    return (
      <PageBody narrow>
        <PageHeader title={t.invitationTitle} />
        <Callout tone="danger" title={peopleRefusals(locale).invitation_unusable} />
      </PageBody>
    );
  }
  const place = say(invitation.place, locale);
  const next = paths.invitation(token);
  return (
    <PageBody narrow>
      <PageHeader
        title={t.invitationTitle}
        lead={
          t.invitationFor({ place, role: roleNames(locale)[invitation.role] }) +
          (invitation.endsAt
            ? ` ${t.invitationEnds({ on: formatDate(lastDay(invitation.endsAt), locale) })}`
            : '')
        }
      />
      {signedInAs === invitation.email ? (
        <ActionForm action={acceptInvitationAction} locale={locale}>
          <HiddenField name="token" value={token} />
          <SubmitButton>{t.accept}</SubmitButton>
        </ActionForm>
      ) : (
        <>
          <p>{t.invitationSignIn}</p>
          <div className="flex gap-3">
            <ButtonLink href={localePath(locale, paths.signIn({ next }))}>{t.signIn}</ButtonLink>
            <ButtonLink href={localePath(locale, paths.signUp({ next }))} variant="secondary">
              {t.signUp}
            </ButtonLink>
          </div>
        </>
      )}
    </PageBody>
  );
}
