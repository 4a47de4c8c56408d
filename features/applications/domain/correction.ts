import type { Answers } from '@/features/forms/domain/form';

/**
 * Which of the fields that a correction request names were changed since: another answer than the
 * one last submitted, or a file handed in after the request.
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
