import { titled } from '@/components/shell/title';
import { applicationMessages } from '@/features/applications/messages';
import { listApplications } from '@/features/applications/queries';
import { ApplicationList } from '@/features/applications/ui/application-list';
import { may } from '@/lib/permissions';
import { roleOf } from '@/server/actor';
import { localeOf } from '@/server/locale-params';
import { allow, cursorOf } from '@/server/page';

type Props = PageProps<'/[locale]/startup/applications'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, applicationMessages(locale).applications);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('startup.read');
  const cursor = cursorOf((await searchParams).cursor);
  const page = await listApplications(actor, cursor);
  const writes = may('application.draft', roleOf(actor));
  return <ApplicationList locale={locale} page={page} cursor={cursor} writes={writes} />;
}
