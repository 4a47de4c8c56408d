import { StatusTag, type Tone } from '@/components/ui/status-tag';
import type { Locale } from '@/lib/locale';
import type { VerificationState } from '../domain/lifecycle';
import { verificationStates } from '../messages';

const tones: Record<VerificationState, Tone> = {
  requested: 'info',
  verified: 'success',
  refused: 'danger',
  lapsed: 'warn',
};

export const VerificationTag = (props: { state: VerificationState; locale: Locale }) => (
  <StatusTag tone={tones[props.state]}>{verificationStates(props.locale)[props.state]}</StatusTag>
);
