import { nanning2025 } from './nanning-2025';
import { partOne } from './part-one';
import { partTwo } from './part-two';
import { qingyang2024 } from './qingyang-2024';
import { shenzhenTraining2026 } from './shenzhen-training-2026';
import type { ProgrammeData } from './types';

/** Every programme that the demonstration publishes. */
export const shippedProgrammes: readonly ProgrammeData[] = [
  qingyang2024,
  shenzhenTraining2026,
  nanning2025,
  ...partOne,
  ...partTwo,
];
