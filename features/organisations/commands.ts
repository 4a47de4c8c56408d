import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import { verifications } from '@/db/schema/organisations';
import { bankAccounts, cities, organisations } from '@/db/schema/people';
import { notify } from '@/features/notifications/commands';
import { startOfDay } from '@/lib/dates';
import { paths } from '@/lib/paths';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { advance } from '@/server/rows';
import { changedFields, registrationOf, verificationLifecycle } from './domain/lifecycle';
import { lockOwn, organisationPage, mergeEdit } from './edit';
import { verificationPath, verifiers } from './verification-path';
import type * as inputs from './input';

type Row = typeof organisations.$inferSelect;

const textsOf = (row: Row): Record<string, string> => ({
  name: row.name,
  nameEn: row.nameEn ?? '',
  applicantType: row.applicantType,
  region: row.region,
  address: row.address,
  registeredOn: row.registeredOn ?? '',
  legalRepresentative: row.legalRepresentative,
  size: row.size ?? '',
  sector: row.sector ?? '',
  onePerson: row.onePerson === null ? '' : row.onePerson ? 'yes' : 'no',
});

const columnsOf = (texts: Readonly<Record<string, string>>) => ({
  name: texts.name ?? '',
  nameEn: texts.nameEn || null,
  applicantType: texts.applicantType ?? '',
  region: texts.region ?? '',
  address: texts.address ?? '',
  registeredOn: texts.registeredOn || null,
  legalRepresentative: texts.legalRepresentative ?? '',
  size: texts.size || null,
  sector: texts.sector || null,
  onePerson: texts.onePerson ? texts.onePerson === 'yes' : null,
});

type SaveRefusal = 'edit_stale' | 'registered_in_future';

/**
 * Stores the registration as on the licence. The credit code cannot change. Verifications of the old data
 * lapse. A new name also becomes the name of the bank account, because money is paid only into an account in
 * the registered name.
 */
export async function saveRegistration(
  grant: Grant<'organisation.edit'>,
  input: z.output<typeof inputs.registrationInput>,
): Promise<Outcome<{ to: string }, SaveRefusal>> {
  const { tx, now } = grant;
  const { base, ...typed } = input;
  if (startOfDay(input.registeredOn) > now) {
    return refused('registered_in_future', {}, 'registeredOn');
  }
  const row = await lockOwn(grant);
  const merged = await mergeEdit(base, textsOf(row), typed);
  if (!merged.ok) return merged;
  const after = columnsOf(merged.value.values);
  const changed = changedFields(registrationOf(row), registrationOf(after));
  if (changed.length > 0) await lapse(grant, row, after.name, changed);
  await tx
    .update(organisations)
    .set({ ...after, revision: changed.length > 0 ? row.revision + 1 : row.revision })
    .where(eq(organisations.id, row.id));
  if (row.name !== after.name) {
    await tx
      .update(bankAccounts)
      .set({ accountName: after.name, updatedAt: now })
      .where(eq(bankAccounts.organisationId, row.id));
  }
  await grant.record({
    action: 'organisation.edited',
    subject: { kind: 'organisation', id: row.id },
    data: history(merged.value.changed, textsOf(row), merged.value.values),
  });
  return done({ to: organisationPage(grant, '', 'saved') });
}

/** Returns the old and new value of each changed field, for the record. */
const history = (
  names: readonly string[],
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
) =>
  Object.fromEntries(names.map((name) => [name, `${before[name] || '—'} → ${after[name] || '—'}`]));

/**
 * Ends the verifications of the old data. Locks requests too: a city that is verifying at this moment is
 * waited for, and a city that verifies afterwards sees that the registration has changed.
 */
async function lapse(
  grant: Grant,
  row: Row,
  name: string,
  changed: readonly string[],
): Promise<void> {
  const { tx, now } = grant;
  const open = await tx
    .select()
    .from(verifications)
    .where(
      and(
        eq(verifications.organisationId, row.id),
        inArray(verifications.state, ['requested', 'verified']),
      ),
    )
    .orderBy(verifications.id)
    .for('update');
  for (const verification of open) {
    const moved = await advance(grant, verifications, verification, {
      lifecycle: verificationLifecycle,
      transition: 'lapse',
      set: { lapsedAt: now },
      event: {
        action: 'verification.lapsed',
        subject: { kind: 'verification', id: verification.id },
        cityId: verification.cityId,
        data: { changed: changed.join(' ') },
      },
    });
    if (moved.ok) await tellLapsed(grant, row, verification, name);
  }
}

async function tellLapsed(
  { tx }: Grant,
  row: Row,
  { id, cityId }: typeof verifications.$inferSelect,
  name: string,
): Promise<void> {
  const [city] = await tx.select().from(cities).where(eq(cities.id, cityId));
  const values = { organisation: name, city: city?.nameZh ?? '', cityEn: city?.nameEn ?? '' };
  await notify(tx, { cityId, roles: verifiers }, 'verification_lapsed', {
    ...values,
    path: paths.city.organisation(id),
  });
  await notify(
    tx,
    { organisationId: row.id, roles: ['owner', 'vendor_finance'] },
    'verification_lapsed',
    { ...values, path: verificationPath(row.kind) },
  );
}
