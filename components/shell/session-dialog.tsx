'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { localePath, splitLocale, type Locale } from '@/lib/locale';
import type { SessionLeft } from '@/components/ui/session-left';
import { browserPaths } from '@/lib/browser-paths';
import { sessionMessages } from './session-messages';

const signInHere = (locale: Locale) => {
  const { pathname, search } = window.location;
  return localePath(locale, browserPaths.signIn({ next: splitLocale(pathname).path + search }));
};

/**
 * Shows that the user is about to be signed out for inactivity, or has been. A key that is pressed
 * when the dialog opens can only prolong the session.
 */
export default function SessionDialog(props: {
  locale: Locale;
  left: SessionLeft;
  warns: boolean;
  stay: () => void;
}) {
  const { locale, left, warns, stay } = props;
  const t = sessionMessages(locale);
  const dialog = useRef<HTMLDialogElement>(null);
  const out = left.seconds === 0;
  const fixed = left.extendable === false;
  const phase = out ? 'out' : warns ? 'ending' : 'quiet';
  const [dismissed, setDismissed] = useState<string>();
  useEffect(() => {
    if (phase !== 'quiet' && dismissed !== phase) dialog.current?.showModal();
    else dialog.current?.close();
  }, [phase, dismissed]);
  const minutes = Math.max(1, Math.ceil(left.seconds / 60));
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
