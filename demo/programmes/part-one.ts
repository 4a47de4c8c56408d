import { beijingCompute2023 } from './beijing-compute-2023';
import { beijingFrontier2026 } from './beijing-frontier-2026';
import { beijingInnovation2026 } from './beijing-innovation-2026';
import { beijingOpc2026 } from './beijing-opc-2026';
import { chengduCompute2025 } from './chengdu-compute-2025';
import { chengduModel2025 } from './chengdu-model-2025';
import { guangmingCompute2025 } from './guangming-compute-2025';
import { haidianModel2026 } from './haidian-model-2026';
import { hangzhouCompute2024 } from './hangzhou-compute-2024';
import { shanghaiCompute2026 } from './shanghai-compute-2026';
import { shanghaiCorpus2025 } from './shanghai-corpus-2025';
import { shanghaiModel2025 } from './shanghai-model-2025';
import { shenzhenCorpus2025 } from './shenzhen-corpus-2025';
import { shenzhenModel2025 } from './shenzhen-model-2025';
import type { ProgrammeData } from './types';
import { yizhuang2026 } from './yizhuang-2026';

/** Rows 1–7 and 9–12 of the programme table. */
export const partOne: readonly ProgrammeData[] = [
  beijingCompute2023,
  beijingFrontier2026,
  beijingInnovation2026,
  beijingOpc2026,
  haidianModel2026,
  yizhuang2026,
  shanghaiCompute2026,
  shanghaiModel2025,
  shanghaiCorpus2025,
  shenzhenModel2025,
  shenzhenCorpus2025,
  guangmingCompute2025,
  hangzhouCompute2024,
  chengduCompute2025,
  chengduModel2025,
];
