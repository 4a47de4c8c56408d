/** Holds the parameters of an address. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** One value of a query parameter; a repeated one counts as its first. */
export const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0];

/** Whether a text can be an id at all; the database would throw on one that cannot. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
