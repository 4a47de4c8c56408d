/** A save of a section: who saved, when, and which answers changed. */
export type Save = {
  by: string | null;
  name: string;
  at: Date;
  section: string;
  fields: readonly string[];
};

/** A user who saved within this time counts as still working on the section. */
const presentMilliseconds = 2 * 60_000;

/** Finds the save that last changed a field. The saves are sorted, the newest first. */
export const byWhom = (saves: readonly Save[], field: string): Save | undefined =>
  saves.find(({ fields }) => fields.includes(field));

/** Finds the name of another user who works on the section now. The saves are sorted, the newest first. */
export function otherEditor(
  saves: readonly Save[],
  { section, userId, now }: { section: string; userId: string; now: Date },
): string | undefined {
  return saves.find(
    (save) =>
      save.section === section &&
      save.by !== userId &&
      now.getTime() - save.at.getTime() < presentMilliseconds,
  )?.name;
}
