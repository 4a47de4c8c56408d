import type { Answers } from '@/features/forms/domain/form';

/**
 * Returns which fields named in a correction request were changed since the request: their answer differs from the
 * one last submitted, or a file was attached after the request.
 */
export function correctedFields(
  request: { fields: Readonly<Record<string, string>>; requestedAt: Date },
  sent: Answers,
  answers: Answers,
  documents: readonly { requirement: string; createdAt: Date }[],
): string[] {
  return Object.keys(request.fields).filter(
    (name) =>
      (answers[name] ?? '') !== (sent[name] ?? '') ||
      documents.some(
        (document) => document.requirement === name && document.createdAt > request.requestedAt,
      ),
  );
}
