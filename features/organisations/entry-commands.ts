import 'server-only';
import { and, asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import { organisationContacts, organisationParties } from '@/db/schema/organisations';
import { done, refused, type Outcome } from '@/lib/result';
import { organisationOf } from '@/server/actor';
import type { Grant } from '@/server/gate';
import { sharesExceed, wholeShare, type Relation } from './domain/profile';
import { lockOwn, organisationPage, mergeEdit } from './edit';
import type * as inputs from './input';

type ContactRow = typeof organisationContacts.$inferSelect;
type PartyRow = typeof organisationParties.$inferSelect;

/** As many entries of a kind as an organisation needs. More are a mistake or a flood. */
const most = { contacts: 20, parties: 100 } as const;

type EntryRefusal = 'entry_unknown' | 'too_many_entries' | 'edit_stale';

const contactsOf = ({ tx, actor }: Grant): Promise<ContactRow[]> =>
  tx
    .select()
    .from(organisationContacts)
    .where(eq(organisationContacts.organisationId, organisationOf(actor)))
    .orderBy(asc(organisationContacts.id))
    .limit(most.contacts + 1);

const partiesOf = ({ tx, actor }: Grant): Promise<PartyRow[]> =>
  tx
    .select()
    .from(organisationParties)
    .where(eq(organisationParties.organisationId, organisationOf(actor)))
    .orderBy(asc(organisationParties.id))
    .limit(most.parties + 1);

/** Finds the entry that is edited; null for a new one. Rejects an unknown entry, and a new one beyond the limit. */
function entryIn<T extends { id: string }>(
  rows: readonly T[],
  entryId: string | undefined,
  maximum: number,
): Outcome<T | null, 'entry_unknown' | 'too_many_entries'> {
  if (entryId === undefined) {
    return rows.length >= maximum ? refused('too_many_entries', { maximum }) : done(null);
  }
  const row = rows.find(({ id }) => id === entryId);
  return row ? done(row) : refused('entry_unknown');
}

const contactTexts = ({ name, post, phone, email }: ContactRow) => ({ name, post, phone, email });

/** Adds or changes a contact. The first contact is the main one until another is made so. */
export async function saveContact(
  grant: Grant<'organisation.edit'>,
  input: z.output<typeof inputs.contactInput>,
): Promise<Outcome<{ to: string }, EntryRefusal>> {
  const { tx, actor } = grant;
  const organisationId = organisationOf(actor);
  await lockOwn(grant);
  const rows = await contactsOf(grant);
  const entry = entryIn(rows, input.entryId, most.contacts);
  if (!entry.ok) return entry;
  const { entryId: _entryId, isMain, base, ...typed } = input;
  const stored = entry.value ? contactTexts(entry.value) : {};
  const merged = await mergeEdit(base, stored, typed);
  if (!merged.ok) return merged;
  const main = isMain === 'yes' || entry.value?.isMain === true || rows.length === 0;
  if (main) {
    await tx
      .update(organisationContacts)
      .set({ isMain: false })
      .where(eq(organisationContacts.organisationId, organisationId));
  }
  const values = { ...typed, ...merged.value.values, isMain: main };
  const [saved] = entry.value
    ? await tx
        .update(organisationContacts)
        .set(values)
        .where(eq(organisationContacts.id, entry.value.id))
        .returning({ id: organisationContacts.id })
    : await tx
        .insert(organisationContacts)
        .values({ organisationId, ...values })
        .returning({ id: organisationContacts.id });
  if (!saved) throw new Error('The contact was not written.');
  await grant.record({
    action: 'contact.saved',
    subject: { kind: 'contact', id: saved.id },
    data: { name: values.name, main },
  });
  return done({ to: organisationPage(grant, 'contacts', 'saved') });
}

/** Removes a contact. If it was the main one, the oldest other contact becomes the main one. */
export async function removeContact(
  grant: Grant<'organisation.edit'>,
  input: z.output<typeof inputs.entryInput>,
): Promise<Outcome<{ to: string }, 'entry_unknown' | 'contact_last'>> {
  const { tx } = grant;
  await lockOwn(grant);
  const rows = await contactsOf(grant);
  const row = rows.find(({ id }) => id === input.entryId);
  if (!row) return refused('entry_unknown');
  const next = rows.find(({ id }) => id !== row.id);
  if (!next) return refused('contact_last');
  await tx.delete(organisationContacts).where(eq(organisationContacts.id, row.id));
  if (row.isMain) {
    await tx
      .update(organisationContacts)
      .set({ isMain: true })
      .where(eq(organisationContacts.id, next.id));
  }
  await grant.record({
    action: 'contact.removed',
    subject: { kind: 'contact', id: row.id },
    data: { name: row.name },
  });
  return done({ to: organisationPage(grant, 'contacts', 'removed') });
}

const partyTexts = ({ name, creditCode, relation, share }: PartyRow) => ({
  name,
  creditCode,
  relation: relation ?? '',
  share: share === null ? '' : String(share / 100),
});

type PartyRefusal = EntryRefusal | 'party_self' | 'party_twice' | 'shares_exceed';

/**
 * Rejects an entry that contradicts the others: the organisation itself, a party that is listed already, or
 * shares beyond the whole.
 */
function contradiction(
  others: readonly PartyRow[],
  party: { kind: string; creditCode: string; share: number | null },
  ownCode: string,
): Outcome<undefined, PartyRefusal> {
  if (party.creditCode === ownCode) return refused('party_self', {}, 'creditCode');
  const same = others.filter(({ kind }) => kind === party.kind);
  if (party.creditCode && same.some(({ creditCode }) => creditCode === party.creditCode)) {
    return refused('party_twice', {}, 'creditCode');
  }
  const shares = [...same.map(({ share }) => share ?? 0), party.share ?? 0];
  if (party.kind === 'shareholder' && sharesExceed(shares)) {
    const left = wholeShare - shares.slice(0, -1).reduce((sum, share) => sum + share, 0);
    return refused('shares_exceed', { left: left / 100 }, 'share');
  }
  return done();
}

/** Adds or changes a shareholder or a related party. Shareholders together hold at most the whole. */
export async function saveParty(
  grant: Grant<'organisation.edit'>,
  input: z.output<typeof inputs.partyInput>,
): Promise<Outcome<{ to: string }, PartyRefusal>> {
  const { tx, actor } = grant;
  const organisationId = organisationOf(actor);
  const own = await lockOwn(grant);
  const { entryId, kind, base, ...typed } = input;
  const rows = await partiesOf(grant);
  const entry = entryIn(rows, entryId, most.parties);
  if (!entry.ok) return entry;
  if (entry.value && entry.value.kind !== kind) return refused('entry_unknown');
  const merged = await mergeEdit(base, entry.value ? partyTexts(entry.value) : {}, typed);
  if (!merged.ok) return merged;
  const texts = { ...typed, ...merged.value.values };
  const values = {
    kind,
    name: texts.name,
    creditCode: texts.creditCode,
    relation: kind === 'related' ? (texts.relation as Relation) : null,
    share: texts.share === '' ? null : Math.round(Number(texts.share) * 100),
  };
  const others = rows.filter(({ id }) => id !== entry.value?.id);
  const sound = contradiction(others, values, own.creditCode);
  if (!sound.ok) return sound;
  const [saved] = entry.value
    ? await tx
        .update(organisationParties)
        .set(values)
        .where(eq(organisationParties.id, entry.value.id))
        .returning({ id: organisationParties.id })
    : await tx
        .insert(organisationParties)
        .values({ organisationId, ...values })
        .returning({ id: organisationParties.id });
  if (!saved) throw new Error('The party was not written.');
  await grant.record({
    action: 'party.saved',
    subject: { kind: 'party', id: saved.id },
    data: { kind, name: values.name, share: values.share === null ? null : values.share / 100 },
  });
  return done({ to: organisationPage(grant, 'ownership', 'saved') });
}

export async function removeParty(
  grant: Grant<'organisation.edit'>,
  input: z.output<typeof inputs.entryInput>,
): Promise<Outcome<{ to: string }, 'entry_unknown'>> {
  const { tx, actor } = grant;
  const [row] = await tx
    .delete(organisationParties)
    .where(
      and(
        eq(organisationParties.id, input.entryId),
        eq(organisationParties.organisationId, organisationOf(actor)),
      ),
    )
    .returning({ id: organisationParties.id, name: organisationParties.name });
  if (!row) return refused('entry_unknown');
  await grant.record({
    action: 'party.removed',
    subject: { kind: 'party', id: row.id },
    data: { name: row.name },
  });
  return done({ to: organisationPage(grant, 'ownership', 'removed') });
}
