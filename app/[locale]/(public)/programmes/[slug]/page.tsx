import { cache } from 'react';
import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { say } from '@/lib/bilingual';
import { getProgramme } from '@/features/programmes/queries';
import { ProgrammeGuide } from '@/features/programmes/guide/ui/guide';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/programmes/[slug]'>;

const load = cache(async (slug: string) => {
  const programme = await getProgramme(await allow('public.read'), slug);
  if (!programme) notFound();
  return programme;
});

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, say((await load((await params).slug)).title, locale));
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  return <ProgrammeGuide locale={locale} programme={await load((await params).slug)} />;
}
