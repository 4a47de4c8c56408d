import type { Answers } from '@/features/forms/domain/form';

/** The files of a case, by the requirement that they answer. */
export type FilesAsked = Readonly<Record<string, readonly string[]>>;

/** Which files stood for which requirement. */
export function filesByRequirement(
  documents: readonly { id: string; requirement: string }[],
): Record<string, string[]> {
  const files: Record<string, string[]> = {};
  for (const { id, requirement } of documents) {
    files[requirement] = [...(files[requirement] ?? []), id].sort();
  }
  return files;
}

/** The fields that say something else now than when the owner was asked to sign off. */
export function changedSince(
  asked: { answers: Answers; files: FilesAsked },
  now: { answers: Answers; files: FilesAsked },
): string[] {
  const names = (a: object, b: object) => [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const answers = names(asked.answers, now.answers).filter(
    (name) => (asked.answers[name] ?? '') !== (now.answers[name] ?? ''),
  );
  const list = (files: FilesAsked, name: string) => (files[name] ?? []).join(' ');
  const files = names(asked.files, now.files).filter(
    (name) => list(asked.files, name) !== list(now.files, name),
  );
  return [...new Set([...answers, ...files])];
}
