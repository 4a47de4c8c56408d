import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import type { applications } from '@/db/schema/applications';
import { documents } from '@/db/schema/documents';
import { done, refused, type Outcome } from '@/lib/result';
import type { Grant } from '@/server/gate';
import { allFields, type FileType, type FormDefinition } from '@/features/forms/domain/form';

const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  ofd: 'application/ofd',
};

export type Unfit = 'files_too_many' | 'file_not_accepted';

/**
 * Checks whether the files of a requirement, with the one just stored, are within the number and types that the
 * programme accepts. A refusal rolls back the storing.
 */
export async function fitsRequirement(
  { tx }: Pick<Grant, 'tx'>,
  row: Pick<typeof applications.$inferSelect, 'id'>,
  form: FormDefinition,
  requirement: string,
): Promise<Outcome<undefined, Unfit>> {
  const field = allFields(form).find(({ name }) => name === requirement);
  if (field?.kind !== 'file') return done();
  const held = await tx
    .select({ mediaType: documents.mediaType })
    .from(documents)
    .where(
      and(
        eq(documents.applicationId, row.id),
        eq(documents.requirement, requirement),
        isNull(documents.removedAt),
      ),
    );
  const { maxFiles, accept } = field;
  if (maxFiles !== undefined && held.length > maxFiles) {
    return refused('files_too_many', { maximum: maxFiles });
  }
  const taken = accept?.map((type) => mediaTypes[type]);
  if (accept && held.some(({ mediaType }) => !taken?.includes(mediaType))) {
    return refused('file_not_accepted', { kinds: accept.join(', ').toUpperCase() });
  }
  return done();
}
