/** The texts of a form, name by name; never secrets or files. */
export type SentForm = readonly (readonly [name: string, value: string])[];

/** Forty answers of 4000 characters, and as much again that the form showed before. */
const longest = 400_000;

/**
 * Returns the texts of a form.
 * @returns undefined when they are too long to keep
 */
export function textsOf(data: FormData): SentForm | undefined {
  const texts = [...data].filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === 'string' && !/^(csrf$|password|current)/.test(entry[0]),
  );
  return texts.reduce((sum, [, value]) => sum + value.length, 0) > longest ? undefined : texts;
}

/** Groups the texts by their names; several boxes of one name are one list, as an action reads them. */
export function listed(sent: SentForm): Record<string, string | string[]> {
  const texts = new Map<string, string[]>();
  for (const [name, value] of sent) {
    const before = texts.get(name);
    if (before) before.push(value);
    else texts.set(name, [value]);
  }
  return Object.fromEntries(
    [...texts].map(([name, all]) => [name, all.length > 1 ? all : (all[0] ?? '')]),
  );
}

/** The header in which proxy.ts passes texts to the page that answers the same request. */
export const sentHeader = 'x-suanquan-sent';

export const packed = (sent: SentForm): string =>
  Buffer.from(JSON.stringify(sent)).toString('base64url');

/** Reads what `packed` made; it cannot be forged, because proxy.ts removes such a header from every request. */
export const unpacked = (text: string): SentForm =>
  JSON.parse(Buffer.from(text, 'base64url').toString()) as SentForm;
