import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { sealedPath } from '@/features/notifications/sealed-path';
import { hashResetToken, makeResetToken } from '@/features/people/reset-token';
import { isDemonstrationAddress } from '@/lib/demonstration';
import { paths } from '@/lib/paths';
import { asPortal } from './portal';

const resetRequest = z.object({
  id: z.uuid(),
  email: z.string(),
  askedAt: z.iso.datetime(),
});

/**
 * Creates the link for a new password and writes its mail, if the address has an account. This happens
 * apart from the request, so that the time of the answer does not show whether an account exists. A request
 * for an unknown or closed account leaves no trace.
 */
export async function sendPasswordReset(payload: unknown): Promise<void> {
  const { id, email, askedAt } = resetRequest.parse(payload);
  if (isDemonstrationAddress(email)) return;
  const token = makeResetToken();
  // The mail waits in the outbox. Its link is sealed, so that nobody who reads the database can open an account with it.
  const values = sealedPath(paths.resetPassword(token));
  await asPortal(async ({ tx }) => {
    const [made] = await tx.execute<{ begun: boolean }>(
      sql`select app.begin_password_reset(${id}::uuid, ${email}, ${hashResetToken(token)},
        ${askedAt}::timestamptz, ${JSON.stringify(values)}::jsonb) as begun`,
    );
    if (made?.begun) await tx.execute(sql`select app.enqueue('send_mails', '{}'::jsonb)`);
  });
}
