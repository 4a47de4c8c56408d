import { StatusTag, type Tone } from '@/components/ui/status-tag';
import type { Locale } from '@/lib/locale';
import type { RedemptionState } from '../domain/lifecycle';
import { redemptionStates } from '../messages';

const tones: Record<RedemptionState, Tone> = {
  submitted: 'info',
  confirmed: 'info',
  disputed: 'warn',
  verified: 'success',
  rejected: 'danger',
  batched: 'final',
  paid: 'final',
  reversed: 'danger',
};

export function RedemptionTag({ state, locale }: { state: RedemptionState; locale: Locale }) {
  return <StatusTag tone={tones[state]}>{redemptionStates(locale)[state]}</StatusTag>;
}
