import { CircleUserRound } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { ButtonLink } from '@/components/ui/button-link';
import { ForgetOnSubmit } from '@/components/ui/forget-on-submit';
import { ActionForm } from '@/components/ui/form';
import { Menu } from '@/components/ui/menu';
import { SubmitButton } from '@/components/ui/submit-button';
import { words } from '@/components/ui/words';
import { localePath, type Locale } from '@/lib/locale';
import type { Session } from '@/server/session';
import { closeSessionAction } from '../actions';
import { homeOf } from '../domain';
import { peopleMessages } from '../messages';
import { paths } from '@/lib/paths';
import { roleNames } from '@/lib/role-messages';

/**
 * Shows the user's name and role, with links to their first page and settings and the sign-out button.
 * Without a session it shows the link to sign in.
 */
export function AccountMenu({ locale, session }: { locale: Locale; session: Session | null }) {
  const t = peopleMessages(locale);
  if (!session) {
    return (
      <ButtonLink href={localePath(locale, paths.signIn())} variant="secondary" size="sm">
        {t.signIn}
      </ButtonLink>
    );
  }
  const role = session.role ? roleNames(locale)[session.role] : '';
  return (
    <Menu
      panelClassName="w-56 space-y-1"
      summary={
        <>
          <CircleUserRound aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
          <span className="max-w-28 text-sm leading-tight break-words max-sm:sr-only">
            {words(session.name)}
          </span>
          <span className="text-muted hidden text-sm sm:inline">{role}</span>
        </>
      }
    >
      <Link
        href={localePath(locale, session.mandate ? paths.city.home() : homeOf(session.role))}
        className="hover:bg-neutral-bg block rounded px-3 py-2 no-underline"
      >
        {words(session.name)}
        <span className="text-muted block text-sm">{role}</span>
      </Link>
      <Link
        href={localePath(locale, paths.settings())}
        className="hover:bg-neutral-bg block rounded px-3 py-2 no-underline"
      >
        {t.settings}
      </Link>
      <ActionForm action={closeSessionAction} locale={locale} className="px-1 pb-1">
        <ForgetOnSubmit />
        <SubmitButton variant="secondary" size="sm" className="w-full">
          {t.signOut}
        </SubmitButton>
      </ActionForm>
    </Menu>
  );
}
