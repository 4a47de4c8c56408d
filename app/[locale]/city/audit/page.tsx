import { listAudit } from '@/features/audit/queries';
import { AuditLog } from '@/features/audit/ui/audit-log';
import { one } from '@/lib/query';
import { titled } from '@/components/shell/title';
import { auditMessages } from '@/features/audit/messages';
import { localeOf } from '@/lib/server/locale-params';
import { allow } from '@/lib/server/page';

type Props = PageProps<'/[locale]/city/audit'>;

export async function generateMetadata({ params }: Props) {
  const { locale } = await localeOf(params);
  return titled(locale, auditMessages(locale).title);
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await localeOf(params);
  const actor = await allow('audit.read');
  const query = await searchParams;
  const q = one(query.q)?.trim();
  const cursor = one(query.cursor);
  const page = await listAudit(actor, { cursor, q });
  return <AuditLog locale={locale} page={page} q={q} cursor={cursor} />;
}
