import { notFound } from 'next/navigation';
import { cache } from 'react';
import { titled } from '@/components/shell/title';
import { getObjection } from '@/features/objections/queries';
import { ObjectionPage } from '@/features/objections/ui/objections';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { authorise } from '@/server/gate';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { objectionMessages } from '@/features/objections/messages';

type Props = PageProps<'/[locale]/city/objections/[id]'>;

/** Once a request, for the title and for the page; absent also for who may not read it. */
const load = cache(async (id: string) => {
  const authority = await authorise('objection.read');
  return authority.ok ? getObjection(authority.value, id) : undefined;
});

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  const t = objectionMessages(locale);
  const objection = await load((await params).id);
  return titled(locale, objection ? t.objectionOf(objection) : t.objections);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('objection.read');
  const objection = (await load((await params).id)) ?? notFound();
  const { act, done } = await searchParams;
  return (
    <ObjectionPage
      objection={objection}
      locale={locale}
      act={one(act)}
      done={one(done)}
      resolver={may('objection.resolve', roleOf(actor))}
    />
  );
}
