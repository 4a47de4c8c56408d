import { Callout } from '@/components/ui/callout';
import { words } from '@/components/ui/words';
import { formatDate, formatUntil } from '@/lib/dates';
import type { Locale } from '@/lib/locale';
import { pauseMessages } from '../messages';
import type { Pause, PauseExtension } from '../queries';

/** Shows that a programme's vouchers are paused or will be, why, and what that means; nothing where they are not. */
export function PauseNotice({ pause, locale }: { pause: Pause | undefined; locale: Locale }) {
  if (!pause) return null;
  const t = pauseMessages(locale);
  const span = {
    from: formatDate(pause.fromOn, locale),
    until: pause.untilOn ? formatDate(pause.untilOn, locale) : '',
  };
  return (
    <Callout tone="warn" title={pause.begun ? t.running(span) : t.announced(span)}>
      <p>{words(t.body({ reason: pause.reason }))}</p>
      <p>{t.effects}</p>
    </Callout>
  );
}

/** Shows the holder what earlier pauses gave its voucher. */
export function PauseExtensions(props: { locale: Locale; extensions: readonly PauseExtension[] }) {
  const { locale, extensions } = props;
  const t = pauseMessages(locale);
  return extensions.map(({ fromOn, endedOn, days, validTo }) => (
    <Callout
      key={fromOn}
      tone="info"
      title={t.extended({
        from: formatDate(fromOn, locale),
        until: formatDate(endedOn ?? fromOn, locale),
        days,
        to: formatUntil(validTo, locale),
      })}
    />
  ));
}
