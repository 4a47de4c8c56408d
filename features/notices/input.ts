import { z } from 'zod';
import { id, ids } from '@/lib/input/fields';

export const publishNoticeInput = z.object({ programmeId: id(), applicationIds: ids(200) });
