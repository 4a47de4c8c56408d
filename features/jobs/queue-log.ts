import 'server-only';
import { Logger, type LogFunctionFactory } from 'graphile-worker';
import { log } from '@/server/log';

/** The levels of the queue's log by their names in ours. */
const levels = { error: 'error', warning: 'warn', info: 'info', debug: 'debug' } as const;

/** Cuts the queue's line before it repeats an error's message and stack: the log takes those from the error. */
function beforeError(said: string, error: unknown): string {
  if (!(error instanceof Error) || error.message === '') return said;
  const at = said.indexOf(error.message);
  return at < 0 ? said : said.slice(0, at);
}

const factory: LogFunctionFactory = (scope) => (level, message, meta) => {
  const error = meta?.error;
  const fields = { task: scope.taskIdentifier, job: scope.jobId };
  log()[levels[level]](
    error === undefined ? fields : { ...fields, err: error },
    beforeError(message, error),
  );
};

/**
 * Returns a logger by which the job queue writes to the portal's log, so that no error of a job is written
 * with its values.
 */
export const queueLogger = (): Logger => new Logger(factory);
