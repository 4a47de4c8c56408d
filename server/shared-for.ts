import 'server-only';

/**
 * Returns a function that makes something once and gives the same to everybody for a while, so that a flood of requests costs no
 * more than one of them. What failed is made anew for the next.
 * @param ms - how long it is good for, in milliseconds
 */
export function sharedFor<T>(ms: number, make: () => Promise<T>): () => Promise<T> {
  let recent: { readonly until: number; readonly made: Promise<T> } | undefined;
  return () => {
    const now = Date.now();
    if (recent && now < recent.until) return recent.made;
    const own = { until: now + ms, made: make() };
    recent = own;
    own.made.catch(() => {
      if (recent === own) recent = undefined;
    });
    return own.made;
  };
}
