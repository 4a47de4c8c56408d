import { auditFilter, listAudit } from '@/features/audit/queries';
import { AuditLog } from '@/features/audit/ui/audit-log';
import { titled } from '@/components/shell/title';
import { auditMessages } from '@/features/audit/messages';
import { localeOf } from '@/server/locale-params';
import { allow } from '@/server/page';
import { noPage, readFilter } from '@/lib/input/filter';

type Props = PageProps<'/[locale]/city/audit'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, auditMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('audit.read');
  const asked = readFilter(auditFilter, await searchParams);
  const page = asked.fits ? await listAudit(actor, asked.filter) : noPage;
  return <AuditLog locale={locale} page={page} asked={asked} />;
}
