import { titled } from '@/components/shell/title';
import { centreMessages } from '@/features/notifications/centre/messages';
import { getWishes } from '@/features/notifications/centre/queries';
import { Wishes } from '@/features/notifications/centre/ui/wishes';
import { listMyPlaces } from '@/features/people/queries';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/settings/notifications'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, centreMessages(locale).wishesTitle);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('account.read');
  const [places, wishes] = await Promise.all([listMyPlaces(actor), getWishes(actor)]);
  return <Wishes locale={locale} roles={places.map(({ role }) => role)} wishes={wishes} />;
}
