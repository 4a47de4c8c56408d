import type { Answers } from '@/features/forms/domain/form';

/** The ids of a case's files, by the requirement they were attached for. */
export type FilesAsked = Readonly<Record<string, readonly string[]>>;

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
