import { localePath } from '@/lib/locale';
import { notFound, redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { applicationMessages } from '@/features/applications/messages';
import { listSources } from '@/features/applications/queries';
import { TaskPage } from '@/features/applications/ui/task-page';
import { getApplication } from '@/features/applications/view-queries';
import { paths } from '@/lib/paths';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/startup/applications/[id]'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, applicationMessages(locale).sections);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const { id } = await params;
  const actor = await allow('startup.read');
  const view = await getApplication(actor, id);
  if (!view) notFound();
  if (view.state !== 'draft') redirect(localePath(locale, paths.startup.status(id)));
  const owner = may('application.submit', roleOf(actor));
  return (
    <TaskPage
      locale={locale}
      view={view}
      owner={owner}
      earlier={await listSources(actor, id)}
      done={one((await searchParams).done)}
    />
  );
}
