import { titled } from '@/components/shell/title';
import { peopleMessages } from '@/features/people/messages';
import { listCities } from '@/features/people/queries';
import { PlatformHome } from '@/features/people/ui/administration';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/platform'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, peopleMessages(locale).platform);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('platform.read');
  return <PlatformHome locale={locale} cities={await listCities(actor)} />;
}
