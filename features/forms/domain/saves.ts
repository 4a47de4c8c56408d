/** One save of a section: who, when, and which answers it changed. */
export type Save = {
  by: string | null;
  name: string;
  at: Date;
  section: string;
  fields: readonly string[];
};

/** Somebody who saved so lately is taken to be still at it. */
const presentMilliseconds = 2 * 60_000;

/** The save that changed a field last, of saves the newest first. */
export const byWhom = (saves: readonly Save[], field: string): Save | undefined =>
  saves.find(({ fields }) => fields.includes(field));

/** The name of somebody else who works on the section now, of saves the newest first. */
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
