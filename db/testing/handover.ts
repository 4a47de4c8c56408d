import { handover } from '@/features/notifications/handover';
import { storedText } from '@/features/notifications/mail-text';
import type { TestDatabase } from './database';

/**
 * Finds events on record that should have notified a user, in their own transaction, and did not; also returns which kinds of
 * events there were.
 */
export async function untold(
  database: TestDatabase,
): Promise<{ silent: string[]; looked: Set<string> }> {
  const rules = Object.entries(handover).flatMap(([action, { always }]) =>
    always.map((template) => ({ action, template })),
  );
  const rows = await database.superuser<{ action: string; template: string; silent: number }[]>`
    select r.action, r.template, count(*) filter (where not exists (
      select 1 from notifications n where n.template = r.template
        and n.created_at between e.at - interval '2 milliseconds' and e.at + interval '2 milliseconds'
    ))::int as silent
    from jsonb_to_recordset(${database.superuser.json(rules)}) as r(action text, template text)
    join audit_events e on e.action = r.action
    -- Older notifications are deleted.
    where e.at > app.now() - interval '399 days'
    group by 1, 2 order by 1, 2`;
  return {
    silent: rows
      .filter(({ silent }) => silent > 0)
      .map(({ action, template, silent }) => `${action} told no ${template} (${silent})`),
    looked: new Set(rows.map(({ action }) => action)),
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
