/** Codes of the operating system for a host that does not answer, or no longer answers. */
const system = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  // The driver's own codes: no host answered in time, or it closed the connection.
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
]);

/** PostgreSQL's own: lost connections (class 08), shutting down, starting, too many connections. */
const server = /^(08...|57P01|57P02|57P03|53300)$/;

/** The driver's messages for a connection that ended in the middle. They come without a code. */
const ended =
  /^is a standby$|Connection terminated|timeout expired|timeout exceeded when trying to connect/;

/** Returns the code that an error carries, or an empty text. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/**
 * Checks whether an error means that the database cannot be reached at present. Waiting helps then. It does
 * not help against a wrong password or a database that does not exist.
 */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error);
  if (system.has(code) || server.test(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return error instanceof Error && code === '' && ended.test(error.message);
}

/**
 * Describes an error by its kind and where it arose. Leaves out the message, because a database's message may
 * quote what a user wrote.
 */
export function describeFault(error: unknown): { name: string; code: string; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: '', at: [] };
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { name: error.name, code: codeOf(error), at: lines.map((line) => line.trim()) };
}
