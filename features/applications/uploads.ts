import 'server-only';
import { checkQuota } from '@/features/documents/commands';
import { upload } from '@/features/documents/upload';
import { refused } from '@/lib/result';
import { attachDocument, editableFields } from './draft-commands';
import { attachUploadInput } from './input';
import { applicationRefusals, type ApplicationRefusal } from './messages';
import { findOwn } from './view-queries';

/**
 * Receives a file for one requirement of a case. The page sends it in the background while the user continues to
 * work.
 */
export const receiveDocument = upload<
  'application.draft',
  typeof attachUploadInput,
  { id: string; section: string; documentId: string },
  ApplicationRefusal
>({
  permission: 'application.draft',
  input: attachUploadInput,
  async check(reading, { applicationId, requirement }, sizeBytes) {
    const { tx, actor } = reading;
    const row = await findOwn(tx, actor, applicationId);
    if (!row) return refused('case_unknown');
    const { open } = await editableFields(reading, row);
    if (!open.has(requirement)) return refused('not_editable');
    return checkQuota(reading, { applicationId, requirement }, sizeBytes);
  },
  run: attachDocument,
  refusals: applicationRefusals,
});
