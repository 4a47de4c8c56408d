import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { formEditorMessages } from '@/features/programmes/form-editor/messages';
import { findFormSection } from '@/features/programmes/form-editor/queries';
import { FormSectionPage } from '@/features/programmes/form-editor/ui/section-page';
import { one } from '@/lib/query';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/programmes/[id]/form/sections/[section]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, formEditorMessages(locale).editSection);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('programme.manage');
  const found = await findFormSection(actor, await idOf(params), (await params).section);
  if (!found) notFound();
  const done = one((await searchParams).done);
  return <FormSectionPage locale={locale} done={done} {...found} mayManage />;
}
