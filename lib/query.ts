/** One value of a query parameter; a repeated one counts as its first. */
export const one = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0];
