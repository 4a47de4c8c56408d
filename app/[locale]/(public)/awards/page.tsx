import { titled } from '@/components/shell/title';
import { listCities } from '@/features/people/queries';
import { awardFilter, listAwards } from '@/features/notices/queries';
import { AwardList } from '@/features/notices/ui/award-list';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { noPage, readFilter } from '@/lib/input/filter';
import { noticeMessages } from '@/features/notices/messages';

type Props = PageProps<'/[locale]/awards'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, noticeMessages(locale).awardsTitle);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const cities = await listCities(actor);
  const names = cities.map((city) => ({ slug: city.slug, zh: city.nameZh, en: city.nameEn }));
  const slugs = names.map(({ slug }) => slug);
  const asked = readFilter(awardFilter, await searchParams, { city: slugs });
  const page = asked.fits ? await listAwards(actor, asked.filter) : noPage;
  return <AwardList locale={locale} page={page} cities={names} asked={asked} />;
}
