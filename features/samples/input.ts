import { z } from 'zod';
import { id, text } from '@/lib/input/fields';

export const drawSampleInput = z.object({ programmeId: id() });
export const confirmDecisionInput = z.object({ decisionId: id() });
export const reportFindingInput = z.object({ decisionId: id(), reason: text(1000) });
