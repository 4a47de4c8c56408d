/** Codes of the driver and of sockets: the database was not reached, or did not answer. */
const notSent = new Set([
  'CONNECT_TIMEOUT',
  'CONNECTION_ENDED',
  'NO_SUITABLE_HOST',
  'POOL_FULL',
  'POOL_TIMEOUT',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
]);
const notAnswered = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'QUERY_TIMEOUT',
  'TRANSACTION_TIMEOUT',
  'ECONNABORTED',
  'ECONNRESET',
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ETIMEDOUT',
]);
/** Codes by which a server refuses a connection: wrong login or database, starting, stopping, full. */
const turnedAway = /^(28|3D|57P03|53300)/;

type Fault = { code?: unknown; severity?: unknown; constraint_name?: unknown };

/** Lists the errors inside a driver's or Drizzle's wrapping, the outermost first. */
function* chainOf(error: unknown): Generator<Error> {
  for (let at = error, depth = 0; at instanceof Error && depth < 8; depth += 1) {
    yield at;
    at = at.cause;
  }
}

/** Returns the error of the database itself, if it is one. */
function databaseFault(error: unknown): Fault | undefined {
  for (const at of chainOf(error)) if ('code' in at && 'severity' in at) return at;
  return undefined;
}

/**
 * Returns whether the server closed the connection after this error: it was fatal, or a connection pooler reports a lost server
 * by class 08.
 */
const isLastWord = (severity: unknown, code: string) =>
  severity === 'FATAL' || severity === 'PANIC' || code.startsWith('08');

/** Returns the code of an error of the driver or its socket, or the last error of a server that then closed the connection. */
function connectionFault(error: unknown): string | undefined {
  for (const at of chainOf(error)) {
    if (!('code' in at) || typeof at.code !== 'string') continue;
    if ('severity' in at) return isLastWord(at.severity, at.code) ? at.code : undefined;
    if (notSent.has(at.code) || notAnswered.has(at.code)) return at.code;
  }
  return undefined;
}

/** Reports a transaction that failed with its connection, and its outcome. */
export class DatabaseFault extends Error {
  constructor(
    readonly outcome: 'rolled_back' | 'unknown',
    cause: unknown,
  ) {
    super(
      outcome === 'unknown'
        ? 'The database was lost while it kept the transaction: it may have been kept or not.'
        : 'The database was lost or not reached; the transaction changed nothing.',
      { cause },
    );
    this.name = 'DatabaseFault';
  }
}

/**
 * Returns whether the database was not reached, or was lost before it answered; a statement that the database refused is not such
 * an error.
 */
export const isConnectionFault = (error: unknown): boolean => connectionFault(error) !== undefined;

/**
 * Returns whether a change may have been kept although it failed here: the answer to COMMIT, or to a statement outside of any
 * transaction, was lost. Trying again is then safe only under the same idempotency key.
 */
export function isOutcomeUnknown(error: unknown): boolean {
  for (const at of chainOf(error)) {
    if (at instanceof DatabaseFault) return at.outcome === 'unknown';
  }
  const code = connectionFault(error);
  return code !== undefined && !notSent.has(code) && !turnedAway.test(code);
}

/** Returns the name of the violated constraint, if there is one. */
export function constraintOf(error: unknown): string | undefined {
  const name = databaseFault(error)?.constraint_name;
  return typeof name === 'string' ? name : undefined;
}

/** Returns the SQLSTATE, such as `LG422`. */
export function sqlStateOf(error: unknown): string | undefined {
  const code = databaseFault(error)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Returns whether the same transaction may succeed when run again; one that may have been kept is never run again. */
export function isTransient(error: unknown): boolean {
  const state = sqlStateOf(error);
  return (state === '40001' || state === '40P01') && !isOutcomeUnknown(error);
}

/**
 * Returns whether the server itself answered that the statement failed. A connection that was lost or ended (FATAL) does not show
 * the outcome.
 */
export const wasAnswered = (error: unknown): boolean => databaseFault(error)?.severity === 'ERROR';
