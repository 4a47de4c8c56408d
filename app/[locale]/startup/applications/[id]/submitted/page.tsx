import { localePath } from '@/lib/locale';
import { notFound, redirect } from 'next/navigation';
import { titled } from '@/components/shell/title';
import { applicationMessages } from '@/features/applications/messages';
import { ReceiptPage } from '@/features/applications/ui/receipt-page';
import { getApplication } from '@/features/applications/view-queries';
import { paths } from '@/lib/paths';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';

type Props = PageProps<'/[locale]/startup/applications/[id]/submitted'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, applicationMessages(locale).receipt);
}

export default async function Page({ params }: Props) {
  const { locale } = await localeOf(params);
  const { id } = await params;
  const view = await getApplication(await allow('startup.read'), id);
  if (!view) notFound();
  if (view.submittedAt === null) redirect(localePath(locale, paths.startup.application(id)));
  return <ReceiptPage locale={locale} view={view} submittedAt={view.submittedAt} />;
}
