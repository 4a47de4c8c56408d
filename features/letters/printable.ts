import 'server-only';
import { eq } from 'drizzle-orm';
import { organisations } from '@/db/schema/people';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { codeOf, unprintable } from './pdf/faces';

/** At most this many characters are named one by one. */
const mostNamed = 20;

/**
 * Stops a letter with characters that no font can print, and names them. If the form is sent again unchanged, the letter is
 * issued with marks in their place.
 * @param sent the characters that the sender was warned about, as the form contains them
 * @param texts the texts of the letter in addition to the recipient's name
 */
export async function checkPrintable(
  { tx }: Grant,
  { organisationId }: { organisationId: string },
  sent: { unprintable?: string | undefined },
  texts: readonly string[],
): Promise<Outcome<undefined, 'letter_unprintable'>> {
  const [organisation] = await tx
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  const missing = unprintable([organisation?.name ?? '', ...texts].join('\n')).slice(0, mostNamed);
  const codes = missing.map(codeOf).join(' ');
  if (missing.length === 0 || sent.unprintable === codes) return done();
  const characters = missing.map((one) => `${one} (${codeOf(one)})`).join(' ');
  return { ...refused('letter_unprintable', { characters }), fresh: { unprintable: codes } };
}
