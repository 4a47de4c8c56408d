import { localePath } from '@/lib/locale';
import { notFound, redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { applicationMessages } from '@/features/applications/messages';
import { getPreflight } from '@/features/applications/preflight-queries';
import { ReviewPage } from '@/features/applications/ui/review-page';
import { getApplication } from '@/features/applications/view-queries';
import { paths } from '@/lib/paths';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/startup/applications/[id]/review'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, applicationMessages(locale).reviewTitle);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const { id } = await params;
  const actor = await allow('startup.read');
  const view = await getApplication(actor, id);
  if (!view) notFound();
  if (view.open.length === 0) redirect(localePath(locale, paths.startup.status(id)));
  const role = roleOf(actor);
  return (
    <ReviewPage
      locale={locale}
      view={view}
      preflight={await getPreflight(actor, view)}
      owner={may('application.submit', role)}
      member={may('application.draft', role)}
      done={one((await searchParams).done)}
    />
  );
}
