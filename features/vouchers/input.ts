import { z } from 'zod';
import { id, optionalText, text } from '@/lib/input/fields';

export const proposeIssueInput = z.object({ applicationId: id() });
export const decideIssueInput = z.object({ proposalId: id(), reason: optionalText(500) });
export const freezeInput = z.object({ voucherId: id(), reason: text(500) });
export const unfreezeInput = z.object({ voucherId: id() });
