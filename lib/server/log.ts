import 'server-only';
import pino from 'pino';
import { env } from './env';

let logger: pino.Logger | undefined;

/** The process's log: JSON lines, without addresses, passwords or answers. */
export function log(): pino.Logger {
  logger ??= pino({
    level: env().LOG_LEVEL,
    redact: ['password', 'email', '*.password', '*.email'],
  });
  return logger;
}
