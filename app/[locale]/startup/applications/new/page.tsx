import { notFound, redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { applicationMessages } from '@/features/applications/messages';
import { getStart } from '@/features/applications/queries';
import { ChooseProgramme, ConfirmStart } from '@/features/applications/ui/start';
import { standingOfProgramme } from '@/features/programmes/domain/standing';
import { listProgrammes } from '@/features/programmes/list/queries';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { one } from '@/lib/query';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/startup/applications/new'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, applicationMessages(locale).startTitle);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  await allow('application.draft');
  const actor = await allow('startup.read');
  const query = await searchParams;
  const slug = one(query.programme);
  if (slug === undefined) {
    const cursor = one(query.cursor);
    const page = await listProgrammes(await allow('public.read'), { state: 'open', cursor });
    return <ChooseProgramme locale={locale} page={page} cursor={cursor} />;
  }
  const start = await getStart(actor, slug);
  if (!start) notFound();
  // Leads to the guide of a programme that comes by itself, because nobody applies to it.
  if (standingOfProgramme(start.programme) === 'automatic') {
    redirect(localePath(locale, paths.programme(slug)));
  }
  const given = Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, one(value)]),
  );
  return <ConfirmStart locale={locale} {...start} given={given} />;
}
