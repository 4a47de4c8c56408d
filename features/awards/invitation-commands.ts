import 'server-only';
import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { awardRows } from '@/db/schema/awards';
import { cities } from '@/db/schema/people';
import { inviteOwners, type OwnerInvitation } from '@/features/people/invitation-commands';
import { getVersion, type Version } from '@/features/programmes/queries';
import { addMonths, endOfDay, shanghaiDate } from '@/lib/dates';
import { formatFen, type Fen } from '@/lib/money';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import type { ImportRow } from './check';
import type * as inputs from './input';
import { lockRow } from './locks';

/** What all vouchers of a list have in common. */
export type Terms = { list: ImportRow; version: Version; validTo: Date; city: string };

export async function termsOf(grant: Pick<Grant, 'tx' | 'now'>, list: ImportRow): Promise<Terms> {
  const { tx, now } = grant;
  const version = await getVersion(tx, list.versionId);
  const [city] = await tx.select().from(cities).where(eq(cities.id, list.cityId));
  const validTo = endOfDay(addMonths(shanghaiDate(now), version.rules.voucher.validMonths));
  return { list, version, validTo, city: city?.nameZh ?? '' };
}

/** Returns the texts for the mail to a firm that is not on the portal yet. */
export const invitationOf = (
  terms: Pick<Terms, 'city' | 'version'>,
  award: { organisationId: string; name: string; amountFen: Fen; email: string },
): OwnerInvitation => ({
  organisationId: award.organisationId,
  email: award.email,
  values: {
    city: terms.city,
    programme: terms.version.guide.title['zh-CN'],
    place: award.name,
    amount: formatFen(award.amountFen),
  },
});

type ResendRefusal = 'row_unknown' | 'state_changed' | 'owner_there' | 'email_needed';

/** Invites the owner of an awarded firm again, at another address where one is given. */
export async function resendInvitation(
  grant: Grant<'award.import'>,
  input: z.output<typeof inputs.resendInput>,
): Promise<Outcome<{ importId: string }, ResendRefusal>> {
  const locked = await lockRow(grant, input.rowId);
  if (!locked.ok) return locked;
  const { importRow } = locked.value;
  const { tx } = grant;
  const [row] = await tx.select().from(awardRows).where(eq(awardRows.id, input.rowId));
  if (row?.state !== 'issued' || !row.organisationId || row.amountFen === null) {
    return refused('state_changed');
  }
  const email = input.email === '' ? row.email : input.email;
  if (email === null) return refused('email_needed', {}, 'email');
  const sent = await inviteOwners(grant, [
    invitationOf(await termsOf(grant, importRow), {
      organisationId: row.organisationId,
      name: row.name ?? '',
      amountFen: row.amountFen,
      email,
    }),
  ]);
  if (sent === 0) return refused('owner_there');
  await grant.record({
    action: 'award.invited_again',
    subject: { kind: 'award_row', id: row.id },
    organisationId: row.organisationId,
    data: { reference: importRow.reference, line: row.line },
  });
  return done({ importId: importRow.id });
}
