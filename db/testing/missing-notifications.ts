import { actionMails } from '@/features/notifications/action-mails';
import { storedText } from '@/features/notifications/mail-text';
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

/**
 * Finds notifications whose text shows a day or an instant as it is stored, because the name of the value is not one of
 * the `days` of mail-text.ts. English shows a day as `30 Jun 2026`.
 */
export async function storedDays(database: TestDatabase): Promise<string[]> {
  const rows = await database.superuser<{ template: string; values: Record<string, string> }[]>`
    select distinct on (template) template, values from notifications`;
  const texts = rows.map(({ template, values }) => ({
    template,
    ...storedText(template, values, 'en'),
  }));
  return texts
    .filter(({ body, subject }) => /\b\d{4}-\d{2}-\d{2}(T|\b)/.test(`${subject} ${body}`))
    .map(({ template }) => template);
}
