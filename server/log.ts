import 'server-only';
import pino, { type DestinationStream } from 'pino';
import { env } from './env';
import { errorForLog } from './safe-error';

let logger: pino.Logger | undefined;

/** Opens a log of JSON lines that go to the process's output, or to `to`. */
export function openLog(level: string, to?: DestinationStream): pino.Logger {
  const options: pino.LoggerOptions = {
    level,
    redact: ['password', 'email', '*.password', '*.email'],
    serializers: { err: (error: unknown) => errorForLog(error) },
  };
  return to ? pino(options, to) : pino(options);
}

/** Returns the process's log: JSON lines, without addresses, passwords or answers. */
export function log(): pino.Logger {
  logger ??= openLog(env().LOG_LEVEL);
  return logger;
}
