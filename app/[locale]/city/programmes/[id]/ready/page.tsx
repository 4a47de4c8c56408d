import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { editorMessages } from '@/features/programmes/editor/messages';
import { getEditedProgramme } from '@/features/programmes/editor/queries';
import { ReadyPage } from '@/features/programmes/publication/ui/ready-page';
import { may } from '@/lib/permissions';
import { roleOf } from '@/server/actor';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/programmes/[id]/ready'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, editorMessages(locale).ready);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('programme.read');
  const programme = await getEditedProgramme(actor, await idOf(params));
  if (!programme) notFound();
  const mayManage = may('programme.manage', roleOf(actor));
  return <ReadyPage locale={locale} programme={programme} mayManage={mayManage} />;
}
