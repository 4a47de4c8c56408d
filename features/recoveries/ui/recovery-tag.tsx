import { StatusTag, type Tone } from '@/components/ui/status-tag';
import type { Locale } from '@/lib/locale';
import type { RecoveryState } from '../domain/lifecycle';
import { recoveryStates } from '../messages';

const tones: Record<RecoveryState, Tone> = {
  proposed: 'warn',
  released: 'danger',
  settled: 'final',
  declined: 'neutral',
};

export function RecoveryTag({ state, locale }: { state: RecoveryState; locale: Locale }) {
  return <StatusTag tone={tones[state]}>{recoveryStates(locale)[state]}</StatusTag>;
}
