/**
 * Errors without the values in them. A statement that fails carries its parameters in the error's message, stack and fields, and
 * so does the database's answer: names, addresses, hashes of passwords and of sessions. None of them may reach a log.
 */

/** Fields of a database error that name things of the schema; none of them holds a value. */
const schemaFields = [
  'code',
  'severity',
  'constraint_name',
  'table_name',
  'schema_name',
  'column_name',
  'routine',
] as const;
type SchemaFields = Partial<Record<(typeof schemaFields)[number], string>>;

const isFromDatabase = (error: Error): error is Error & { code: string; severity: string } =>
  'severity' in error && 'code' in error && typeof error.code === 'string';

/** Returns whether it is an error of Drizzle: it holds the statement, its parameters, and the cause. */
const isFailedQuery = (error: Error): error is Error & { query: string; params: unknown } =>
  'params' in error && 'query' in error && typeof error.query === 'string';

/** Returns the stack without the message, which may hold anything, also lines that look like those of a stack. */
function framesOf({ message, stack = '' }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? '' : stack.slice(at + message.length);
}

/** The class of errors whose messages quote the value that could not be read, as in `invalid input syntax for type uuid: "…"`. */
const dataException = '22';

/** Holds a database error without its values. */
class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';

  constructor(from: Error & { code: string }) {
    super(from.code.startsWith(dataException) ? from.message.split('"')[0] : from.message);
    const given = from as SchemaFields;
    for (const field of schemaFields) {
      if (given[field] !== undefined) Object.assign(this, { [field]: given[field] });
    }
    this.stack = `${this.name}: ${this.message}${framesOf(from)}`;
  }
}

/** Holds a statement that failed: its text, in which a number replaces each value, and the cause. */
class FailedQuery extends Error {
  override readonly name = 'FailedQuery';

  constructor(from: Error & { query: string }) {
    super(`Failed query: ${from.query}`, { cause: causeOf(from.cause) });
    this.stack = `${this.name}: ${this.message}${framesOf(from)}`;
  }
}

/** Returns why a statement failed. Node's own errors, except those of a connection, quote the value that they are about. */
function causeOf(cause: unknown): unknown {
  if (!(cause instanceof Error)) return undefined;
  if (isFromDatabase(cause)) return new DatabaseFault(cause);
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
  if (code !== undefined && !code.startsWith('ERR_')) return cause;
  const plain = new Error(`The driver failed with ${code ?? cause.name}.`);
  plain.stack = `${plain.name}: ${plain.message}${framesOf(cause)}`;
  return plain;
}

/** Returns the same error where it holds no value of a statement, and otherwise an equal one without the values. */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error instanceof DatabaseFault || error instanceof FailedQuery) return error;
  if (isFailedQuery(error)) return new FailedQuery(error);
  return isFromDatabase(error) ? new DatabaseFault(error) : error;
}

type LoggedError = {
  type: string;
  message: string;
  stack: string;
  cause?: unknown;
  errors?: unknown[];
};

/** How deep causes are followed, because an error may be its own cause. */
const deepest = 8;

/**
 * Returns an error as the log keeps it: kind, message, place and code, also of its causes and of the errors that it gathers.
 * Other fields are left out, because libraries put their input there.
 */
export function errorForLog(given: unknown, depth = 0): unknown {
  const error = withoutValues(given);
  if (!(error instanceof Error)) return typeof error === 'object' ? 'not an error' : error;
  const logged: LoggedError & SchemaFields = {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    message: error.message,
    stack: `${error.name}: ${error.message}${framesOf(error)}`,
  };
  const fields = error as SchemaFields;
  for (const field of schemaFields) {
    if (typeof fields[field] === 'string') logged[field] = fields[field];
  }
  if (depth >= deepest) return logged;
  if (error.cause !== undefined) logged.cause = errorForLog(error.cause, depth + 1);
  if (error instanceof AggregateError) {
    logged.errors = error.errors.map((one: unknown) => errorForLog(one, depth + 1));
  }
  return logged;
}
