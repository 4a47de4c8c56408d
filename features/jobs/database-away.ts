/** Codes of the system where nobody answers, or no longer. */
const system = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // The driver's own: no host answered in time, or it hung up.
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
]);

/** PostgreSQL's own: lost connections (class 08), shutting down, starting, too many connections. */
const server = /^(08...|57P01|57P02|57P03|53300)$/;

/** The driver's words for a connection that ended in the middle; it gives no code with them. */
const ended =
  /^is a standby$|Connection terminated|timeout expired|timeout exceeded when trying to connect/;

/** Returns the code that a fault carries, or an empty text. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/**
 * Tells whether a fault means that the database cannot be reached at present. Waiting mends that, but neither a wrong password
 * nor a database that does not exist.
 */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error);
  if (system.has(code) || server.test(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return error instanceof Error && code === '' && ended.test(error.message);
}

/**
 * Tells of a fault by its kind and where it arose. The message is left out: a database's quotes what somebody wrote.
 */
export function tellFault(error: unknown): { name: string; code: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: '', at: [] };
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, code: codeOf(error), at: lines.map((line) => line.trim()) };
}
