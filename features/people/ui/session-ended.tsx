'use client';

import { useSyncExternalStore } from 'react';
import { Callout } from '@/components/ui/callout';
import { hasUnsaved } from '@/components/ui/unsaved-text';
import type { Locale } from '@/lib/locale';
import { endedMessages } from '../ended-messages';

/** Subscribes to nothing, because nothing is typed on the page that shows this. */
const never = () => () => undefined;

/**
 * Shows why the user must sign in again, and that what was typed is not lost. Only the browser has what was
 * typed, and only with a script.
 */
export function SessionEnded(props: { locale: Locale; owner: string; why: 'revoked' | 'expired' }) {
  const { locale, owner, why } = props;
  const t = endedMessages(locale);
  const isKept = useSyncExternalStore(
    never,
    () => hasUnsaved(owner),
    () => false,
  );
  return (
    <Callout tone="info" title={t[why]} live>
      {isKept && t.kept}
    </Callout>
  );
}
