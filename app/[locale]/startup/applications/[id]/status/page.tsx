import { localePath } from '@/lib/locale';
import { notFound, redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { applicationMessages } from '@/features/applications/messages';
import { listSteps } from '@/features/applications/queries';
import { StatusPage } from '@/features/applications/ui/status-page';
import { getApplication } from '@/features/applications/view-queries';
import { paths } from '@/lib/paths';
import { may } from '@/lib/permissions';
import { one } from '@/lib/query';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { getOwnAppeal } from '@/features/appeals/queries';
import { FileAppeal } from '@/features/appeals/ui/file-appeal';
import { OwnAppealNote } from '@/features/appeals/ui/own-appeal';

type Props = PageProps<'/[locale]/startup/applications/[id]/status'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, applicationMessages(locale).statusTitle);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const { id } = await params;
  const actor = await allow('startup.read');
  const view = await getApplication(actor, id);
  if (!view) notFound();
  if (view.state === 'draft') redirect(localePath(locale, paths.startup.application(id)));
  const role = roleOf(actor);
  const owner = may('application.submit', role);
  const done = one((await searchParams).done);
  const writes = may('application.draft', role);
  const own = await getOwnAppeal(actor, id);
  return (
    <StatusPage
      locale={locale}
      view={view}
      owner={owner}
      writes={writes}
      done={done}
      appeal={<OwnAppealNote own={own} locale={locale} />}
      fileAppeal={
        own?.appealable &&
        own.appealBy && (
          <FileAppeal applicationId={id} appealBy={own.appealBy} owner={owner} locale={locale} />
        )
      }
      steps={await listSteps(actor, id)}
    />
  );
}
