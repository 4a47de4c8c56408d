import 'server-only';
import { sql } from 'drizzle-orm';
import nodemailer, { type Transporter } from 'nodemailer';
import {
  judgeFault,
  maxAttempts,
  retryMinutes,
  type MailFault,
} from '@/features/notifications/domain/retry';
import {
  batchSize,
  claimMails,
  markMail,
  type Mail,
  type MailOutcome,
} from '@/features/notifications/outbox-commands';
import { env } from '@/server/env';
import { log } from '@/server/log';
import { composeMail } from './mail-message';
import { asPortal } from './portal';

/** Limits the batches of one run; the next one goes on from there. */
const batchesARun = 20;

/** Writes what became of a mail, in a transaction of its own. */
const mark = (mail: Mail, outcome: MailOutcome): Promise<unknown> =>
  asPortal(({ tx }) => markMail(tx, mail, outcome));

const faultOf = (error: unknown): MailFault & { message: string } => {
  const fault: MailFault = typeof error === 'object' && error !== null ? error : {};
  return {
    code: fault.code,
    responseCode: fault.responseCode,
    message: error instanceof Error ? error.message : String(error),
  };
};

/** Opens one connection for the whole run. Every step on it has a time limit. */
function open(url: string, patienceMs: number): Transporter {
  const address = new URL(url);
  const settings = {
    pool: 'true',
    maxConnections: '1',
    maxMessages: String(batchSize * batchesARun),
    // The outbox retries; the library must not.
    maxRequeues: '0',
    connectionTimeout: String(patienceMs),
    greetingTimeout: String(patienceMs),
    socketTimeout: String(2 * patienceMs),
  };
  for (const [name, value] of Object.entries(settings)) address.searchParams.set(name, value);
  return nodemailer.createTransport(address.toString());
}

/** Returns the result of the library's promise, or throws when it takes longer than the time limit. */
async function within<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The mail server took too long.')), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function markFault(mail: Mail, error: unknown): Promise<'next' | 'stop'> {
  const { message: lastError, ...fault } = faultOf(error);
  const verdict = judgeFault(fault);
  if (verdict === 'refused' || mail.attempts >= maxAttempts) {
    // The server's message contains the address, so it is kept in the row and not logged.
    log().error({ mail: mail.id, ...fault }, 'a mail is given up');
    await mark(mail, { state: 'failed', lastError });
  } else {
    log().warn({ mail: mail.id, attempts: mail.attempts, ...fault }, 'a mail must wait');
    const wait = sql`now() + make_interval(mins => ${retryMinutes(mail.attempts)})`;
    await mark(mail, { lastError, nextAttemptAt: wait });
  }
  return verdict === 'unreachable' ? 'stop' : 'next';
}

async function sendOne(
  transporter: Transporter,
  mail: Mail,
  patienceMs: number,
): Promise<'next' | 'stop'> {
  let message;
  try {
    message = composeMail(mail);
  } catch (error) {
    const lastError = error instanceof Error ? error.message : String(error);
    log().error({ mail: mail.id, lastError }, 'a mail cannot be composed');
    await mark(mail, { state: 'failed', lastError });
    return 'next';
  }
  try {
    await within(transporter.sendMail(message), 3 * patienceMs);
  } catch (error) {
    return markFault(mail, error);
  }
  await mark(mail, { state: 'sent', sentAt: sql`now()`, lastError: null });
  return 'next';
}

/** Returns mails that were leased but not tried to the outbox, unchanged. */
async function putBack(untried: readonly Mail[]): Promise<void> {
  for (const mail of untried) await mark(mail, { attempts: mail.attempts - 1 });
}

/**
 * Sends what waits in the outbox. Without a mail server the mails stay there unsent.
 *
 * Mails are first leased for ten minutes, then sent outside any transaction, then marked: so a slow server
 * holds no lock, and two workers never send the same mail. A mail is sent again, under the same
 * Message-ID, only if the process stops between the server's acceptance and the mark.
 * @param patienceMs how long a server may take for one step
 */
export async function sendMails(patienceMs = 10_000): Promise<void> {
  const url = env().SMTP_URL;
  if (!url) return;
  const transporter = open(url, patienceMs);
  try {
    for (let batches = 0; batches < batchesARun; batches += 1) {
      const batch = await asPortal(({ tx }) => claimMails(tx));
      if (batch.length === 0) return;
      for (const [at, mail] of batch.entries()) {
        if ((await sendOne(transporter, mail, patienceMs)) === 'next') continue;
        await putBack(batch.slice(at + 1));
        return;
      }
    }
  } finally {
    transporter.close();
  }
}
