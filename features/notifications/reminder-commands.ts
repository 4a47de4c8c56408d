import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Reminder, Window } from './domain/reminders';

/**
 * A due reminder: the subject, its deadline, and the organisation or person concerned. `values` contains amounts in fen
 * under `amount`.
 */
export type Due = {
  subject_id: string;
  due: string;
  organisation_id: string;
  person_id: string | null;
  values: Record<string, string>;
};

/**
 * Records the due reminders and returns them. Skips what was recorded before, also by a run at the same time.
 * @param from.rows one city's deadlines of the kind: subject_id, deadline, since, organisation_id, person_id, values
 */
export async function takeDue(
  tx: Tx,
  from: {
    cityId: string;
    kind: Reminder;
    windows: readonly Window[];
    rows: SQL;
    atMost: number;
  },
): Promise<Due[]> {
  const { cityId, kind } = from;
  return tx.execute<Due>(sql`
    with due as materialized (
      select x.*, w.stage
      from jsonb_to_recordset(${JSON.stringify(from.windows)}::jsonb)
        as w(stage text, after timestamptz, until timestamptz, lead integer)
      join (${from.rows}) x on x.deadline > w.after and x.deadline <= w.until
        and x.since <= x.deadline - make_interval(days => w.lead)
      where not exists (select 1 from reminders r where r.subject_id = x.subject_id
        and r.template = ${kind} and r.deadline = x.deadline and r.stage = w.stage)
      order by x.deadline, x.subject_id limit ${from.atMost}
    ), noted as (
      insert into reminders (city_id, template, subject_id, deadline, stage)
      select ${cityId}::uuid, ${kind}, subject_id, deadline, stage from due
      on conflict do nothing returning subject_id
    )
    select due.subject_id, due.organisation_id, due.person_id, due.values,
      to_char(due.deadline at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as due
    from due join noted using (subject_id) order by due.deadline, due.subject_id`);
}
