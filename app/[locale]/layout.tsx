import '../globals.css';
import { randomBytes } from 'node:crypto';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { cookies } from 'next/headers';
import { FallbackFaces } from '@/components/shell/fallback-faces';
import { FocusOnArrival } from '@/components/shell/focus-on-arrival';
import { Footer } from '@/components/shell/footer';
import { FreshOnBack } from '@/components/shell/fresh-on-back';
import { barColour, headFiles, themeOf } from '@/components/shell/head';
import { Header } from '@/components/shell/header';
import { shellMessages } from '@/components/shell/messages';
import { navigationFor } from '@/components/shell/navigation';
import { PlainAnswer } from '@/components/shell/plain-answer';
import { Renewed } from '@/components/shell/renewed';
import { SessionWatch } from '@/components/shell/session-watch';
import { CsrfProvider } from '@/components/ui/csrf';
import { LateFormProvider } from '@/components/ui/late-form';
import { DemoBar } from '@/features/demo/ui/demo-bar';
import { countUnread } from '@/features/notifications/centre/queries';
import { Bell } from '@/features/notifications/centre/ui/bell';
import { ActingBar } from '@/features/operators/ui/acting-bar';
import { AccountMenu } from '@/features/people/ui/account-menu';
import { csrfToken } from '@/server/csrf';
import { localeOf } from '@/server/locale-params';
import { plainAnswer } from '@/server/plain-answer';
import { requestPath } from '@/server/request';
import { formOfEarlierBuild } from '@/server/sent-form';
import { listed } from '@/server/sent-texts';
import { authorityOfSession, currentSession } from '@/server/session';

/** Every page depends on its user, so nothing is rendered in advance. */
export const dynamic = 'force-dynamic';

export const metadata: Metadata = headFiles;

const chosenTheme = async () => themeOf((await cookies()).get('theme')?.value);

export async function generateViewport(): Promise<Viewport> {
  return { themeColor: barColour(await chosenTheme()) };
}

export default async function Layout(props: {
  children: ReactNode;
  params: Promise<{ locale: string }>;
}) {
  const { locale } = await localeOf(props.params);
  const session = await currentSession();
  const late = await formOfEarlierBuild();
  const jar = await cookies();
  const large = jar.get('text')?.value === 'large';
  const { work, open } = navigationFor(locale, session ? authorityOfSession(session) : undefined);
  return (
    <html lang={locale} data-theme={await chosenTheme()} data-text={large ? 'large' : undefined}>
      <body className="flex flex-col">
        <a
          href="#main"
          className="bg-primary text-on-primary sr-only focus:not-sr-only focus:absolute focus:z-50 focus:p-3"
        >
          {shellMessages(locale).skip}
        </a>
        <CsrfProvider token={await csrfToken()} page={randomBytes(16).toString('base64url')}>
          <DemoBar locale={locale} />
          {session?.mandate && <ActingBar locale={locale} mandate={session.mandate} />}
          <Header
            locale={locale}
            path={await requestPath()}
            work={work}
            open={open}
            bell={session && <Bell locale={locale} unread={await countUnread(session)} />}
            account={<AccountMenu locale={locale} session={session} />}
          />
          <main id="main" tabIndex={-1} className="mx-auto w-full max-w-7xl grow px-4 pt-8 sm:px-6">
            <PlainAnswer answer={await plainAnswer()} />
            <LateFormProvider texts={late && listed(late)}>
              {late && <Renewed locale={locale} sent={late} />}
              {props.children}
            </LateFormProvider>
          </main>
          <Footer locale={locale} />
          <FreshOnBack />
          <FocusOnArrival />
          <FallbackFaces />
          {session && <SessionWatch locale={locale} />}
        </CsrfProvider>
      </body>
    </html>
  );
}
