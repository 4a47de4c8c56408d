import { titled } from '@/components/shell/title';
import { listCities } from '@/features/people/queries';
import { noticeMessages } from '@/features/reviews/messages';
import { listAwards } from '@/features/reviews/notice-queries';
import { AwardList } from '@/features/reviews/ui/award-list';
import { one } from '@/lib/query';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/awards'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, noticeMessages(locale).awardsTitle);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('public.read');
  const query = await searchParams;
  const filter = { city: one(query.city) || undefined, cursor: one(query.cursor) };
  const [page, cities] = await Promise.all([listAwards(actor, filter), listCities(actor)]);
  const names = cities.map((city) => ({ slug: city.slug, zh: city.nameZh, en: city.nameEn }));
  return <AwardList locale={locale} page={page} cities={names} {...filter} />;
}
