import { titled } from '@/components/shell/title';
import { reviewMessages } from '@/features/reviews/messages';
import {
  caseFilter,
  countViews,
  listCaseProgrammes,
  listCases,
  listReviewers,
} from '@/features/reviews/queries';
import { Queue } from '@/features/reviews/ui/queue';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { noPage, readFilter } from '@/lib/input/filter';

type Props = PageProps<'/[locale]/city/cases'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, reviewMessages(locale).queue);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('case.read');
  const query = await searchParams;
  const asked = readFilter(caseFilter, query);
  const [page, views, reviewers, programmes] = await Promise.all([
    asked.fits ? listCases(actor, asked.filter) : noPage,
    countViews(actor),
    listReviewers(actor),
    listCaseProgrammes(actor),
  ]);
  const shown = { locale, asked, filter: asked.filter, page, views, reviewers, programmes };
  const own = { role: roleOf(actor) };
  return <Queue {...shown} {...own} done={one(query.done)} />;
}
