export type NavigationItem = {
  path: string;
  label: string;
  /** The beginnings of other addresses whose pages belong to this entry too. */
  also?: readonly string[];
  /** The heading that it stands under; nothing where the role has few entries. */
  group?: string;
};

const begins = (path: string, start: string) => path === start || path.startsWith(`${start}/`);

/**
 * Returns the address of the entry that a page belongs to: of all that its address begins with, the longest.
 * @param path the address of the page, without its language
 */
export function currentEntry(items: readonly NavigationItem[], path: string): string | undefined {
  const starts = items.flatMap((item) =>
    [item.path, ...(item.also ?? [])].map((start) => ({ start, entry: item.path })),
  );
  return starts
    .filter(({ start }) => begins(path, start))
    .sort((a, b) => b.start.length - a.start.length)[0]?.entry;
}

/** Returns entries with those of one group together, in the order in which the groups begin; what has none stands alone. */
export function inGroups(
  items: readonly NavigationItem[],
): { group: string | undefined; items: NavigationItem[] }[] {
  const groups: { group: string | undefined; items: NavigationItem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last && last.group === item.group) last.items.push(item);
    else groups.push({ group: item.group, items: [item] });
  }
  return groups;
}
