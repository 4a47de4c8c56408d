import { StatusTag, type Tone } from '@/components/ui/status-tag';
import type { Locale } from '@/lib/locale';
import type { BillState } from '../domain/lifecycle';
import { billStates } from '../messages';

const tones: Record<BillState, Tone> = { issued: 'warn', paid: 'success', withdrawn: 'neutral' };

export const BillTag = ({ state, locale }: { state: BillState; locale: Locale }) => (
  <StatusTag tone={tones[state]}>{billStates(locale)[state]}</StatusTag>
);
