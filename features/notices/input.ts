import { z } from 'zod';
import { id, ids, text } from '@/lib/input/fields';

export const publishNoticeInput = z.object({ programmeId: id(), applicationIds: ids(200) });
export const publishListInput = z.object({ importId: id() });
export const withdrawListInput = z.object({ importId: id(), reason: text(500) });
export const takeOffInput = z.object({ rowId: id(), reason: text(200) });
