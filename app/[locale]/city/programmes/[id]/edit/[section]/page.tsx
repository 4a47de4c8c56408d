import { notFound } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { sectionIds } from '@/features/rules/domain/parameter-table';
import { editorMessages } from '@/features/programmes/editor/messages';
import { getEditedProgramme } from '@/features/programmes/editor/queries';
import { EditSection } from '@/features/programmes/editor/ui/section-page';
import { one } from '@/lib/query';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/programmes/[id]/edit/[section]'>;

async function find({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('programme.manage');
  const asked = (await params).section;
  const section = sectionIds.find((id) => id === asked);
  const programme = section && (await getEditedProgramme(actor, await idOf(params)));
  if (!programme) notFound();
  return { locale, programme, section };
}

export async function generateMetadata(props: Props) {
  const { locale, section } = await find(props);
  const t = editorMessages(locale);
  return titled(locale, `${t[`section_${section}`]} · ${t.unsentDraft}`);
}

export default async function Page(props: Props) {
  const { done, rows } = await props.searchParams;
  return <EditSection {...await find(props)} done={one(done)} rows={one(rows)} />;
}
