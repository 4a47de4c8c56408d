import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { addressOf } from '@/lib/address';
import type { Locale } from '@/lib/locale';
import { deskMessages, reviewMessages, turnMessages } from '../messages';

/** Shows the tabs of a list: all items, and those that wait for the reader. Only for readers who have work in it. */
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

/** Shows that nothing waits for the reader, in place of an empty list. */
export function NothingWaiting({ locale }: { locale: Locale }) {
  const t = deskMessages(locale);
  return <EmptyState title={t.nothingWaiting} body={t.nothingWaitingBody} />;
}
