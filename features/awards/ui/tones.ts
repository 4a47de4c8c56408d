import type { Tone } from '@/components/ui/status-tag';
import type { AwardImportState, AwardRowState } from '../domain/lifecycle';

export const importTones: Record<AwardImportState, Tone> = {
  uploaded: 'neutral',
  checked: 'info',
  proposed: 'warn',
  publicised: 'info',
  released: 'final',
  discarded: 'neutral',
};

export const rowTones: Record<AwardRowState, Tone> = {
  staged: 'neutral',
  ready: 'success',
  problem: 'danger',
  set_aside: 'neutral',
  publicised: 'info',
  objected: 'warn',
  issued: 'final',
};
