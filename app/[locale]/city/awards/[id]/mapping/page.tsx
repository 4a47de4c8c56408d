import { notFound, redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { awardImportLifecycle } from '@/features/awards/domain/lifecycle';
import { awardMessages } from '@/features/awards/messages';
import { getMapping } from '@/features/awards/queries';
import { MappingPage } from '@/features/awards/ui/mapping-page';
import { localePath } from '@/lib/locale';
import { paths } from '@/lib/paths';
import { idOf, localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/city/awards/[id]/mapping'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, awardMessages(locale).mapTitle);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('award.import');
  const view = await getMapping(actor, await idOf(params));
  if (!view) notFound();
  if (!awardImportLifecycle.can(view.list.state, 'check')) {
    redirect(localePath(locale, paths.city.awardList(view.list.id)));
  }
  return <MappingPage locale={locale} view={view} />;
}
