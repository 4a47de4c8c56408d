import 'server-only';

/**
 * Returns a function that makes a value once and returns the same one to all callers for a while, so that a flood of requests
 * costs no more than one of them. A failure is not kept: the next caller tries again.
 * @param ms - how long a value is used, in milliseconds
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
