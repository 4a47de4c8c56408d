import { titled } from '@/components/shell/title';
import { editorMessages } from '@/features/programmes/editor/messages';
import { listTemplates } from '@/features/programmes/editor/queries';
import { NewProgramme } from '@/features/programmes/editor/ui/begin';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/programmes/new'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, editorMessages(locale).newProgramme);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('programme.manage');
  return <NewProgramme locale={locale} templates={await listTemplates(actor)} />;
}
