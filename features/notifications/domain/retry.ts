/** Sending a mail is given up after this many attempts, about three days. */
export const maxAttempts = 20;

/** Returns the minutes to wait after the `attempts`-th attempt failed: doubled each time, up to six hours. */
export const retryMinutes = (attempts: number): number => Math.min(2 ** (attempts - 1), 360);

/** The mail library's description of a failure. */
export type MailFault = { code?: string | undefined; responseCode?: number | undefined };

/**
 * Classifies a failure. `refused`: the server will never accept this mail (5xx). `later`: it does not accept this mail now
 * (4xx). `unreachable`: no server answers, or it rejects our login; then other mails will fail in the same way.
 */
export function judgeFault({ code, responseCode }: MailFault): 'refused' | 'later' | 'unreachable' {
  if (responseCode === undefined || code === 'EAUTH' || code === 'ECONNECTION') {
    return 'unreachable';
  }
  return responseCode >= 500 ? 'refused' : 'later';
}
