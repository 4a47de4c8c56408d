type DatabaseFault = { code?: unknown; constraint_name?: unknown; severity?: unknown };

/** The fault of the database under a driver's or Drizzle's wrapping, if it is one. */
function databaseFault(error: unknown): DatabaseFault | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; depth += 1) {
    if ('code' in at && 'severity' in at) return at;
    at = at.cause;
  }
  return undefined;
}

/** The name of the violated constraint, if that is what happened. */
export function constraintOf(error: unknown): string | undefined {
  const name = databaseFault(error)?.constraint_name;
  return typeof name === 'string' ? name : undefined;
}

/** The SQLSTATE, such as `LG422`. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = databaseFault(error)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Whether the same transaction may succeed when run again. */
export function isTransient(error: unknown): boolean {
  const state = sqlStateOf(error);
  return state === '40001' || state === '40P01';
}

/**
 * Tells whether the server itself answered that the statement failed. A connection that was lost or
 * ended (FATAL) says nothing of what became of it.
 */
export const wasAnswered = (error: unknown): boolean => databaseFault(error)?.severity === 'ERROR';
