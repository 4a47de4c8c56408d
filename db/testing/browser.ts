import type { Sql } from 'postgres';
import type { FormAction, FormState } from '@/lib/form-state';
import { csrfToken } from '@/server/csrf';
import { hashSessionId, makeSessionId } from '@/server/session';
import type { Person } from '@/demo/base';
import { request } from './request';

export type Fields = Readonly<Record<string, string | File>>;

/** The answer to a form: the page it leads to, or the state in which it comes back. */
export type Answer = { to: string } | { state: FormState };

/** Acts as this user in a browser: opens a session for them, and uses it for the next forms. */
export async function sitDown(superuser: Sql, person: Person | null): Promise<void> {
  request.sid = null;
  if (!person) return;
  const sid = makeSessionId();
  await superuser`
    insert into sessions (id_hash, user_id, membership_id, device, created_at, last_seen_at, expires_at)
    select ${hashSessionId(sid)}, m.user_id, m.id, 'a browser', now(), now(), now() + interval '1 hour'
    from memberships m where m.user_id = ${person.userId} and m.role = ${person.role}
      and m.city_id is not distinct from ${person.cityId}
      and m.organisation_id is not distinct from ${person.organisationId}`;
  request.sid = sid;
}

/** Returns the address that an action leads to, which Next throws. */
function destinationOf(error: unknown): string {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  const [kind, , to] = digest.split(';');
  if (kind !== 'NEXT_REDIRECT' || to === undefined) throw error;
  return to;
}

/** Sends a form as its page does, with the page's token. */
export async function sendForm(run: FormAction, fields: Fields): Promise<Answer> {
  const form = new FormData();
  form.append('csrf', await csrfToken());
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  try {
    return { state: await run({ status: 'idle' }, form) };
  } catch (error) {
    return { to: destinationOf(error) };
  }
}

/** Returns the texts of a form that came back, also those of its fields' faults; nothing where it led to another page. */
export function saidBy(answer: Answer): string {
  if ('to' in answer) return '';
  const { state } = answer;
  const errors = 'errors' in state ? Object.values(state.errors) : [];
  return [('message' in state && state.message) || '', ...errors].join(' ').trim();
}
