import { cache } from 'react';
import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { checkQuery } from '@/features/programmes/check/domain/check';
import { getCheck } from '@/features/programmes/queries';
import { EligibilityCheck, checkTitle } from '@/features/programmes/check/ui/check';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/programmes/[slug]/check'>;

const load = cache(async (slug: string) => {
  const check = await getCheck(await allow('public.read'), slug);
  if (!check) notFound();
  return check;
});

async function propsOf({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const check = await load((await params).slug);
  return { locale, ...check, typed: checkQuery(check.programme.rules, await searchParams) };
}

export async function generateMetadata(props: Props) {
  const check = await propsOf(props);
  return titled(check.locale, checkTitle(check));
}

export default async function Page(props: Props) {
  return <EligibilityCheck {...await propsOf(props)} />;
}
