import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { getEditedProgramme } from '@/features/programmes/editor/queries';
import { formEditorMessages } from '@/features/programmes/form-editor/messages';
import { FormOverview } from '@/features/programmes/form-editor/ui/overview';
import { one } from '@/lib/query';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { cityProgrammeMessages } from '@/features/programmes/messages';

type Props = PageProps<'/[locale]/city/programmes/[id]/form'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, cityProgrammeMessages(locale).applicationForm);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('programme.manage');
  const programme = await getEditedProgramme(actor, await idOf(params));
  if (!programme) notFound();
  const done = one((await searchParams).done);
  return <FormOverview locale={locale} programme={programme} done={done} mayManage />;
}
