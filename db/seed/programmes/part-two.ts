import { henan2025 } from './henan-2025';
import { langfang2023 } from './langfang-2023';
import type { ProgrammeData } from './types';
import { xiamen2023 } from './xiamen-2023';
import { xiamen2024 } from './xiamen-2024';
import { zhengzhou2024 } from './zhengzhou-2024';

/** The programmes of the table's rows 17 to 27. */
export const partTwo: readonly ProgrammeData[] = [
  henan2025,
  zhengzhou2024,
  langfang2023,
  xiamen2023,
  xiamen2024,
];
