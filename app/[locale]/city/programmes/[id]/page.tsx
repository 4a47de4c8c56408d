import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { getEditedProgramme } from '@/features/programmes/editor/queries';
import { cityProgrammeMessages } from '@/features/programmes/messages';
import { ProgrammePage } from '@/features/programmes/publication/ui/programme-page';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/programmes/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, cityProgrammeMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('programme.read');
  const programme = await getEditedProgramme(actor, await idOf(params));
  if (!programme) notFound();
  const done = one((await searchParams).done);
  return <ProgrammePage locale={locale} programme={programme} role={roleOf(actor)} done={done} />;
}
