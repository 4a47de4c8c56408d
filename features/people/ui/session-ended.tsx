'use client';

import { useSyncExternalStore } from 'react';
import { Callout } from '@/components/ui/callout';
import { keepsAnyOf } from '@/components/ui/kept-text';
import type { Locale } from '@/lib/locale';
import { endedMessages } from '../ended-messages';

/** Tells of no change: nothing is typed on the page that shows this. */
const never = () => () => undefined;

/**
 * Says why one has to sign in again, and that what was typed is not lost. Only the browser knows whether it keeps
 * anything of this person, and without a script it keeps nothing.
 */
export function SessionEnded(props: { locale: Locale; owner: string; why: 'revoked' | 'expired' }) {
  const { locale, owner, why } = props;
  const t = endedMessages(locale);
  const isKept = useSyncExternalStore(
    never,
    () => keepsAnyOf(owner),
    () => false,
  );
  return (
    <Callout tone="info" title={t[why]} live>
      {isKept && t.kept}
    </Callout>
  );
}
