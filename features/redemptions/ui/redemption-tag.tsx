import { StatusTag } from '@/components/ui/status-tag';
import type { Locale } from '@/lib/locale';
import type { RedemptionState } from '../domain/lifecycle';
import { redemptionStates, redemptionTones } from '../messages';

export function RedemptionTag({ state, locale }: { state: RedemptionState; locale: Locale }) {
  return <StatusTag tone={redemptionTones[state]}>{redemptionStates(locale)[state]}</StatusTag>;
}
