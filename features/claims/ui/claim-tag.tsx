import { StatusTag, type Tone } from '@/components/ui/status-tag';
import type { Locale } from '@/lib/locale';
import type { ClaimState } from '../domain/lifecycle';
import { claimStates } from '../messages';

const tones: Record<ClaimState, Tone> = {
  draft: 'neutral',
  submitted: 'info',
  returned: 'warn',
  verified: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
  lapsed: 'neutral',
  batched: 'final',
  paid: 'final',
  reversed: 'danger',
};

export function ClaimTag({ state, locale }: { state: ClaimState; locale: Locale }) {
  return <StatusTag tone={tones[state]}>{claimStates(locale)[state]}</StatusTag>;
}
