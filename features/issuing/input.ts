import { z } from 'zod';
import { id, text } from '@/lib/input/fields';

export const proposeIssueInput = z.object({ applicationId: id() });
export const releaseIssueInput = z.object({ proposalId: id() });
export const declineIssueInput = z.object({ proposalId: id(), reason: text(500) });
