/** Given up after so many attempts: about three days. */
export const maxAttempts = 20;

/** Minutes to wait after the `attempts`-th attempt failed: doubled each time, up to six hours. */
export const retryMinutes = (attempts: number): number => Math.min(2 ** (attempts - 1), 360);

/** What the mail library says of a failure. */
export type MailFault = { code?: string | undefined; responseCode?: number | undefined };

/**
 * `refused`: the server will not have this letter, now or ever (5xx). `later`: not this letter just
 * now (4xx). `unreachable`: no server to talk to, or none that lets us in; other letters fare alike.
 */
export function judgeFault({ code, responseCode }: MailFault): 'refused' | 'later' | 'unreachable' {
  if (responseCode === undefined || code === 'EAUTH' || code === 'ECONNECTION') {
    return 'unreachable';
  }
  return responseCode >= 500 ? 'refused' : 'later';
}
