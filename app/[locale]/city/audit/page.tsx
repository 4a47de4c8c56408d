import { page } from '@/app/frame';
import { auditBounds, auditFilter, listAgencies, listAudit } from '@/features/audit/log-queries';
import { AuditLog } from '@/features/audit/ui/audit-log';
import { auditMessages } from '@/features/audit/messages';
import { listFor } from '@/lib/input/filter';

const { generateMetadata, Page } = page('/[locale]/city/audit', {
  permission: 'audit.read',
  title: (locale) => auditMessages(locale).title,
  load: async ({ actor, query }) => ({
    ...(await listFor(auditFilter, query, (filter) => listAudit(actor, filter), auditBounds)),
    agencies: await listAgencies(actor),
  }),
  view: AuditLog,
});
export { generateMetadata, Page as default };
