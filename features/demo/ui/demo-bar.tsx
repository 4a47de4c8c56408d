import { FlaskConical } from 'lucide-react';
import { Link } from '@/components/ui/link';
import { DateTime } from '@/components/ui/date-time';
import { ActionForm } from '@/components/ui/form';
import { Menu } from '@/components/ui/menu';
import { SubmitButton } from '@/components/ui/submit-button';
import { localePath, type Locale } from '@/lib/locale';
import { isDemo } from '@/server/env';
import { portalActor } from '@/server/gate';
import { portalTime } from '@/server/scope';
import { demoAccounts } from '../accounts';
import { advanceClockAction, demoSignInAction } from '../actions';
import { demoMessages } from '../messages';
import { paths } from '@/lib/paths';
import { roleNames } from '@/lib/role-messages';

/** Shows, only in demonstration mode, the account in use and the portal's day. */
export async function DemoBar({ locale }: { locale: Locale }) {
  if (!isDemo()) return null;
  const t = demoMessages(locale);
  return (
    <aside
      aria-label={t.demo}
      className="no-print bg-warn-bg text-warn border-line border-b text-sm"
    >
      <div className="relative mx-auto flex max-w-7xl flex-wrap items-center gap-x-5 gap-y-1 px-4 py-1 sm:px-6">
        <strong className="flex items-center gap-1.5">
          <FlaskConical aria-hidden className="size-4" />
          {t.demo}
        </strong>
        <Menu
          align="left"
          panelClassName="w-96 max-w-[90vw]"
          summary={<span className="underline underline-offset-3">{t.signInAs}</span>}
        >
          <ActionForm action={demoSignInAction} locale={locale} className="grid space-y-0">
            {demoAccounts.map(({ email, role }) => (
              <SubmitButton
                key={email}
                name="email"
                value={email}
                variant="quiet"
                size="sm"
                className="flex-wrap justify-between! gap-y-0! font-normal!"
              >
                <span>{roleNames(locale)[role]}</span>
                <span className="text-muted">{email}</span>
              </SubmitButton>
            ))}
          </ActionForm>
        </Menu>
        <span className="max-sm:order-1 max-sm:basis-full">
          {t.clock} <DateTime at={await portalTime(portalActor(null))} locale={locale} />
        </span>
        <ActionForm
          action={advanceClockAction}
          locale={locale}
          className="flex flex-wrap items-center gap-2 space-y-0 max-sm:order-1 max-sm:-ml-2 max-sm:basis-full"
        >
          <span>{t.advance}</span>
          {[1, 5, 20, 60].map((days) => (
            <SubmitButton
              key={days}
              name="workingDays"
              value={String(days)}
              variant="secondary"
              size="sm"
              className="px-2!"
            >
              {days}
            </SubmitButton>
          ))}
          <span>{t.days}</span>
        </ActionForm>
        <Link className="underline underline-offset-3" href={localePath(locale, paths.demo.mail())}>
          {t.mailbox}
        </Link>
      </div>
    </aside>
  );
}
