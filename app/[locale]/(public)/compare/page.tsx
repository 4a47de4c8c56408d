import { redirect } from 'next/navigation';
import { page } from '@/app/frame';
import { profileAnswers } from '@/features/programmes/check/profile-answers';
import { compareFilter, tidyQuery } from '@/features/programmes/compare/input';
import { compareProgrammes } from '@/features/programmes/compare/queries';
import { Compare, compareTitle } from '@/features/programmes/compare/ui/compare';
import { readerRegion } from '@/features/programmes/list/reader-queries';
import { addressOf } from '@/lib/address';
import { readFilter } from '@/lib/input/filter';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';

const { generateMetadata, Page } = page('/[locale]/compare', {
  permission: 'public.read',
  load: async ({ locale, actor, query }) => {
    const tidy = tidyQuery(query);
    if (tidy) redirect(addressOf(localePath(locale, paths.compare()), tidy));
    const answers = profileAnswers(query);
    const view = await compareProgrammes(actor, answers, query.contractAmount !== undefined);
    const cities = [...new Set(view.programmes.map(({ city }) => city.slug))];
    const search = readFilter(compareFilter, query, { known: { city: cities } });
    const region = answers.region ?? (await readerRegion(actor));
    return { changing: query.change !== undefined, search, region, ...view };
  },
  titleOf: compareTitle,
  view: Compare,
});
export { generateMetadata, Page as default };
