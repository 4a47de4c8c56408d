import 'server-only';
import { moveClaimsOf } from '@/features/claims/payment-commands';
import { moveRedemptionsOf } from '@/features/redemptions/payment-commands';
import type { Grant } from '@/server/gate';

/** Moves the redemptions and the claims that a payment pays to their next state, each with its event. */
export async function moveWhatIsPaid(
  grant: Grant,
  paymentId: string,
  transition: 'batch' | 'pay' | 'bounce',
): Promise<void> {
  await moveRedemptionsOf(grant, paymentId, transition);
  await moveClaimsOf(grant, paymentId, transition);
}
