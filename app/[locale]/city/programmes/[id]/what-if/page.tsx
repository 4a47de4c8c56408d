import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { effects } from '@/features/programmes/what-if/domain/what-if';
import { editorMessages } from '@/features/programmes/editor/messages';
import { WhatIfPage } from '@/features/programmes/what-if/ui/what-if-page';
import { getWhatIf, mostCases } from '@/features/programmes/what-if/queries';
import { one } from '@/lib/query';
import { idOf, localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/city/programmes/[id]/what-if'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, editorMessages(locale).whatIf);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('programme.read');
  const view = await getWhatIf(actor, await idOf(params));
  if (!view) notFound();
  const { effect, cursor } = await searchParams;
  const wanted = one(effect) || undefined;
  const asked = { effect: effects.find((known) => known === wanted), cursor: cursorOf(cursor) };
  if (asked.effect !== wanted) notFound();
  return <WhatIfPage locale={locale} {...view} asked={asked} most={mostCases} />;
}
