import { notFound } from 'next/navigation';
import { cache } from 'react';
import { titled } from '@/components/shell/title';
import { appealMessages } from '@/features/appeals/messages';
import { getAppeal } from '@/features/appeals/queries';
import { AppealPage } from '@/features/appeals/ui/appeal-page';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { authorise } from '@/server/gate';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/appeals/[id]'>;

/** Once a request, for the title and for the page; absent also for who may not read it. */
const load = cache(async (id: string) => {
  const authority = await authorise('appeal.read');
  return authority.ok ? getAppeal(authority.value, id) : undefined;
});

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  const t = appealMessages(locale);
  const appeal = await load((await params).id);
  return titled(locale, appeal ? t.appealOf(appeal) : t.appeals);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('appeal.read');
  const appeal = (await load((await params).id)) ?? notFound();
  const { act, done } = await searchParams;
  return (
    <AppealPage
      appeal={appeal}
      locale={locale}
      act={one(act)}
      done={one(done)}
      decider={may('appeal.resolve', roleOf(actor))}
    />
  );
}
