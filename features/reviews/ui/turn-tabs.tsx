import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { addressOf } from '@/lib/address';
import type { Locale } from '@/lib/locale';
import { deskMessages, reviewMessages, turnMessages } from '../messages';

/** Switches a list between everything and what waits for the reader; for readers who have a turn in it. */
export function TurnTabs(props: { locale: Locale; path: string; turn: 'mine' | undefined }) {
  const { locale, path, turn } = props;
  const t = turnMessages(locale);
  return (
    <LinkTabs
      label={reviewMessages(locale).views}
      tabs={[
        { href: path, label: t.all, current: turn === undefined },
        { href: addressOf(path, { turn: 'mine' }), label: t.mine, current: turn === 'mine' },
      ]}
    />
  );
}

/** Says that nothing waits for the reader, in place of a list of it. */
export function NothingWaiting({ locale }: { locale: Locale }) {
  const t = deskMessages(locale);
  return <EmptyState title={t.nothingWaiting} body={t.nothingWaitingBody} />;
}
