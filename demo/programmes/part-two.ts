import { anhui2023 } from './anhui-2023';
import { henan2025 } from './henan-2025';
import { langfang2023 } from './langfang-2023';
import { qingdao2024 } from './qingdao-2024';
import { qingdao2026 } from './qingdao-2026';
import { shandong2025 } from './shandong-2025';
import type { ProgrammeData } from './types';
import { wuhanOpc2026 } from './wuhan-opc-2026';
import { xiamen2023 } from './xiamen-2023';
import { xiamen2024 } from './xiamen-2024';
import { zhangzhou2025 } from './zhangzhou-2025';
import { zhengzhou2024 } from './zhengzhou-2024';

/** The programmes of the table's rows 17 to 19 and 22 to 27. */
export const partTwo: readonly ProgrammeData[] = [
  henan2025,
  zhengzhou2024,
  langfang2023,
  xiamen2023,
  xiamen2024,
  zhangzhou2025,
  qingdao2024,
  qingdao2026,
  shandong2025,
  anhui2023,
  wuhanOpc2026,
];
