import 'server-only';
import type { applications } from '@/db/schema/applications';
import { takeOutDocuments } from '@/features/documents/commands';
import { listDocuments } from '@/features/documents/queries';
import { say, semicolon } from '@/lib/bilingual';
import { done, fault, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { requestLocaleOr } from '@/server/request';
import { dependentsOf, putOff } from '@/features/forms/domain/dependents';
import {
  controllersOf,
  planOf,
  type FormDefinition,
  type FormField,
} from '@/features/forms/domain/form';

type Row = typeof applications.$inferSelect;
type Change = Readonly<Record<string, string>>;

export type ResolvedChange = {
  /** What is saved: the changed answers, and an empty value for every answer that the change clears. */
  changed: Record<string, string>;
  /** Questions that are no longer asked and whose answers are cleared. */
  cleared: readonly FormField[];
  /** Questions whose answers would be cleared. The change waits until the user agrees to that. */
  waiting: readonly FormField[];
};

/** Formats the names of fields as the form sends them back to say which answers may be cleared. */
export const namesOf = (fields: readonly FormField[]): string =>
  fields.map(({ name }) => name).join(' ');

/** Refuses a save until the user agrees. It names, at each changed answer, the answers that the change would clear. */
async function ask(form: FormDefinition, changed: Change, dependents: readonly FormField[]) {
  const locale = await requestLocaleOr('zh-CN');
  const plan = planOf(form);
  const labels = (fields: readonly FormField[]) =>
    fields.map((field) => say(field.label, locale)).join(say(semicolon, locale));
  const faults = Object.keys(changed).flatMap((name) => {
    const own = dependents.filter((field) => controllersOf(plan, field.name).has(name));
    if (own.length === 0) return [];
    return [[name, fault('answer_clears', { labels: labels(own) })] as const];
  });
  return {
    ...refused('answers_depend', { labels: labels(dependents) }),
    fields: Object.fromEntries(faults),
    fresh: { asks: namesOf(dependents), asksLabels: labels(dependents) },
  };
}

/**
 * Decides about a change on which other answers depend. No answer is cleared without the user's knowledge: a save by
 * hand is refused until the form sends the names of the answers that may be cleared; a save in the background saves
 * the rest and leaves that change for later.
 */
export async function resolveDependents(
  grant: Grant,
  row: Row,
  form: FormDefinition,
  save: { changed: Change; agreed: string; background: boolean },
): Promise<Outcome<ResolvedChange, 'answers_depend'>> {
  const { changed, agreed, background } = save;
  const held = await listDocuments(grant.tx, { applicationId: row.id });
  const files = new Set(held.map(({ requirement }) => requirement));
  const dependents = dependentsOf(form, row.answers, changed, files);
  if (dependents.length === 0) return done({ changed, cleared: [], waiting: [] });
  if (background) {
    const { now } = putOff(form, changed, dependents);
    return done({ changed: now, cleared: [], waiting: dependents });
  }
  const allowed = new Set(agreed.split(' '));
  if (!dependents.every(({ name }) => allowed.has(name))) return ask(form, changed, dependents);
  await takeOutDocuments(
    grant,
    { applicationId: row.id },
    dependents.flatMap((field) => (field.kind === 'file' ? [field.name] : [])),
  );
  const emptied = dependents.flatMap(({ kind, name }) => (kind === 'file' ? [] : [[name, '']]));
  return done({
    changed: { ...changed, ...(Object.fromEntries(emptied) as Change) },
    cleared: dependents,
    waiting: [],
  });
}
