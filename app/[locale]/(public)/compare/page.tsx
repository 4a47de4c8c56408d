import { cache } from 'react';
import { redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { compareFilter, tidyQuery } from '@/features/programmes/compare/input';
import { compareProgrammes } from '@/features/programmes/compare/queries';
import { readerRegion } from '@/features/programmes/list/reader-queries';
import { Compare, compareTitle } from '@/features/programmes/compare/ui/compare';
import { addressOf } from '@/lib/address';
import { readFilter } from '@/lib/input/filter';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { profileAnswers, type ProfileAnswers } from '@/features/programmes/check/profile-answers';

type Props = PageProps<'/[locale]/compare'>;

/** Compared once for the title and the page: the answers are told by their text. */
const viewOf = cache(async (answers: string, asked: boolean) =>
  compareProgrammes(await allow('public.read'), JSON.parse(answers) as ProfileAnswers, asked),
);

const ownRegion = cache(async () => readerRegion(await allow('public.read')));

async function propsOf({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const query = await searchParams;
  const answers = profileAnswers(query);
  const view = await viewOf(JSON.stringify(answers), query.contractFen !== undefined);
  const cities = [...new Set(view.programmes.map(({ city }) => city.slug))];
  const asked = readFilter(compareFilter, query, { city: cities });
  const region = answers.region ?? (await ownRegion());
  return { locale, changing: query.change !== undefined, asked, region, ...view };
}

export async function generateMetadata(props: Props) {
  const known = await propsOf(props);
  return titled(known.locale, compareTitle(known));
}

export default async function Page(props: Props) {
  const { locale } = await localeOf(props.params);
  const tidy = tidyQuery(await props.searchParams);
  if (tidy) redirect(addressOf(localePath(locale, paths.compare()), tidy));
  return <Compare {...await propsOf(props)} />;
}
