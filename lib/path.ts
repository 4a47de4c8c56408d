import { addressOf } from './address';

/** The texts for each `[name]` of a pattern. */
type TextsOf<P extends string> = P extends `${string}[${string}]${infer Rest}`
  ? [string, ...TextsOf<Rest>]
  : [];

/** The values that each query parameter takes; an empty list means any text. */
type Choices = Readonly<Record<string, readonly string[]>>;
type QueryOf<C extends Choices | undefined> = C extends Choices
  ? { readonly [K in keyof C]?: C[K][number] | null | undefined }
  : undefined;

type Path<P extends string, C extends Choices | undefined> = {
  (...values: [...TextsOf<P>, query?: QueryOf<C>]): string;
  /** The folder of the page below app/[locale], or of the handler below app. */
  readonly pattern: P;
};

/** Stands for any text as the value of a query parameter. */
export const text: readonly string[] = [];

/**
 * Makes the builder of one address. The builder takes a text for each `[name]`, then the query.
 * @param _choices the query parameters that other pages set, each with its values
 */
export function at<const P extends string, const C extends Choices | undefined = undefined>(
  pattern: P,
  _choices?: C,
): Path<P, C> {
  const build = (...given: readonly (string | QueryOf<C> | undefined)[]): string => {
    const values = given.filter((value) => typeof value === 'string');
    const query = given.find((value) => typeof value === 'object');
    const path = pattern.replace(/\[\w+\]/g, () => encodeURIComponent(values.shift() ?? ''));
    return addressOf(path, query);
  };
  return Object.assign(build, { pattern });
}
