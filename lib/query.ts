/** The parameters of an address. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Returns one value of a query parameter: the first where it is repeated. */
export const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0];

/** Checks whether a text can be an id; the database throws on one that cannot. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
