'use client';

import { useEffect, useRef, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { useCsrf, useRenewCsrf } from '@/components/ui/csrf';
import { askSession, signedInAgain, type SessionLeft } from '@/components/ui/session-left';
import { localePath, splitLocale, type Locale } from '@/lib/locale';
import { sessionMessages } from './session-messages';

const warnSeconds = 5 * 60;
/** Sooner than a session can end: nobody is signed out within 25 minutes of a page. */
const firstLookSeconds = 24 * 60;
const againSeconds = 30;

/** Asks in time how long the session still lasts, and whenever one comes back to the page. */
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
      const now = await askSession(method);
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

const signInHere = (locale: Locale) => {
  const { pathname, search } = window.location;
  const back = encodeURIComponent(splitLocale(pathname).path + search);
  return localePath(locale, `/sign-in?next=${back}`);
};

/**
 * Warns five minutes before somebody is signed out for want of a sign of life, and says so when
 * it happened. Any key that falls into the dialog can only prolong the session.
 */
export function SessionWatch({ locale }: { locale: Locale }) {
  const t = sessionMessages(locale);
  const { left, stay } = useSessionLeft();
  const dialog = useRef<HTMLDialogElement>(null);
  const out = left?.seconds === 0;
  const fixed = left?.extendable === false;
  const warns = left !== undefined && left.seconds <= warnSeconds;
  const phase = out ? 'out' : warns ? 'ending' : 'quiet';
  const [dismissed, setDismissed] = useState<string>();
  useEffect(() => {
    if (phase !== 'quiet' && dismissed !== phase) dialog.current?.showModal();
    else dialog.current?.close();
  }, [phase, dismissed]);
  const minutes = Math.max(1, Math.ceil((left?.seconds ?? 0) / 60));
  const about = fixed ? t.sessionLastsNoLonger : t.sessionEndingBody;
  const close = () => {
    if (out || fixed) setDismissed(phase);
    else stay();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="session-title"
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      className="border-line bg-surface text-fg m-auto max-w-md rounded border p-6 shadow-lg backdrop:bg-black/40"
    >
      {warns && (
        <div className="space-y-4">
          <h2 id="session-title" className="text-xl">
            {out ? t.sessionEnded : t.sessionEnding}
          </h2>
          <p>{out ? t.sessionEndedBody : about({ minutes })}</p>
          <div className="flex flex-wrap gap-3">
            {out && (
              <a href={signInHere(locale)} target="_blank" className={buttonClass()}>
                {t.signInAgain}
              </a>
            )}
            <Button variant={out ? 'secondary' : 'primary'} onClick={close}>
              {out || fixed ? t.understood : t.staySignedIn}
            </Button>
          </div>
        </div>
      )}
    </dialog>
  );
}
