'use client';

import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useCsrf, useRenewCsrf } from '@/components/ui/csrf';
import { fetchSession, signedInAgain, type SessionLeft } from '@/components/ui/session-left';
import type { Locale } from '@/lib/locale';

/** Loads the dialog only when it is needed, because few users ever see it. */
const SessionDialog = lazy(() => import('./session-dialog'));

const warnSeconds = 5 * 60;
/** Sooner than a session can end: no user is signed out within 25 minutes of a page. */
const firstLookSeconds = 24 * 60;
const againSeconds = 30;

/** Requests in time how long the session still lasts, and also whenever the user comes back to the page. */
function useSessionLeft() {
  const [left, setLeft] = useState<SessionLeft>();
  const token = useCsrf();
  const renew = useRenewCsrf();
  const seen = useRef(token);
  const look = useRef<(method?: 'GET' | 'POST') => Promise<void>>(undefined);

  useEffect(() => {
    seen.current = token;
  }, [token]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = (seconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), seconds * 1000);
    };
    async function ask(method?: 'GET' | 'POST') {
      const now = await fetchSession(method);
      if (!now) {
        later(againSeconds);
        return;
      }
      setLeft(now);
      const { csrf } = now;
      const again = csrf !== undefined && csrf !== seen.current;
      if (csrf !== undefined) seen.current = csrf;
      if (again) {
        await renew(csrf);
        window.dispatchEvent(new Event(signedInAgain));
      }
      if (now.seconds > 0) later(Math.max(now.seconds - warnSeconds, againSeconds));
    }
    look.current = ask;
    const back = () => {
      if (document.visibilityState === 'visible') void ask();
    };
    later(firstLookSeconds);
    document.addEventListener('visibilitychange', back);
    window.addEventListener('focus', back);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', back);
      window.removeEventListener('focus', back);
    };
  }, [renew]);
  return { left, stay: () => void look.current?.('POST') };
}

/** Warns five minutes before the user is signed out for inactivity, and shows when it has happened. */
export function SessionWatch({ locale }: { locale: Locale }) {
  const { left, stay } = useSessionLeft();
  const warns = left !== undefined && left.seconds <= warnSeconds;
  const [warned, setWarned] = useState(false);
  if (warns && !warned) setWarned(true);
  if (!left || !warned) return null;
  return (
    <Suspense>
      <SessionDialog locale={locale} left={left} warns={warns} stay={stay} />
    </Suspense>
  );
}
