import 'server-only';
import { eq } from 'drizzle-orm';
import { organisations } from '@/db/schema/people';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { codeOf, unprintable } from './pdf/faces';

/** More than these are not named one by one: whoever sees them knows. */
const mostNamed = 20;

/**
 * Stops a letter that has characters which no face can print, and names them; sent once more as it is, it
 * goes out with marks in their place.
 * @param sent what the sender was told of before, as the form carries it
 * @param texts what the letter says beside who it is to
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
