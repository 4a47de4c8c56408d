import { actionMails } from '@/features/notifications/action-mails';
import type { TestDatabase } from './database';

/**
 * Finds recorded actions that should have notified a user, in their own transaction, and did not; also returns which actions
 * there were.
 */
export async function findMissingNotifications(
  database: TestDatabase,
): Promise<{ missing: string[]; actions: Set<string> }> {
  const rules = Object.entries(actionMails).flatMap(([action, { always }]) =>
    always.map((template) => ({ action, template })),
  );
  const rows = await database.superuser<{ action: string; template: string; missing: number }[]>`
    select r.action, r.template, count(*) filter (where not exists (
      select 1 from notifications n where n.template = r.template
        and n.created_at between e.at - interval '2 milliseconds' and e.at + interval '2 milliseconds'
    ))::int as missing
    from jsonb_to_recordset(${database.superuser.json(rules)}) as r(action text, template text)
    join audit_events e on e.action = r.action
    -- Older notifications are deleted.
    where e.at > app.now() - interval '399 days'
    group by 1, 2 order by 1, 2`;
  return {
    missing: rows
      .filter(({ missing }) => missing > 0)
      .map(({ action, template, missing }) => `${action} wrote no ${template} (${missing})`),
    actions: new Set(rows.map(({ action }) => action)),
  };
}
