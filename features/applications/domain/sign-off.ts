import type { Answers } from '@/features/forms/domain/form';

/** The ids of a case's files, by the requirement they were attached for. */
export type FilesByRequirement = Readonly<Record<string, readonly string[]>>;

/** Groups the ids of files by requirement, sorted, so that two lists can be compared. */
export function filesByRequirement(
  documents: readonly { id: string; requirement: string }[],
): Record<string, string[]> {
  const files: Record<string, string[]> = {};
  for (const { id, requirement } of documents) {
    files[requirement] = [...(files[requirement] ?? []), id].sort();
  }
  return files;
}

/** Lists the fields whose answers or files differ from those at the time when the owner was asked to sign off. */
export function changedSince(
  before: { answers: Answers; files: FilesByRequirement },
  now: { answers: Answers; files: FilesByRequirement },
): string[] {
  const names = (a: object, b: object) => [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const answers = names(before.answers, now.answers).filter(
    (name) => (before.answers[name] ?? '') !== (now.answers[name] ?? ''),
  );
  const list = (files: FilesByRequirement, name: string) => (files[name] ?? []).join(' ');
  const files = names(before.files, now.files).filter(
    (name) => list(before.files, name) !== list(now.files, name),
  );
  return [...new Set([...answers, ...files])];
}
