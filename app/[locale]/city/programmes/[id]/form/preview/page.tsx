import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { getEditedProgramme } from '@/features/programmes/editor/queries';
import { formEditorMessages } from '@/features/programmes/form-editor/messages';
import { FormPreviewPage } from '@/features/programmes/form-editor/ui/overview';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/programmes/[id]/form/preview'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, formEditorMessages(locale).preview);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('programme.manage');
  const programme = await getEditedProgramme(actor, await idOf(params));
  if (!programme) notFound();
  return <FormPreviewPage locale={locale} programme={programme} mayManage />;
}
